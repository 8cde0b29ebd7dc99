package norma.server.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import norma.diagnostics.Problems;
import norma.diagnostics.Source;
import norma.judge.DrlRules;
import norma.server.http.Service;
import norma.server.live.Live;
import norma.server.store.Databases;
import norma.server.store.Store;
import norma.standard.Standards;
import norma.standard.yaml.Definitions;
import org.junit.jupiter.api.Test;

/** What Prometheus would scrape. */
class MetricsTest {

    private static final String DEFINITIONS = """
            schema: 1
            model: { currency: RUB, pipelines: { main: [lead, proposal] }, segments: [b2b] }
            calendars:
              office: { zone: Europe/Moscow, week: [mon, tue, wed, thu, fri] }
            deviations:
              large:
                on: deal
                only_if: status = open and amount > 100
                severity: critical
                message: { en: "{amount}", ru: "{amount}" }
            """;
    /** One sample of the text format, version 0.0.4. */
    private static final Pattern SAMPLE =
            Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*(\\{([a-zA-Z_][a-zA-Z0-9_]*=\"[^\"]*\",?)*})? [-+.eE0-9NaInf]+");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void facts_turns_deviations_and_requests_are_counted() throws Exception {
        Standards standards = Definitions.read(List.of(new Source("test.yaml", DEFINITIONS)), Map.of(), new Problems())
                .orElseThrow();
        try (Store store = Store.open(Databases.sqlite());
                Live live = Live.start(store, standards, DrlRules.none(), Clock.systemUTC());
                Service service = Service.start(0, store, live, Clock.systemUTC())) {
            String root = "http://localhost:" + service.port();
            assertEquals(200, post(root + "/api/v1/facts", """
                    [{"type":"deal","id":"D1","set":{"status":"open","amount":200}},
                     {"type":"deal","id":"D2","set":{"status":"open","amount":300}},
                     {"type":"deal","id":"D3","set":{"status":"open","amount":3}},
                     {"type":"dael","id":"D4","set":{}}]"""));
            assertEquals(200, get(root + "/api/v1/deviations/1").statusCode());
            assertEquals(200, get(root + "/api/v1/deviations/2").statusCode());
            assertEquals(404, get(root + "/api/v1/deviations/9").statusCode());
            assertEquals(404, get(root + "/nowhere").statusCode());

            HttpResponse<String> scraped = get(root + "/metrics");
            assertEquals(
                    "text/plain; version=0.0.4; charset=utf-8",
                    scraped.headers().firstValue("Content-Type").orElse(""));
            String body = scraped.body();
            body.lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> assertTrue(SAMPLE.matcher(line).matches(), line));
            assertEquals(3, value(body, "norma_facts_taken_total"));
            assertEquals(2, value(body, "norma_deviations_standing{severity=\"critical\"}"));
            assertTrue(value(body, "norma_turn_seconds_count") >= 1, body);
            assertEquals(
                    2,
                    value(
                            body,
                            "http_server_requests_seconds_count{method=\"GET\",route=\"/api/v1/deviations/{number}\",status=\"200\"}"));
            assertEquals(
                    1, value(body, "http_server_requests_seconds_count{method=\"GET\",route=\"none\",status=\"404\"}"));
            assertTrue(value(body, "norma_events_last") >= 2, body);
        }
    }

    private static double value(String body, String name) {
        Matcher found = Pattern.compile("^" + Pattern.quote(name) + " (\\S+)$", Pattern.MULTILINE)
                .matcher(body);
        assertTrue(found.find(), () -> name + " is not in\n" + body);
        return Double.parseDouble(found.group(1));
    }

    private HttpResponse<String> get(String address) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
    }

    private int post(String address, String body) throws Exception {
        return http.send(
                        HttpRequest.newBuilder(URI.create(address))
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString())
                .statusCode();
    }
}
