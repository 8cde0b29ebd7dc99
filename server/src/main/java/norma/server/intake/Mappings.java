package norma.server.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import norma.diagnostics.Problem;
import norma.diagnostics.Problems;
import norma.diagnostics.Source;
import org.jspecify.annotations.Nullable;

/**
 * The mappings of a folder by their names: {@code NAME.yaml}, or {@code NAME/mapping.yaml}. One that has changed is read again
 * when it is next asked for; while it has errors, it stays what it was. Any thread may ask.
 */
public final class Mappings {

    /** @param folder of its lookups */
    public record Named(String name, Path folder, Mapping mapping) {}

    /** Whoever looks after the mappings is told what nobody else would see. */
    public interface Keeper {

        /** A mapping has changed, and these are its problems. */
        void problems(List<Problem> problems);

        /** A webhook told something that is not understood; it may never tell it again. */
        void rejected(String mapping, Rejection why);
    }

    private record Known(String text, Terms terms, Optional<Named> named) {}

    private final Optional<Path> folder;
    private final Keeper keeper;
    private final Map<String, Known> known = new HashMap<>();

    private Mappings(Optional<Path> folder, Keeper keeper) {
        this.folder = folder;
        this.keeper = keeper;
    }

    public static Mappings none() {
        return new Mappings(Optional.empty(), new Keeper() {
            @Override
            public void problems(List<Problem> problems) {}

            @Override
            public void rejected(String mapping, Rejection why) {}
        });
    }

    public static Mappings of(Path folder, Keeper keeper) {
        return new Mappings(Optional.of(folder), keeper);
    }

    /**
     * @return empty when there is none of this name, or it never was without errors
     * @throws UncheckedIOException when its file cannot be read
     */
    public synchronized Optional<Named> find(String name, Terms terms) {
        Optional<Path> file = file(name, ".yaml", "mapping.yaml");
        if (file.isEmpty()) return Optional.empty();
        String text = text(file.get());
        Known before = known.get(name);
        if (before != null && before.text().equals(text) && before.terms().equals(terms)) return before.named();
        Problems problems = new Problems();
        Path beside = Objects.requireNonNull(file.get().toAbsolutePath().getParent());
        Optional<Named> read = Mapping.read(new Source(file.get().toString(), text), terms, problems)
                .map(mapping -> new Named(name, beside, mapping));
        keeper.problems(problems.all());
        Optional<Named> standing = read.isPresent() || before == null ? read : before.named();
        known.put(name, new Known(text, terms, standing));
        return standing;
    }

    public void rejected(String mapping, Rejection why) {
        keeper.rejected(mapping, why);
    }

    /**
     * Whether one of these is a secret of the mapping: a line of {@code NAME.secret}, or {@code NAME/secret}. It takes as long for
     * a wrong one as for the right one.
     */
    public boolean opens(String name, Collection<String> given) {
        boolean opens = false;
        for (String secret : secrets(name))
            for (String each : given)
                opens |= MessageDigest.isEqual(
                        secret.getBytes(StandardCharsets.UTF_8), each.getBytes(StandardCharsets.UTF_8));
        return opens;
    }

    private List<String> secrets(String name) {
        Optional<Path> file = file(name, ".secret", "secret");
        if (file.isEmpty()) return List.of();
        List<String> secrets =
                new ArrayList<>(text(file.get()).lines().map(String::strip).toList());
        secrets.removeIf(String::isEmpty);
        return secrets;
    }

    private Optional<Path> file(String name, String ending, String within) {
        if (folder.isEmpty() || !name.matches("[\\p{L}\\p{N}_-]{1,100}")) return Optional.empty();
        @Nullable Path found = null;
        Path alone = folder.get().resolve(name + ending);
        Path inFolder = folder.get().resolve(name).resolve(within);
        if (Files.isRegularFile(alone)) found = alone;
        else if (Files.isRegularFile(inFolder)) found = inFolder;
        return Optional.ofNullable(found);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
