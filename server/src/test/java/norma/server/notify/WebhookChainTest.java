package norma.server.notify;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import norma.server.store.Databases;
import norma.server.store.Outbox;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From a deviation to the program that is told of it, with everything that may happen on the way. */
class WebhookChainTest {

    private static final Carrier NO_MAIL = message -> {
        throw new AssertionError("no mail is expected");
    };

    private final ObjectMapper json = new ObjectMapper();

    static Stream<String> databases() {
        return Databases.each();
    }

    private static String routes(int port) {
        return """
                schema: 1
                webhooks:
                  crm: { url: "http://127.0.0.1:%d/hook?a=b", secret: CRM_SECRET }
                routes:
                  all: { on: [raised, worsened, cleared], to: crm }
                """.formatted(port);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void what_was_raised_before_a_restart_is_told_after_it_and_once(String url) throws Exception {
        int port = freePort();
        try (Firm firm = new Firm(url, "2026-03-02T09:00:00Z", routes(port))) {
            firm.start(firm.webhooks(), NO_MAIL);
            firm.people();
            firm.deal("D1", 500);
            await().until(() ->
                    firm.messages().size() == 1 && firm.messages().get(0).reason() != null);
            Outbox.Message waiting = firm.messages().get(0);
            assertEquals(Outbox.State.WAITING, waiting.state());
            assertTrue(String.valueOf(waiting.reason()).contains("Connection refused"), waiting.reason());

            firm.restartAfter(Duration.ofMinutes(10));
            try (Receiver crm = new Receiver(port)) {
                firm.start(firm.webhooks(), NO_MAIL);
                await().until(() -> firm.messages().get(0).state() == Outbox.State.SENT);
                Receiver.Got got = crm.got.get(0);
                assertEquals("/hook?a=b", got.path());
                assertEquals(waiting.id(), got.header("webhook-id"));
                assertEquals(String.valueOf(firm.hands.millis() / 1000), got.header("webhook-timestamp"));
                assertEquals("v1," + hmac(got), got.header("webhook-signature"));
                JsonNode event =
                        json.readTree(got.body()).path("data").path("events").path(0);
                assertEquals("raised", event.path("kind").textValue());
                assertEquals(
                        "D1", event.path("deviation").path("subject").path("id").textValue());
                assertEquals("e9", event.path("deviation").path("head").textValue());
                assertEquals(
                        "https://norma.example/deviations/1",
                        event.path("deviation").path("url").textValue());

                firm.restartAfter(Duration.ofDays(1));
                firm.start(firm.webhooks(), NO_MAIL);
                firm.deal("D2", 500);
                await().until(() -> crm.got.size() == 2);
                assertEquals(
                        List.of("D1", "D2"),
                        crm.got.stream().map(this::subject).toList(),
                        "what was told is not told again");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void what_was_not_answered_is_sent_again_under_the_same_id(String url) throws Exception {
        try (Receiver crm = new Receiver(0).answering(n -> List.of(Receiver.HANGS_UP, 500, 307, 200)
                        .get(n));
                Firm firm = new Firm(url, "2026-03-02T09:00:00Z", routes(crm.port()))) {
            firm.start(firm.webhooks(), NO_MAIL);
            firm.deal("D1", 500);
            for (int tries = 1; tries <= 4; tries++) {
                int so = tries;
                await().until(() -> crm.got.size() == so && heardOf(firm));
                firm.restartAfter(Duration.ofMinutes(10));
                firm.start(firm.webhooks(), NO_MAIL);
            }
            assertEquals(Outbox.State.SENT, firm.messages().get(0).state());
            Set<String> ids = new HashSet<>();
            Set<String> signatures = new HashSet<>();
            Set<String> bodies = new HashSet<>();
            for (Receiver.Got got : crm.got) {
                assertEquals("/hook?a=b", got.path(), "a redirect leads nowhere");
                ids.add(got.header("webhook-id"));
                bodies.add(new String(got.body(), StandardCharsets.UTF_8));
                signatures.add(got.header("webhook-signature"));
            }
            assertEquals(1, ids.size());
            assertEquals(1, bodies.size());
            assertEquals(4, signatures.size(), "each try is signed for its own time");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void who_is_gone_is_told_nothing_more(String url) throws Exception {
        try (Receiver crm = new Receiver(0).answering(n -> 410);
                Firm firm = new Firm(url, "2026-03-02T09:00:00Z", routes(crm.port()))) {
            firm.start(firm.webhooks(), NO_MAIL);
            firm.deal("D1", 500);
            await().until(() -> firm.messages().stream().anyMatch(each -> each.state() == Outbox.State.FAILED));
            assertEquals("it answered 410 Gone", firm.messages().get(0).reason());
            firm.deal("D2", 500);
            long last = firm.store.read(tables -> tables.events().last());
            await().until(() ->
                    firm.store.read(tables -> tables.outbox().routed()).orElse(0) == last);
            assertEquals(1, firm.messages().size());
            assertEquals(1, crm.got.size());
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void whoever_is_never_there_is_given_up_and_shown(String url) throws Exception {
        try (Firm firm = new Firm(url, "2026-03-02T09:00:00Z", routes(1))) {
            Notifier notifier = firm.notifier(message -> new Answer.Later("closed", 0), NO_MAIL);
            firm.deal("D1", 500);
            for (int hours = 0; hours < 80; hours++) {
                notifier.turn();
                await().until(() -> heardOf(firm));
                firm.hands.pass(Duration.ofHours(1));
            }
            Outbox.Message message = firm.messages().get(0);
            assertEquals(Outbox.State.FAILED, message.state());
            assertEquals("closed", message.reason());
            assertTrue(message.attempts() > 10 && message.attempts() < 25, "tries: " + message.attempts());
            assertNotEquals(0, message.stateAt() - message.madeAt());
            notifier.close();
        }
    }

    /** The last try has come to its end. */
    private static boolean heardOf(Firm firm) {
        Outbox.Message message = firm.messages().get(0);
        return message.state() != Outbox.State.WAITING || message.attempts() > 0 && message.reason() != null;
    }

    private String subject(Receiver.Got got) {
        try {
            return json.readTree(got.body())
                    .at("/data/events/0/deviation/subject/id")
                    .textValue();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Computed once more, as a receiver would. */
    private static String hmac(Receiver.Got got) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"), "HmacSHA256"));
        ByteArrayOutputStream signed = new ByteArrayOutputStream();
        signed.write((got.header("webhook-id") + "." + got.header("webhook-timestamp") + ".")
                .getBytes(StandardCharsets.UTF_8));
        signed.write(got.body());
        return Base64.getEncoder().encodeToString(mac.doFinal(signed.toByteArray()));
    }

    private static int freePort() throws Exception {
        try (var socket = new java.net.ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
