package norma.server.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import norma.server.http.Service;
import norma.server.store.Databases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The address at which others reach the service: what its links begin with. */
class PublicUrlTest {

    @ParameterizedTest
    @CsvSource({
        "https://norma.example, norma.example, https://norma.example",
        "https://Norma.Example/, norma.example, https://norma.example",
        "http://norma.example:8080, norma.example, http://norma.example:8080",
    })
    void isAnAddressWithoutAPath(String written, String host, String root) {
        assertEquals(Optional.of(new PublicUrl(host, root)), PublicUrl.of(written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "norma.example",
                "ftp://norma.example",
                "https://norma.example/sales",
                "https://norma.example?a=1",
                "https://me@norma.example",
                "https://",
                "https://a b",
            })
    void nothingElseIsTaken(String written) {
        assertEquals(Optional.empty(), PublicUrl.of(written));
    }

    @Test
    void feedsLeadToItAndNoHeaderLeadsElsewhere() throws Exception {
        Site site = Site.loopback(0).at(PublicUrl.of("https://norma.example").orElseThrow());
        assertTrue(site.isOpenToOthers(), "so that somebody has to be able to keep it");
        assertEquals("https://norma.example", site.root(7070));
        try (Firm firm = new Firm(Databases.sqlite()).withAccounts();
                Service service = firm.serve(site)) {
            for (String feed : List.of("/api/v1/feed.json", "/api/v1/feed.atom")) {
                String said = read(firm, service, feed, "norma.example");
                assertTrue(said.contains("https://norma.example" + feed), said);
                assertTrue(said.contains("https://norma.example/deviations/"), said);
                assertFalse(said.contains("evil.example") || said.contains("http://norma"), said);
            }
        }
    }

    @Test
    void withoutItLinksLeadToTheNameThatWasAsked() throws Exception {
        try (Firm firm = new Firm(Databases.sqlite()).withAccounts();
                Service service = firm.serve(Site.loopback(0))) {
            String said = read(firm, service, "/api/v1/feed.json", "localhost:" + service.port());
            assertTrue(said.contains("\"http://localhost:" + service.port() + "/deviations/"), said);
            assertFalse(said.contains("evil.example") || said.contains("https://localhost"), said);
        }
    }

    private static String read(Firm firm, Service service, String feed, String host) throws Exception {
        Wire.Answer answer = Wire.send(
                service.port(),
                "GET",
                feed,
                Map.of(
                        "Host", host,
                        "Authorization", "Bearer " + firm.tokens.get("administrator"),
                        "X-Forwarded-Proto", "https",
                        "X-Forwarded-Host", "evil.example",
                        "Forwarded", "host=evil.example;proto=https"),
                "");
        assertEquals(200, answer.status(), answer.text());
        return answer.text();
    }
}
