package norma.server.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import norma.diagnostics.Problems;
import norma.server.intake.Layout.Format;

/** A file that somebody sends instead of leaving it in a folder: kept on disk until it is read, however long it is. */
public final class Delivered implements AutoCloseable {

    private final Path folder;
    private final Path file;
    private final Mappings.Named by;
    private final List<SourceMapping> sources;

    private Delivered(Path folder, Path file, Mappings.Named by, List<SourceMapping> sources) {
        this.folder = folder;
        this.file = file;
        this.by = by;
        this.sources = sources;
    }

    /**
     * @param name the file of the mapping whose rows these are; empty when its content type tells that
     * @param contentType such as {@code text/csv}
     * @return nothing when more than one of the mapping's files may be meant, or none
     */
    public static Optional<Delivered> receive(
            InputStream body, Mappings.Named by, Optional<String> name, String contentType) throws IOException {
        List<SourceMapping> all = by.mapping().sources();
        List<SourceMapping> meant = all.stream()
                .filter(name.<Predicate<SourceMapping>>map(
                                given -> source -> text(source).equals(given))
                        .orElseGet(() -> source -> fits(source.file().layout().format(), contentType)))
                .toList();
        boolean form = meant.stream().allMatch(source -> source.file().layout().format() == Format.FORM);
        if (meant.isEmpty() || meant.size() > 1 && !form && name.isEmpty()) return Optional.empty();
        Path folder = Files.createTempDirectory("norma-delivered");
        Path file = folder.resolve(fileName(text(meant.get(0))));
        Delivered delivered = new Delivered(folder, file, by, meant);
        try {
            Files.copy(body, file);
            return Optional.of(delivered);
        } catch (IOException | RuntimeException e) {
            delivered.close();
            throw e;
        }
    }

    private static String text(SourceMapping source) {
        return source.file().file().text();
    }

    /** A pattern names many files, and a path folders that are not here. */
    private static String fileName(String named) {
        return named.substring(named.lastIndexOf('/') + 1).replaceAll("[^\\p{L}\\p{N}._ -]", "_");
    }

    private static boolean fits(Format format, String contentType) {
        String type = contentType.toLowerCase(Locale.ROOT);
        if (type.startsWith("application/x-www-form-urlencoded")) return format == Format.FORM;
        if (type.startsWith("application/json")) return format == Format.JSON;
        if (type.startsWith("application/x-ndjson")) return format == Format.NDJSON;
        if (type.startsWith("text/csv")) return format == Format.CSV;
        return format == Format.CSV || format == Format.FIXED;
    }

    /** Nothing when it does not fit the mapping: every problem is then in {@code problems}. */
    public Optional<Intake> bind(Problems problems) {
        return Intake.bind(file, by.folder(), by.mapping(), sources, problems);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
        Files.deleteIfExists(folder);
    }
}
