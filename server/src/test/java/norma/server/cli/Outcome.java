package norma.server.cli;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a run of Norma in this process gave. */
record Outcome(int exit, String out, String err) {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final Instant NOW = Instant.parse("2026-03-16T09:00:00Z");

    /** In English, on Monday 16 March 2026, 12:00 in Moscow, with neither stream a terminal. */
    static Outcome of(String... arguments) {
        return in(Map.of(), false, arguments);
    }

    /** The same, with this on the standard input. */
    static Outcome typed(String input, String... arguments) {
        return in(Map.of(), false, input, arguments);
    }

    static Outcome in(Map<String, String> environment, boolean terminal, String... arguments) {
        return in(environment, terminal, "", arguments);
    }

    private static Outcome in(Map<String, String> environment, boolean terminal, String input, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Shell shell = new Shell(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                environment,
                Clock.fixed(NOW, ZoneOffset.UTC),
                terminal,
                terminal,
                root(),
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                false);
        int exit = Norma.run(shell, arguments);
        return new Outcome(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** The small firm, judged by the command with these arguments after it. */
    static Outcome ofFirm(String command, String... arguments) {
        List<String> all = new ArrayList<>(List.of(command));
        all.addAll(List.of(arguments));
        all.addAll(List.of(
                "--definitions",
                firm().toString(),
                "--facts",
                firm().resolve("facts").toString()));
        return of(all.toArray(String[]::new));
    }

    static Path firm() {
        return root().resolve("server/src/test/resources/norma/server/cli/firm");
    }

    static Path root() {
        String given = System.getProperty("norma.root");
        Path at = Path.of(given == null ? "" : given).toAbsolutePath().normalize();
        while (at.getParent() != null && !Files.isDirectory(at.resolve("kpi-definitions"))) at = at.getParent();
        return at;
    }

    JsonNode json() {
        try {
            return JSON.readTree(out);
        } catch (IOException e) {
            throw new AssertionError("no JSON: " + out, e);
        }
    }

    /** Both streams, with paths as they are on every machine, and without the digests of definitions. */
    String text() {
        return (out + err).replaceAll("[^\\s:\"]*/firm/", "firm/").replaceAll("\\b[0-9a-f]{16}\\b", "(digest)");
    }
}
