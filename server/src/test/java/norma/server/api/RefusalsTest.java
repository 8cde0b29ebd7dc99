package norma.server.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import norma.diagnostics.Problems;
import norma.diagnostics.Source;
import norma.judge.DrlRules;
import norma.server.http.Service;
import norma.server.live.Live;
import norma.server.store.Databases;
import norma.server.store.Store;
import norma.standard.yaml.Definitions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A program that asks wrongly is told what is wrong, in both languages and in one form. */
class RefusalsTest {

    private static final Source MODEL = new Source("model.yaml", """
            schema: 1
            model: { currency: RUB, pipelines: { main: [lead] } }
            calendars:
              office: { zone: Europe/Moscow, week: [mon, tue, wed, thu, fri] }
            """);

    private final HttpClient http = HttpClient.newHttpClient();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            GET  | /deviations/77                    |              | 404 | there is no deviation 77                            | нет отклонения 77
            GET  | /deviations?limit=few             |              | 400 | 'limit' is a whole number                           | «limit» — целое число
            GET  | /deviations/x                     |              | 400 | 'number' is a whole number                          | «number» — целое число
            GET  | /deviations?after=x               |              | 400 | 'after' is the 'next' of the page before            | «after» — это «next» предыдущей страницы
            GET  | /deviations?stake_from=much       |              | 400 | 'stake_from' is an amount such as 100000 or 99.50   | «stake_from» — сумма, например 100000 или 99.50
            GET  | /decisions/77                     |              | 404 | there is no decision 77                             | нет решения 77
            GET  | /definitions/77                   |              | 404 | there is no version 77                              | нет версии 77
            GET  | /readings                         |              | 400 | 'kpi' names one of the KPI in force                 | «kpi» — один из действующих показателей
            POST | /deviations/77/hold               | {            | 400 | this is no JSON                                     | это не JSON
            POST | /deviations/77/hold               | {}           | 400 | 'until' is missing                                  | не указано «until»
            POST | /deviations/77/hold               | {"reason":"x","until":"soon"} | 400 | 'until' is a time such as          | «until» — время, например
            POST | /definitions/validate             | {}           | 400 | 'base' is the version that was edited               | «base» — версия, которую правили
            GET  | /nowhere                          |              | 404 | GET /api/v1/nowhere is nothing that is answered     | запроса GET /api/v1/nowhere нет
            POST | /readings                         | {}           | 404 | POST /api/v1/readings is nothing that is answered   | запроса POST /api/v1/readings нет
            """)
    void what_is_wrong_is_said_in_both_languages(
            String method, String path, String body, int status, String en, String ru) throws Exception {
        try (Store store = Store.open(Databases.sqlite());
                Live live = live(store);
                Service service = Service.start(0, store, live, Clock.systemUTC())) {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://localhost:" + service.port() + "/api/v1" + path))
                    .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                    .build();
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            assertEquals(status, response.statusCode(), response.body());
            JsonNode said = new ObjectMapper().readTree(response.body());
            assertEquals(status, said.path("status").asInt());
            assertTrue(said.at("/reason/en").asText().startsWith(en), response.body());
            assertTrue(said.at("/reason/ru").asText().startsWith(ru), response.body());
        }
    }

    private static Live live(Store store) {
        var standards =
                Definitions.read(List.of(MODEL), Map.of(), new Problems()).orElseThrow();
        return Live.start(store, standards, DrlRules.none(), Clock.systemUTC());
    }
}
