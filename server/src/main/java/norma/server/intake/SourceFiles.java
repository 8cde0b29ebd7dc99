package norma.server.intake;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import norma.diagnostics.Problems;
import norma.document.Node;
import norma.server.intake.check.NoSuchFile;

/** Finds the files that a mapping names, within its folder. */
final class SourceFiles {

    private SourceFiles() {}

    /** One file, or all that a name with {@code *} or {@code ?} stands for, by name; a problem when there is none. */
    static List<Path> all(Path folder, Node.Scalar named, Problems problems) {
        String text = named.text();
        boolean pattern = text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
        int slash = text.lastIndexOf('/');
        List<Path> found = new ArrayList<>();
        try {
            Path in = folder.resolve(text.substring(0, slash + 1));
            if (pattern) found.addAll(matching(in, text.substring(slash + 1)));
            else if (Files.isRegularFile(folder.resolve(text))) found.add(folder.resolve(text));
        } catch (InvalidPathException | IOException e) {
            found.clear();
        }
        if (found.isEmpty()) missing(folder, named, problems);
        return found;
    }

    static Optional<Path> one(Path folder, Node.Scalar named, Problems problems) {
        return all(folder, named, problems).stream().findFirst();
    }

    private static List<Path> matching(Path folder, String pattern) throws IOException {
        List<Path> found = new ArrayList<>();
        if (!Files.isDirectory(folder)) return found;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, pattern)) {
            for (Path file : files) if (Files.isRegularFile(file)) found.add(file);
        }
        found.sort(null);
        return found;
    }

    private static void missing(Path folder, Node.Scalar named, Problems problems) {
        List<String> there = new ArrayList<>();
        try {
            for (Path file : matching(folder, "*")) there.add(file.getFileName().toString());
        } catch (IOException e) {
            there.clear();
        }
        problems.add(NoSuchFile.of(named, there));
    }
}
