package norma.server.cli;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service as a process of its own: saved definitions come into force by themselves. */
class ServeTest {

    private static final String DEFINITIONS = """
            schema: 1
            model: { currency: RUB, pipelines: { main: [lead, proposal] }, segments: [b2b, b2g] }
            calendars:
              office: { zone: Europe/Moscow, week: [mon, tue, wed, thu, fri] }
            deviations:
              large:
                on: deal
                only_if: status = open and amount > 100
                message: { en: "{amount}", ru: "{amount}" }
            """;
    private static final Duration LONGEST = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private Path rules;

    @BeforeEach
    void definitions() throws IOException {
        rules = Files.createDirectories(folder.resolve("definitions")).resolve("rules.yaml");
        Files.writeString(rules, DEFINITIONS);
    }

    @Test
    void what_is_saved_is_in_force_and_what_is_wrong_is_not() throws Exception {
        try (Running norma = new Running()) {
            norma.post("/facts", "{\"type\":\"deal\",\"id\":\"D1\",\"set\":{\"status\":\"open\",\"amount\":70}}");
            assertEquals(0, norma.get("/deviations").path("total").asInt());

            Files.writeString(rules, DEFINITIONS.replace("> 100", "> 50"));
            await().atMost(LONGEST)
                    .until(() -> norma.get("/deviations").path("total").asInt() == 1);
            assertEquals(2, norma.get("/definitions").path("versions").size());

            Files.writeString(rules, DEFINITIONS.replace("only_if", "only_iff"));
            await().atMost(LONGEST).until(() -> norma.said().contains("[unknown-key]"));
            assertEquals(2, norma.get("/definitions").path("versions").size());
            assertEquals(1, norma.get("/deviations").path("total").asInt());
        }
    }

    @Test
    void files_are_called_as_they_are_in_their_folder() throws Exception {
        Path calendars = Files.createDirectories(rules.resolveSibling("calendars"));
        Files.writeString(calendars.resolve("more.yaml"), "schema: 1\nlists: { cities: [Москва] }\n");
        try (Running norma = new Running()) {
            assertEquals(
                    List.of("calendars/more.yaml", "rules.yaml"),
                    json.convertValue(norma.get("/definitions").at("/versions/0/files"), List.class));
            Set<String> texts = new TreeSet<>();
            norma.get("/definitions/1").path("texts").fieldNames().forEachRemaining(texts::add);
            assertEquals(Set.of("calendars/more.yaml", "rules.yaml"), texts);

            Files.writeString(rules, DEFINITIONS.replace("> 100", "> 50"));
            await().atMost(LONGEST)
                    .until(() -> norma.get("/definitions").path("versions").size() == 2);
            assertFalse(norma.get("/definitions").toString().contains(folder.toString()), "nor is a later version");
        }
    }

    @Test
    void what_was_published_outlives_a_restart_until_files_change() throws Exception {
        String name;
        try (Running norma = new Running()) {
            norma.post("/facts", "{\"type\":\"deal\",\"id\":\"D1\",\"set\":{\"status\":\"open\",\"amount\":70}}");
            name = norma.get("/definitions").at("/versions/0/files/0").asText();
            String stricter = DEFINITIONS.replace("> 100", "> 50");
            norma.post("/definitions", json.writeValueAsString(Map.of("base", 1, "files", Map.of(name, stricter))));
            assertEquals(1, norma.get("/deviations").path("total").asInt());
        }
        try (Running norma = new Running()) {
            assertEquals(2, norma.get("/definitions").path("versions").size());
            assertEquals(1, norma.get("/deviations").path("total").asInt());
        }
        Files.writeString(rules, DEFINITIONS.replace("> 100", "> 90"));
        try (Running norma = new Running()) {
            assertEquals(
                    "files", norma.get("/definitions").at("/versions/0/author").asText());
            assertEquals(0, norma.get("/deviations").path("total").asInt());
        }
    }

    @Test
    void accounts_of_nobody_are_doubted_at_the_start() throws Exception {
        String data = folder.resolve("data").toString();
        try (Running norma = new Running()) {
            norma.post("/facts", "{\"type\":\"employee\",\"id\":\"e17\",\"set\":{\"title\":\"Некто\"}}");
        }
        for (String each : List.of("ada e71", "bea e17"))
            assertEquals(
                    0,
                    Outcome.of(
                                    "account",
                                    "add",
                                    each.split(" ")[0],
                                    "--role",
                                    "seller",
                                    "--no-password",
                                    "--employee",
                                    each.split(" ")[1],
                                    "--data",
                                    data)
                            .exit());
        try (Running norma = new Running()) {
            assertTrue(
                    norma.said().contains("norma: account ada: facts name no employee e71; did you mean e17?"),
                    norma.said());
            assertFalse(norma.said().contains("bea"), norma.said());
        }
    }

    private final class Running implements AutoCloseable {

        private final Process process;
        private final Path said = folder.resolve("said.txt");
        private final String address;

        private Running() throws IOException {
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            Norma.class.getName(),
                            "serve",
                            "--port",
                            "0",
                            "--empty",
                            "--lang",
                            "en",
                            "--definitions",
                            rules.getParent().toString(),
                            "--data",
                            folder.resolve("data").toString())
                    .redirectError(said.toFile())
                    .start();
            BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
            String line = out.readLine();
            while (line != null && !line.contains("http://localhost:")) line = out.readLine();
            assertNotNull(line, () -> said());
            address = line.substring(line.indexOf("http://")).strip() + "/api/v1";
        }

        private String said() {
            try {
                return Files.readString(said);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        private JsonNode get(String path) throws Exception {
            return json.readTree(
                    http.send(HttpRequest.newBuilder(URI.create(address + path)).build(), BodyHandlers.ofString())
                            .body());
        }

        private void post(String path, String body) throws Exception {
            var response = http.send(
                    HttpRequest.newBuilder(URI.create(address + path))
                            .POST(BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
            assertEquals(200, response.statusCode(), response.body());
        }

        @Override
        public void close() {
            process.destroy();
            process.onExit().orTimeout(LONGEST.toSeconds(), TimeUnit.SECONDS).join();
        }
    }
}
