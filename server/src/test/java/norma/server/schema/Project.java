package norma.server.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of this project that people edit, or could. */
final class Project {

    static final Path ROOT = root();

    private Project() {}

    private static Path root() {
        Path at = Path.of(System.getProperty("norma.root", "")).toAbsolutePath().normalize();
        while (at.getParent() != null && !Files.isDirectory(at.resolve("kpi-definitions"))) at = at.getParent();
        return at;
    }

    /** Definitions and mappings that are shipped. */
    static List<Path> shipped() {
        return Stream.of("kpi-definitions", "docs/examples")
                .flatMap(folder -> yaml(ROOT.resolve(folder)).stream())
                .toList();
    }

    static List<Path> yaml(Path folder) {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !file.toString().contains("/target/"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean isMapping(Path file) {
        return file.getFileName().toString().equals("mapping.yaml");
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String named(Path file) {
        return ROOT.relativize(file).toString().replace('\\', '/');
    }
}
