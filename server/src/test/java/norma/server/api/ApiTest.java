package norma.server.api;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import norma.diagnostics.Problems;
import norma.diagnostics.Source;
import norma.judge.DrlRules;
import norma.server.http.Service;
import norma.server.live.Live;
import norma.server.store.Databases;
import norma.server.store.Store;
import norma.standard.Standards;
import norma.standard.yaml.Definitions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;

/** What programs are told over HTTP. */
class ApiTest {

    private static final String DEFINITIONS = """
            schema: 1
            model: { currency: RUB, pipelines: { main: [lead, proposal] }, segments: [b2b, b2g] }
            calendars:
              office: { zone: Europe/Moscow, week: [mon, tue, wed, thu, fri] }
            kpis:
              open_amount:
                title: { en: Open amount, ru: Сумма открытых }
                of: deal
                only_if: status = open
                sum: amount
                by: [owner]
            deviations:
              large:
                on: deal
                only_if: status = open and amount > 100
                message: { en: "{amount}", ru: "{amount}" }
              huge:
                on: deal
                only_if: status = open and amount > 1000
                severity: critical
                message: { en: "{amount}", ru: "{amount}" }
            decisions:
              look:
                title: { en: Look, ru: Взглянуть }
                when: huge
                phase: control
                ladder:
                  - { at: critical, do: review_deal, to: deal.owner, due: 1d }
            """;

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Standards standards = Definitions.read(
                    List.of(new Source("test.yaml", DEFINITIONS)), Map.of(), new Problems())
            .orElseThrow();
    private Store store;
    private Live live;
    private Service service;

