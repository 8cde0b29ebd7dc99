package norma.server.api;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import norma.fact.Change;
import norma.server.notify.Receiver;
import norma.server.store.Databases;
import norma.server.store.Store;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The process is killed under load, again and again: what was answered is there, once; what was not can be sent again; and
 * a program that is told of it hears of everything, of each thing under one id alone.
 */
class KillTest {

    private static final int KILLS = Integer.getInteger("kills", 3);
    private static final int ANSWERS_BEFORE_A_KILL = 40;
    private static final int SENDERS = 4;
    private static final String DEFINITIONS = """
            schema: 1
            model: { currency: RUB, pipelines: { main: [lead, proposal] } }
            calendars:
              office: { zone: Europe/Moscow, week: [mon, tue, wed, thu, fri] }
            deviations:
              large:
                on: deal
                only_if: status = open and amount > 100
                message: { en: "{amount}", ru: "{amount}" }
            """;

    private static final String ROUTES = """
            schema: 1
            webhooks: { crm: { url: "http://127.0.0.1:%d/", secret: CRM_SECRET } }
            routes: { crm: { to: crm } }
            """;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    @TempDir
    Path folder;

    static Stream<String> databases() {
        return Databases.each();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void nothing_that_was_answered_is_lost_and_nothing_is_there_twice(String url) throws Exception {
        Files.writeString(folder.resolve("definitions.yaml"), DEFINITIONS);
        try (Receiver told = new Receiver(0)) {
            Files.writeString(folder.resolve("routes.yaml"), ROUTES.formatted(told.port()));
            killed(url, told);
        }
    }

    private void killed(String url, Receiver told) throws Exception {
        Set<String> answered = ConcurrentHashMap.newKeySet();
        Set<String> unanswered = ConcurrentHashMap.newKeySet();
        AtomicInteger number = new AtomicInteger();
        for (int kill = 0; kill < KILLS; kill++) {
            Process norma = start(url);
            String address = address(norma);
            ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
            int before = answered.size();
            List<Future<?>> sending = new ArrayList<>();
            for (int sender = 0; sender < SENDERS; sender++)
                sending.add(senders.submit(() -> {
                    while (true) {
                        String id = "D" + number.incrementAndGet();
                        unanswered.add(id);
                        if (!send(address, id)) return null;
                        answered.add(id);
                        unanswered.remove(id);
                    }
                }));
            await().atMost(Duration.ofSeconds(60)).until(() -> answered.size() - before > ANSWERS_BEFORE_A_KILL);
            norma.destroyForcibly();
            assertTrue(norma.waitFor(20, TimeUnit.SECONDS));
            for (Future<?> each : sending) each.get(60, TimeUnit.SECONDS);
            senders.shutdown();
            assertFalse(unanswered.isEmpty(), "it was killed while it worked");
        }
        Process norma = start(url);
        String address = address(norma);
        for (String id : unanswered) assertTrue(send(address, id));
        answered.addAll(unanswered);
        Set<String> raised = deviating(address);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> subjects(told).keySet().equals(answered));
        norma.destroy();
        assertTrue(norma.waitFor(20, TimeUnit.SECONDS));

        try (Store store = Store.open(url)) {
            List<String> kept = store.read(tables -> {
                try (Stream<Change> journal = tables.journal().inTime()) {
                    return journal.map(Change::id).toList();
                }
            });
            assertEquals(answered, new HashSet<>(kept), "every answered fact is there");
            assertEquals(answered.size(), kept.size(), "none is there twice");
            long events = store.read(tables -> tables.events().after(0, 100_000)).stream()
                    .filter(event -> event.kind().equals("raised"))
                    .count();
            assertEquals(answered.size(), events, "every deviation was raised once");
            assertEquals(answered, raised);
        }
        subjects(told).forEach((subject, ids) -> assertEquals(1, ids.size(), subject + " was told as " + ids));
    }

    /** What was told of, with the ids of the messages that told it. */
    private static Map<String, Set<String>> subjects(Receiver told) throws IOException {
        Map<String, Set<String>> subjects = new HashMap<>();
        for (Receiver.Got got : told.got)
            for (JsonNode event : new ObjectMapper().readTree(got.body()).at("/data/events"))
                subjects.computeIfAbsent(event.at("/deviation/subject/id").textValue(), any -> new HashSet<>())
                        .add(got.header("webhook-id"));
        return subjects;
    }

    private Process start(String url) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder norma = new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "norma.server.cli.Norma",
                        "serve",
                        "--lang",
                        "en",
                        "--empty",
                        "--port",
                        "0",
                        "--db",
                        url,
                        "--definitions",
                        folder.toString(),
                        "--webhook-hosts",
                        "127.0.0.1",
                        "--webhooks-anywhere")
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        norma.environment().put("CRM_SECRET", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        return norma.start();
    }

    /** What it says when it listens. */
    private static String address(Process norma) throws IOException {
        BufferedReader out = new BufferedReader(new InputStreamReader(norma.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        assertTrue(line != null && line.contains("http://"), line);
        return line.substring(line.indexOf("http://")).strip().replace("localhost", "127.0.0.1");
    }

    private boolean send(String address, String id) throws InterruptedException {
        String body = "{\"type\":\"deal\",\"id\":\"" + id + "\",\"set\":{\"status\":\"open\",\"amount\":101}}";
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/api/v1/facts"))
                .header("Idempotency-Key", "key-" + id)
                .timeout(Duration.ofSeconds(20))
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            assertEquals(200, response.statusCode(), response.body());
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private Set<String> deviating(String address) throws IOException, InterruptedException {
        Set<String> ids = new HashSet<>();
        String after = "";
        while (true) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/api/v1/deviations?limit=100" + after))
                    .build();
            JsonNode page = new ObjectMapper()
                    .readTree(http.send(request, BodyHandlers.ofString()).body());
            page.path("deviations")
                    .forEach(each -> ids.add(each.path("subject").path("id").asText()));
            if (!page.has("next")) return ids;
            after = "&after=" + page.path("next").asText();
        }
    }
}
