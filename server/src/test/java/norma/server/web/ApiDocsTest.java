package norma.server.web;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
import org.junit.jupiter.api.io.TempDir;

/** The description of the API, as a browser shows it. */
class ApiDocsTest {

    private static final String DEFINITIONS = """
            schema: 1
            model: { currency: RUB, pipelines: { main: [lead, proposal] } }
            calendars:
              office: { zone: Europe/Moscow }
            """;

    @TempDir
    Path profile;

    @Test
    void every_operation_is_shown_and_nothing_is_refused_by_the_policy() {
        Standards standards = Definitions.read(List.of(new Source("test.yaml", DEFINITIONS)), Map.of(), new Problems())
                .orElseThrow();
        Clock clock = Clock.systemUTC();
        try (Browser browser = Browser.open("en", profile);
                Store store = Store.open(Databases.sqlite());
                Live live = Live.start(store, standards, DrlRules.none(), clock);
                Service service = Service.start(0, store, live, clock)) {
            browser.go("http://localhost:" + service.port() + "/api/docs");
            long described = service.routes().stream()
                    .filter(route -> route.matches("[A-Z]+ /(api/v1/.*|health|ready|metrics|openapi.yaml)"))
                    .count();
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> browser.all(".opblock").size() == described);
            assertEquals(List.of(), browser.complaints());
        }
    }
}
