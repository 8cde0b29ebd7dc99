package norma.server.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import norma.server.cli.Norma;
import org.jspecify.annotations.Nullable;

/** One folder of {@code docs/examples} with its data outside the project. */
record Example(String folder) {

    /** Exit code and output of one run. */
    record Answer(int exitCode, String output, String errors) {}

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    /** The outcome by Norma as of the day, a date in the zone of the mapping. */
    Outcome measured(String asOf) {
        JsonNode answer = answer(asOf);
        return new Outcome(figures(answer.path("readings")), findings(answer.path("deviations")));
    }

    /** What Norma says of the rows that it read. */
    JsonNode facts(String asOf) {
        return answer(asOf).path("facts");
    }

    /** The outcome by SQL as of the day; {@code more} are further variables of the script. */
    Outcome computed(String asOf, Map<String, String> more) {
        Map<String, String> variables = new LinkedHashMap<>(more);
        variables.put("data", "'" + data().toString().replace('\\', '/') + "'");
        variables.put("as_of", "DATE '" + asOf + "'");
        return Reference.compute(definitions().resolve("reference.sql"), variables);
    }

    private JsonNode answer(String asOf) {
        Answer answer = run(
                "run",
                "--facts",
                data().toString(),
                "--mapping",
                definitions().resolve("mapping.yaml").toString(),
                "--definitions",
                definitions().toString(),
                "--as-of",
                asOf,
                "--format",
                "json");
        assertTrue(answer.exitCode() <= 1, () -> "exit code " + answer.exitCode() + "\n" + answer.errors());
        try {
            JsonNode object = JSON.readTree(answer.output());
            assertEquals(object.path("deviations").isEmpty() ? 0 : 1, answer.exitCode(), "exit code");
            return object;
        } catch (IOException e) {
            throw new AssertionError("standard output is not one JSON object", e);
        }
    }

    /** Norma's command line, in this process. */
    private static Answer run(String... arguments) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        int exitCode = Norma.run(
                new PrintStream(output, true, StandardCharsets.UTF_8),
                new PrintStream(errors, true, StandardCharsets.UTF_8),
                arguments);
        return new Answer(exitCode, output.toString(StandardCharsets.UTF_8), errors.toString(StandardCharsets.UTF_8));
    }

    private Path definitions() {
        return present(root().resolve("docs/examples").resolve(folder), "the example");
    }

    private Path data() {
        return present(
                root().resolve("../shared/data").resolve(folder).normalize(),
                "the data of the example (kept outside the project)");
    }

    private static Path present(Path path, String what) {
        assertTrue(Files.isDirectory(path), () -> what + " is missing: expected the folder " + path);
        return path;
    }

    private static Path root() {
        String given = System.getProperty("norma.root");
        if (given != null) return Path.of(given).toAbsolutePath().normalize();
        Path place = Path.of(System.getProperty("user.dir")).toAbsolutePath();
        while (place.getParent() != null && !Files.isDirectory(place.resolve("docs/examples")))
            place = place.getParent();
        return place;
    }

    private static List<Figure> figures(JsonNode readings) {
        List<Figure> figures = new ArrayList<>();
        for (JsonNode reading : readings) {
            StringJoiner scope = new StringJoiner(";");
            reading.path("scope")
                    .properties()
                    .forEach(part ->
                            scope.add(part.getKey() + "=" + part.getValue().asText()));
            figures.add(new Figure(
                    reading.path("kpi").asText(),
                    scope.toString(),
                    reading.path("period").path("name").asText(),
                    text(reading.get("value")),
                    text(reading.get("unit")),
                    text(reading.get("numerator")),
                    text(reading.get("denominator")),
                    text(reading.get("cases"))));
        }
        return figures;
    }

    private static Set<Finding> findings(JsonNode deviations) {
        Set<Finding> findings = new LinkedHashSet<>();
        for (JsonNode deviation : deviations) {
            findings.add(new Finding(
                    deviation.path("rule").asText(),
                    deviation.path("subject").path("id").asText(),
                    deviation.path("severity").asText()));
        }
        return findings;
    }

    private static @Nullable String text(@Nullable JsonNode node) {
        return node == null || node.isNull() ? null : node.asText();
    }
}
