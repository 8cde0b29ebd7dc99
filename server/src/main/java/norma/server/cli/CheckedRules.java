package norma.server.cli;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import norma.diagnostics.Digest;
import norma.diagnostics.Source;
import norma.diagnostics.Span;
import norma.judge.DrlRules;
import norma.standard.DeclaredDeviation;

/**
 * What rules in DRL declare that were compiled without fault once. While neither they nor Norma change they need not be
 * compiled again to be checked, which takes longer than all the rest of a check. A note that cannot be read is no note.
 *
 * @param folder where the notes are; none where Norma does not run from its jar
 * @param program tells one build of Norma from another
 */
record CheckedRules(Optional<Path> folder, String program) {

    private static final String NOTE = "checked-rules-";

    /** Beside the jar that this runs from. */
    static CheckedRules besideTheProgram() {
        List<Path> jars = new ArrayList<>();
        StringBuilder program = new StringBuilder();
        for (Class<?> part : List.of(CheckedRules.class, DrlRules.class)) {
            try {
                Path jar = Path.of(
                        part.getProtectionDomain().getCodeSource().getLocation().toURI());
                if (!Files.isRegularFile(jar)) return new CheckedRules(Optional.empty(), "");
                jars.add(jar);
                program.append(Files.getLastModifiedTime(jar))
                        .append(Files.size(jar))
                        .append('\n');
            } catch (URISyntaxException | IOException e) {
                return new CheckedRules(Optional.empty(), "");
            }
        }
        return new CheckedRules(Optional.ofNullable(jars.get(0).getParent()), program.toString());
    }

    /** The deviations that these rules declare, by id, when they were compiled without fault before. */
    Optional<Map<String, DeclaredDeviation>> known(List<Source> drl) {
        if (folder.isEmpty() || !Files.isRegularFile(note(drl))) return Optional.empty();
        try {
            Map<String, DeclaredDeviation> declared = new LinkedHashMap<>();
            for (String line : Files.readAllLines(note(drl))) {
                String[] said = line.split("\t", -1);
                Span span = new Span(drl.get(number(said[2])), number(said[3]), number(said[4]), number(said[5]));
                declared.put(said[0], new DeclaredDeviation(said[1], span));
            }
            return Optional.of(declared);
        } catch (IOException | IndexOutOfBoundsException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static int number(String said) {
        return Integer.parseInt(said);
    }

    /** Notes what they declare, in place of what was noted of others; where that is not possible, nothing is lost. */
    void remember(List<Source> drl, Map<String, DeclaredDeviation> declared) {
        if (drl.isEmpty() || folder.isEmpty() || !Files.isWritable(folder.get())) return;
        StringBuilder text = new StringBuilder();
        declared.forEach((id, deviation) -> {
            Span span = deviation.span();
            int file = drl.indexOf(span.source());
            text.append(id
                    + '\t'
                    + deviation.subject()
                    + '\t'
                    + file
                    + '\t'
                    + span.line()
                    + '\t'
                    + span.column()
                    + '\t'
                    + span.length()
                    + '\n');
        });
        try (DirectoryStream<Path> others = Files.newDirectoryStream(folder.get(), NOTE + "*")) {
            for (Path other : others) Files.deleteIfExists(other);
            Path half = Files.createTempFile(folder.get(), "note", null);
            Files.writeString(half, text);
            Files.move(half, note(drl), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            return;
        }
    }

    private Path note(List<Source> drl) {
        StringBuilder all = new StringBuilder(program);
        drl.forEach(source ->
                all.append(source.name()).append('\0').append(source.text()).append('\0'));
        return folder.orElseThrow().resolve(NOTE + Digest.of(all.toString()));
    }
}
