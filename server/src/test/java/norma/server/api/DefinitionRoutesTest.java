package norma.server.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import norma.diagnostics.Problems;
import norma.diagnostics.Source;
import norma.judge.DrlRules;
import norma.server.http.Service;
import norma.server.live.Live;
import norma.server.publish.Publishing;
import norma.server.store.Databases;
import norma.server.store.Store;
import norma.standard.Standards;
import norma.standard.yaml.Definitions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Operations staff change definitions while Norma runs. */
class DefinitionRoutesTest {

    private static final String MODEL = """
            schema: 1
            model: { currency: RUB, pipelines: { main: [lead, proposal] }, segments: [b2b, b2g] }
            calendars:
              office: { zone: Europe/Moscow, week: [mon, tue, wed, thu, fri] }
            """;
    private static final String RULES = """
            schema: 1
            deviations:
              large:
                on: deal
                only_if: status = open and amount > 100
                message: { en: "{amount}", ru: "{amount}" }
            """;
    private static final String STRICTER = RULES.replace("amount > 100", "amount > 50");

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    static Stream<String> databases() {
        return Databases.each();
    }

    private interface Story {
        void with(String address) throws Exception;
    }

    private void told(String database, Story story) throws Exception {
        List<Source> files = List.of(new Source("model.yaml", MODEL), new Source("rules.yaml", RULES));
        Standards standards = Definitions.read(files, Map.of(), new Problems()).orElseThrow();
        try (Store store = Store.open(database);
                Live live = Live.start(store, standards, DrlRules.none(), Clock.systemUTC())) {
            Publishing publishing = new Publishing(store, live, Clock.systemUTC());
            publishing.publish(files, Publishing.FILES);
            try (Service service = Service.start(0, store, live, Clock.systemUTC())) {
                story.with("http://localhost:" + service.port() + "/api/v1");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void what_is_rehearsed_is_what_comes_true_and_can_be_taken_back(String database) throws Exception {
        told(database, address -> {
            String facts = """
                    [{"type":"deal","id":"D1","set":{"status":"open","amount":200}},
                     {"type":"deal","id":"D2","set":{"status":"open","amount":70}},
                     {"type":"deal","id":"D3","set":{"status":"open","amount":60}},
                     {"type":"deal","id":"D4","set":{"status":"open","amount":10}}]""";
            assertEquals(200, post(address + "/facts", facts).status());
            assertEquals(1, get(address + "/deviations").path("total").asInt());

            Answer rehearsed = post(address + "/definitions/rehearse", draft(1, "rules.yaml", STRICTER));
            assertEquals(200, rehearsed.status());
            assertTrue(rehearsed.body().path("valid").asBoolean());
            assertEquals(2, rehearsed.body().at("/would/raise/large").asInt());
            assertEquals(2, rehearsed.body().at("/would/first").size());
            assertEquals(1, get(address + "/deviations").path("total").asInt(), "a rehearsal changes nothing");

            Answer published = post(address + "/definitions", draft(1, "rules.yaml", STRICTER));
            assertEquals(200, published.status());
            assertEquals(2, published.body().path("version").asInt());
            assertEquals(3, get(address + "/deviations").path("total").asInt());

            Answer back = post(address + "/definitions/1/roll-back", "");
            assertEquals(3, back.body().path("version").asInt());
            assertEquals(1, get(address + "/deviations").path("total").asInt());
            assertEquals(
                    RULES,
                    get(address + "/definitions/3").at("/texts/rules.yaml").asText());
            assertEquals(
                    List.of("3 local", "2 local", "1 files"),
                    get(address + "/definitions").findValue("versions").findValuesAsText("version").stream()
                            .map(each -> each + " " + author(address, each))
                            .toList());
        });
    }

    private String author(String address, String version) {
        try {
            return get(address + "/definitions/" + version).path("author").asText();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void every_problem_is_told_and_the_last_good_version_stays(String database) throws Exception {
        told(database, address -> {
            String wrong = RULES.replace("amount > 100", "amout > 100") + "    severty: critical\n";
            Answer refused = post(address + "/definitions", draft(1, "rules.yaml", wrong));
            assertEquals(422, refused.status());
            JsonNode problems = refused.body().path("problems");
            assertEquals(List.of("unknown-name", "unknown-key"), problems.findValuesAsText("code"));
            assertEquals(List.of("rules.yaml", "rules.yaml"), problems.findValuesAsText("file"));
            assertEquals(List.of("5", "7"), problems.findValuesAsText("line"));
            assertEquals(List.of("amount", "severity"), problems.findValuesAsText("suggestion"));
            Answer checked = post(address + "/definitions/validate", draft(1, "rules.yaml", wrong));
            assertEquals(refused.body().path("problems"), checked.body().path("problems"));
            assertEquals(1, get(address + "/definitions").path("versions").size());
        });
    }

    @ParameterizedTest
    @MethodSource("databases")
    void two_who_edit_one_version_do_not_overwrite_each_other(String database) throws Exception {
        told(database, address -> {
            assertEquals(
                    200,
                    post(address + "/definitions", draft(1, "rules.yaml", STRICTER))
                            .status());
            Answer late = post(address + "/definitions", draft(1, "rules.yaml", RULES));
            assertEquals(400, late.status());
            assertEquals(
                    "version 2 is in force by now, not 1",
                    late.body().at("/reason/en").asText());
            assertEquals(
                    "уже действует версия 2, а не 1",
                    late.body().at("/reason/ru").asText());
        });
    }

    @ParameterizedTest
    @MethodSource("databases")
    void rules_in_drl_and_names_of_no_definitions_are_not_taken(String database) throws Exception {
        told(database, address -> {
            for (String name : List.of("rules.drl", "../rules.yaml.drl", "a\nb.yaml", ""))
                assertEquals(
                        400,
                        post(address + "/definitions", draft(1, name, "rule x when then end"))
                                .status(),
                        name);
            assertEquals(400, post(address + "/definitions", "{}").status());
            assertEquals(
                    400,
                    post(address + "/definitions", draft(7, "rules.yaml", RULES))
                            .status());
        });
    }

    private String draft(long base, String name, String text) {
        ObjectNode draft = json.createObjectNode().put("base", base);
        draft.putObject("files").put(name, text);
        return draft.toString();
    }

    private record Answer(int status, JsonNode body) {}

    private Answer post(String address, String body) throws Exception {
        var response = http.send(
                HttpRequest.newBuilder(URI.create(address))
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        boolean isJson =
                response.headers().firstValue("Content-Type").orElse("").startsWith("application/json");
        return new Answer(response.statusCode(), isJson ? json.readTree(response.body()) : json.nullNode());
    }

    private JsonNode get(String address) throws Exception {
        return json.readTree(
                http.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
                        .body());
    }
}