    @BeforeEach
    void start() {
        store = Store.open(Databases.sqlite());
        live = Live.start(store, standards, DrlRules.none(), Clock.systemUTC());
        service = Service.start(0, store, live, Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        service.close();
        live.close();
        store.close();
    }

    @Test
    void good_facts_are_kept_and_bad_ones_answered_one_by_one() throws Exception {
        HttpResponse<String> response = post("/facts", """
                {"type":"deal","id":"D1","set":{"status":"open","amount":"100.01","owner":"e1"}}
                {"type":"dael","id":"D2","set":{}}
                {"type":"deal","id":"D3","set":{"stag":"lead"}}
                {"type":"deal","id":"D4","set":{"stage":"leed"}}
                {"type":"deal","id":"D5","set":{"amount":"much"}}
                {"type":"deal","id":"D6","set":{"created_at":"yesterday"}}
                {"type":"deal","id":"D7","amount":5,"set":{}}
                not json
                {"type":"deal","id":"D8","set":{"status":"open","amount":1000.0001,"owner":"e1"}}
                """, "Content-Type", "application/x-ndjson");
        assertEquals(200, response.statusCode());
        JsonNode answer = json.readTree(response.body());
        assertEquals(2, answer.path("accepted").asInt());
        assertEquals(
                List.of(
                        "2 there are no facts of type 'dael'; is it deal?",
                        "3 deal has no field 'stag'; is it stage?",
                        "4 stage cannot be 'leed': lead, proposal",
                        "5 amount is an amount of money, not \"much\"",
                        "6 created_at is a time, not \"yesterday\"",
                        "7 a fact has type, id, at and set; 'amount' belongs into set",
                        "8 a fact is a JSON object"),
                reasons(answer.path("rejected")));
        assertTrue(answer.path("rejected")
                .get(0)
                .path("reason")
                .path("ru")
                .asText()
                .contains("фактов типа"));
        JsonNode readings = get("/readings?kpi=open_amount");
        assertEquals("1100.0101", readings.path("readings").get(0).path("value").asText());
    }

    @Test
    void lines_are_taken_as_they_come_however_many_there_are() throws Exception {
        PipedOutputStream lines = new PipedOutputStream();
        PipedInputStream body = new PipedInputStream(lines, 1 << 16);
        HttpRequest request = HttpRequest.newBuilder(URI.create(root() + "/api/v1/facts"))
                .header("Content-Type", "application/x-ndjson")
                .header("Idempotency-Key", "many")
                .POST(BodyPublishers.ofInputStream(() -> body))
                .build();
        CompletableFuture<HttpResponse<String>> answer = http.sendAsync(request, BodyHandlers.ofString());
        for (int i = 1; i <= 4_000; i++) write(lines, "{\"type\":\"deal\",\"id\":\"D" + i + "\",\"set\":{}}\n");
        await().atMost(Duration.ofMinutes(1))
                .until(() -> store.<Long>read(tables -> tables.journal().size()) >= 1_000);
        for (int i = 4_001; i <= 51_000; i++)
            write(lines, "{\"type\":\"deal\",\"id\":\"D" + i % 2_000 + "\",\"set\":{}}\n");
        for (int i = 0; i < 2_100; i++) write(lines, " ".repeat(9_999) + "\n");
        write(lines, "no fact\n");
        write(lines, "{\"type\":\"deal\",\"id\":\"D1\",\"set\":{\"title\":\"" + "x".repeat(1_100_000) + "\"}}\n\n");
        write(lines, "{\"type\":\"deal\",\"id\":\"D1\",\"set\":{\"title\":\"last\"}}");
        lines.close();

        JsonNode told = json.readTree(answer.get().body());
        assertEquals(51_001, told.path("accepted").asInt());
        assertEquals(
                List.of("51001 a fact is a JSON object", "51002 a line is too long"), reasons(told.path("rejected")));
        assertEquals(51_001, store.<Long>read(tables -> tables.journal().size()));
    }

    private static void write(OutputStream lines, String line) throws IOException {
        lines.write(line.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> reasons(JsonNode rejected) {
        List<String> reasons = new ArrayList<>();
        rejected.forEach(each -> reasons.add(
                each.path("row").asInt() + " " + each.path("reason").path("en").asText()));
        return reasons;
    }

    @Test
    void the_same_key_again_goes_on_where_a_request_was_broken_off() throws Exception {
        StringBuilder lines = new StringBuilder();
        for (int i = 1; i <= 2_500; i++)
            lines.append("{\"type\":\"deal\",\"id\":\"D").append(i).append("\",\"set\":{}}\n");
        String first = lines.substring(0, lines.indexOf("\"D2001\"") - 20);
        String[] headers = {"Content-Type", "application/x-ndjson", "Idempotency-Key", "broken"};
        post("/facts", first.substring(0, first.lastIndexOf('\n') + 1), headers);
        assertEquals(2_000, store.<Long>read(tables -> tables.journal().size()));

        JsonNode whole = json.readTree(post("/facts", lines.toString(), headers).body());

        assertEquals(2_500, whole.path("accepted").asInt());
        assertEquals(2_500, store.<Long>read(tables -> tables.journal().size()));
    }

    @Test
    void a_list_is_read_whole_and_so_it_has_an_end() throws Exception {
        String list = "[" + "{},".repeat(50_000) + "{}]";
        HttpResponse<String> refused = post("/facts", list);
        assertEquals(400, refused.statusCode());
        assertTrue(
                json.readTree(refused.body()).path("reason").path("ru").asText().contains("50000"), refused.body());
    }

    @Test
    void nothing_but_bad_facts_is_told_by_the_status() throws Exception {
        assertEquals(422, post("/facts", "{\"type\":\"deal\",\"set\":{}}").statusCode());
        assertEquals(400, post("/facts", "{\"type\":").statusCode());
    }

    @Test
    void the_same_key_again_takes_nothing_and_answers_the_same() throws Exception {
        String fact = "{\"type\":\"deal\",\"id\":\"D1\",\"set\":{\"status\":\"open\",\"amount\":101}}";
        String first = post("/facts", fact, "Idempotency-Key", "k1").body();
        String second = post("/facts", fact, "Idempotency-Key", "k1").body();
        assertEquals(first, second);
        assertEquals(1, store.<Long>read(tables -> tables.journal().size()));
    }

    @Test
    void deviations_are_filtered_and_paged() throws Exception {
        for (int i = 0; i < 7; i++) deal("D" + i, i < 2 ? 5000 : 500, "e" + i % 2);
        assertEquals(9, get("/deviations").path("total").asInt());
        assertEquals(2, get("/deviations").path("critical").asInt());
        assertEquals(4, get("/deviations?rule=large&owner=e0").path("total").asInt());
        assertEquals(4, get("/deviations?stake_from=5000").path("total").asInt(), "both rules of two deals");
        Set<Long> seen = new TreeSet<>();
        String after = "";
        while (true) {
            JsonNode page = get("/deviations?limit=4" + after);
            page.path("deviations").forEach(each -> seen.add(each.path("number").asLong()));
            if (!page.has("next")) break;
            after = "&after=" + page.path("next").asText();
        }
        assertEquals(9, seen.size());
    }

    @Test
    void amounts_are_written_out_to_the_last_kopeck() throws Exception {
        post(
                "/facts",
                "{\"type\":\"deal\",\"id\":\"D1\",\"set\":{\"status\":\"open\",\"amount\":\"77302992.97\",\"owner\":\"e1\"}}");
        String written = text("/deviations?rule=large");
        assertTrue(written.contains("\"stake\":77302992.97"), written);
    }

    @Test
    void a_deviation_is_held_and_a_decision_brought_to_its_end() throws Exception {
        deal("D1", 5000, "e1");
        JsonNode huge = get("/deviations?rule=huge").path("deviations").get(0);
        String path = "/deviations/" + huge.path("number").asLong();
        String until = Instant.now().plus(Duration.ofDays(2)).toString();

        assertEquals(
                400,
                post(path + "/hold", "{\"until\":\"" + until + "\",\"reason\":\" \"}")
                        .statusCode());
        assertEquals(
                200,
                post(path + "/hold", "{\"until\":\"" + until + "\",\"reason\":\"отпуск\"}")
                        .statusCode());
        assertEquals("held", get(path).path("review").path("state").asText());
        long decision = get("/decisions?state=open")
                .path("decisions")
                .get(0)
                .path("number")
                .asLong();
        assertEquals(
                400,
                post("/decisions/" + decision + "/state", "{\"state\":\"rejected\"}")
                        .statusCode());
        assertEquals(
                200,
                post("/decisions/" + decision + "/state", "{\"state\":\"done\"}")
                        .statusCode());
        assertEquals("done", get("/decisions/" + decision).path("state").asText());
        deal("D1", 50, "e1");
        assertEquals(
                List.of("raised", "decided", "held", "done", "cleared"),
                kinds(get(path).path("history")));
        JsonNode audit = get("/audit");
        assertTrue(audit.path("whole").asBoolean());
        assertEquals(2, audit.path("entries").size());
    }

    @Test
    void what_is_not_there_is_not_found() throws Exception {
        assertEquals(404, status("/deviations/77"));
        assertEquals(404, status("/decisions/77"));
        assertEquals(404, status("/nothing"));
        assertEquals(400, status("/readings?kpi=nothing"));
        assertEquals(400, status("/deviations?raised_after=yesterday"));
        assertEquals(400, status("/deviations?after=77"));
        assertEquals(400, post("/deviations/77/acknowledge", "{}").statusCode());
    }

    /** What a page of another site could have a browser send, and what must not be refused. */
    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site, 403",
        "Sec-Fetch-Site, same-site, 403",
        "Sec-Fetch-Site, same-origin, 200",
        "Sec-Fetch-Site, none, 200",
        "Origin, http://evil.example, 403",
        "Origin, null, 403",
        "Origin, http://127.0.0.1:1, 403",
        "User-Agent, curl, 200",
    })
    void only_our_own_pages_may_write(String header, String value, int expected) throws Exception {
        String fact = "{\"type\":\"deal\",\"id\":\"D1\",\"set\":{}}";
        assertEquals(expected, post("/facts", fact, header, value).statusCode());
    }

    @Test
    void a_name_that_was_bent_to_lead_here_is_refused() throws Exception {
        try (var socket = new java.net.Socket("127.0.0.1", service.port())) {
            socket.getOutputStream()
                    .write("GET /api/v1/deviations HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                            .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 403"), answer);
        }
    }

