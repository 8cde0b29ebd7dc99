package norma.server.notify;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import norma.server.http.Service;
import norma.server.store.Databases;
import norma.server.store.Outbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What became of messages, over HTTP, and the link by which a reader ends them. */
class NotificationRoutesTest {

    private static final String ROUTES = """
            schema: 1
            people: { e1: { mail: seller@firm.example } }
            routes: { now: { to: owner } }
            """;

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicReference<Answer> answer = new AtomicReference<>(new Answer.Taken());
    private Firm firm;
    private Notifier notifier;
    private Service service;

    @BeforeEach
    void start() throws Exception {
        firm = new Firm(Databases.sqlite(), "2026-03-02T09:00:00Z", ROUTES);
        notifier = firm.notifier(message -> answer.get(), message -> answer.get());
        service = Service.start(0, firm.store, firm.live, firm.hands);
        firm.people();
    }

    @AfterEach
    void stop() {
        service.close();
        notifier.close();
        firm.close();
    }

    @Test
    void what_failed_is_shown_with_its_reason_and_can_be_sent_again() throws Exception {
        answer.set(new Answer.Refused("no such mailbox"));
        firm.deal("D1", 500);
        turnUntil(Outbox.State.FAILED);
        JsonNode failed = get("/notifications?state=failed").path("messages").path(0);
        assertEquals("no such mailbox", failed.path("reason").textValue());
        assertEquals("person:e1", failed.path("recipient").textValue());
        assertFalse(failed.has("body"), "what it says is for its recipient");
        assertEquals(1, get("/health").path("messages").path("failed").asInt());

        answer.set(new Answer.Taken());
        assertEquals(200, post("/notifications/1/again").statusCode());
        turnUntil(Outbox.State.SENT);
        assertEquals(
                failed.path("id"),
                get("/notifications").path("messages").path(0).path("id"));
        assertEquals(404, post("/notifications/1/again").statusCode(), "it was taken");
        assertEquals(
                "sent again", get("/audit").path("entries").path(0).path("act").textValue());
    }

    @Test
    void the_link_in_a_letter_asks_first_and_then_ends_them() throws Exception {
        firm.deal("D1", 500);
        turnUntil(Outbox.State.SENT);
        String stop = Letter.read(firm.messages().get(0).body()).stop().replace("https://norma.example/api/v1", "");
        HttpResponse<String> page = send(request(stop).GET());
        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("<form method=\"post\">"), page.body());
        assertEquals(
                0,
                get("/notifications/silenced").path("silenced").size(),
                "a program that looks at links ends nothing");

        assertEquals(404, post(stop.replace("route=now", "route=all")).statusCode(), "the key is of one route");
        assertEquals(404, post(stop.replace("e1", "e9")).statusCode(), "and of one reader");
        assertEquals(200, post(stop).statusCode());
        firm.deal("D2", 500);
        notifier.turn();
        notifier.turn();
        assertEquals(1, firm.messages().size());

        assertEquals(200, post("/notifications/resume?route=now&to=person:e1").statusCode());
        firm.deal("D3", 500);
        notifier.turn();
        assertEquals(2, firm.messages().size());
    }

    @Test
    void the_api_tells_when_facts_came_last() throws Exception {
        JsonNode facts = get("/health").path("facts");
        assertEquals("employee", facts.path(0).path("type").textValue());
        assertEquals("2026-03-02T09:00:00Z", facts.path(0).path("last_at").textValue());
        assertTrue(facts.path(0).path("late_since").isNull());
        assertEquals(0, get("/health").path("rules").size());
    }

    @Test
    void only_states_that_there_are_can_be_asked_for() throws Exception {
        assertEquals(400, send(request("/notifications?state=lost").GET()).statusCode());
        for (String state : List.of("waiting", "sent", "failed", "dropped"))
            assertEquals(
                    200, send(request("/notifications?state=" + state).GET()).statusCode());
    }

    private void turnUntil(Outbox.State state) {
        await().until(() -> {
            notifier.turn();
            return firm.messages().get(0).state() == state;
        });
    }

    private JsonNode get(String path) throws Exception {
        HttpResponse<String> response = send(request(path).GET());
        assertEquals(200, response.statusCode(), response.body());
        return json.readTree(response.body());
    }

    private HttpResponse<String> post(String path) throws Exception {
        return send(request(path).POST(BodyPublishers.noBody()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + "/api/v1" + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
