package norma.server.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import norma.diagnostics.Problems;
import norma.diagnostics.Text;
import norma.fact.Change;
import norma.server.intake.Account;
import norma.server.intake.Intake;
import norma.server.intake.Mapping;
import norma.server.intake.RejectsFile;
import norma.server.intake.Terms;
import norma.standard.Model;
import org.jspecify.annotations.Nullable;

/**
 * A folder of exported files with its mapping.
 *
 * @param rejects the file to write rejected rows to; null for none
 */
record FactsFolder(Path folder, Path mapping, @Nullable Path rejects) {

    static FactsFolder of(Path folder, @Nullable Path mapping, @Nullable Path rejects) {
        if (!Files.isDirectory(folder)) throw new Refusal("there is no folder " + folder, "нет папки " + folder);
        Path used = mapping == null ? folder.resolve("mapping.yaml") : mapping;
        if (!Files.isRegularFile(used))
            throw new Refusal(
                    "there is no " + used + ": a facts folder needs a mapping.yaml that says what its columns mean,"
                            + " or --mapping FILE",
                    "нет " + used + ": папке с данными нужен mapping.yaml, где сказано, что значат столбцы,"
                            + " или --mapping FILE");
        return new FactsFolder(folder, used, rejects);
    }

    /** Reads everything; each change goes to the sink, in the order of the files. */
    Account read(Model model, Consumer<Change> sink, Locale locale) {
        Problems problems = new Problems();
        Optional<Intake> intake = Mapping.read(DefinitionFiles.source(mapping), Terms.of(model), problems)
                .flatMap(read -> Intake.bind(folder, read, problems));
        if (intake.isEmpty())
            throw new Refusal(
                    new Text(
                            "the mapping has errors, so nothing was read",
                            "в описании данных есть ошибки, поэтому ничего не прочитано"),
                    problems.all());
        try {
            if (rejects == null) return intake.get().read(sink, rejection -> {});
            try (BufferedWriter file = Files.newBufferedWriter(rejects, StandardCharsets.UTF_8);
                    RejectsFile written = new RejectsFile(file, locale)) {
                return intake.get().read(sink, written);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new Refusal("cannot read or write: " + e.getMessage(), "ошибка чтения или записи: " + e.getMessage());
        }
    }
}
