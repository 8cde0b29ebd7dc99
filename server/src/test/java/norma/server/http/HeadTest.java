package norma.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import norma.server.access.Firm;
import norma.server.access.Site;
import norma.server.access.Wire;
import norma.server.store.Databases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** HEAD is answered as GET is, without a body; what is not there is said in the words of whoever asks. */
class HeadTest {

    private Firm firm;
    private Service service;

    @BeforeEach
    void start() throws Exception {
        firm = new Firm(Databases.sqlite()).withAccounts();
        service = firm.serve(Site.loopback(0));
    }

    @AfterEach
    void stop() {
        service.close();
        firm.close();
    }

    @Test
    void status_and_headers_are_those_of_get() throws Exception {
        for (String path : List.of(
                "/",
                "/decisions",
                "/readings",
                "/definitions",
                "/deviations/99",
                "/nowhere",
                "/health",
                "/ready",
                "/openapi.yaml",
                "/api/v1/deviations",
                "/api/v1/deviations/99",
                "/api/v1/definitions",
                "/api/v1/nowhere")) {
            Wire.Answer got = ask("GET", path, "administrator");
            Wire.Answer head = ask("HEAD", path, "administrator");
            assertEquals(got.status(), head.status(), path);
            assertEquals("", body(head), path);
            assertFalse(body(got).isEmpty(), path);
            for (String name : List.of("Content-Type", "Content-Length", "Content-Security-Policy", "Cache-Control"))
                assertEquals(got.headers(name), head.headers(name), path + " " + name);
        }
    }

    @Test
    void a_stream_says_what_it_is() throws Exception {
        for (String path : List.of("/api/v1/events/stream", "/feed/live")) {
            Wire.Answer head = ask("HEAD", path, "administrator");
            assertEquals(200, head.status(), path);
            assertTrue(head.headers("Content-Type").get(0).startsWith("text/event-stream"), head.text());
            assertEquals("", body(head), path);
        }
    }

    @Test
    void who_may_not_get_may_not_ask_for_the_head() throws Exception {
        assertEquals(403, ask("HEAD", "/api/v1/audit", "seller").status());
        assertEquals(
                401,
                Wire.send(service.port(), "HEAD", "/api/v1/audit", Map.of(), "").status());
        Wire.Answer page = Wire.send(service.port(), "HEAD", "/decisions", Map.of(), "");
        assertEquals(303, page.status());
        assertTrue(page.headers("Location").get(0).contains("/sign-in"), page.text());
    }

    @Test
    void a_page_that_is_not_there_is_said_to_a_reader_in_a_page() throws Exception {
        Wire.Answer english = ask("GET", "/nowhere?lang=en", "administrator");
        assertEquals(404, english.status());
        assertTrue(body(english).contains("<html") && body(english).contains("There is no such page."), english.text());
        assertTrue(body(ask("GET", "/nowhere?lang=ru", "administrator")).contains("Такой страницы нет."));
    }

    private Wire.Answer ask(String method, String path, String role) throws Exception {
        return Wire.send(service.port(), method, path, Map.of("Authorization", "Bearer " + firm.tokens.get(role)), "");
    }

    private static String body(Wire.Answer answer) {
        return answer.text().substring(answer.text().indexOf("\r\n\r\n") + 4);
    }
}