    @Test
    void every_route_is_described_and_nothing_else() throws Exception {
        Map<String, Object> description;
        try (InputStream file = Api.class.getResourceAsStream("openapi.yaml")) {
            description = new Yaml().load(file);
        }
        Set<String> described = new TreeSet<>();
        Map<?, ?> paths = (Map<?, ?>) description.get("paths");
        paths.forEach((path, methods) -> ((Map<?, ?>) methods)
                .keySet()
                .forEach(method -> described.add(String.valueOf(method).toUpperCase(Locale.ROOT) + " " + path)));
        Set<String> answered = new TreeSet<>(service.routes());
        answered.removeIf(route -> !route.matches("[A-Z]+ /(api/v1/.*|health|ready|metrics|openapi.yaml)"));
        assertEquals(described, answered);
        assertFalse(described.isEmpty());
        assertEquals(
                200,
                http.send(
                                HttpRequest.newBuilder(URI.create(root() + "/openapi.yaml"))
                                        .build(),
                                BodyHandlers.ofString())
                        .statusCode());
    }

    private void deal(String id, int amount, String owner) throws IOException, InterruptedException {
        String fact = "{\"type\":\"deal\",\"id\":\"" + id + "\",\"set\":{\"status\":\"open\",\"amount\":" + amount
                + ",\"owner\":\"" + owner + "\"}}";
        assertEquals(200, post("/facts", fact).statusCode());
    }

    private static List<String> kinds(JsonNode history) {
        List<String> kinds = new ArrayList<>();
        history.forEach(each -> kinds.add(each.path("kind").asText()));
        return kinds;
    }

    private String root() {
        return "http://127.0.0.1:" + service.port();
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return json.readTree(text(path));
    }

    private String text(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(URI.create(root() + "/api/v1" + path)).build(), BodyHandlers.ofString());
        assertEquals(200, response.statusCode(), response.body());
        return response.body();
    }

    private int status(String path) throws IOException, InterruptedException {
        return http.send(
                        HttpRequest.newBuilder(URI.create(root() + "/api/v1" + path))
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    private HttpResponse<String> post(String path, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(root() + "/api/v1" + path)).POST(BodyPublishers.ofString(body));
        if (headers.length > 0) request.headers(headers);
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
