package norma.server.intake;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the project's own files are, and the public data beside it. */
final class Project {

    private Project() {}

    static Path root() {
        String given = System.getProperty("norma.root");
        Path at =
                Path.of(given == null ? System.getProperty("user.dir") : given).toAbsolutePath();
        while (at != null && !Files.isDirectory(at.resolve("kpi-definitions"))) at = at.getParent();
        if (at == null) throw new IllegalStateException("run this within the project, or set norma.root");
        return at;
    }

    /** A folder of the public data; its absence is a failure, since a test that was skipped shows nothing. */
    static Path data(String name) {
        Path folder = root().resolve("../shared/data").resolve(name).normalize();
        if (!Files.isDirectory(folder))
            throw new IllegalStateException("this test reads public data that is expected at " + folder);
        return folder;
    }
}
