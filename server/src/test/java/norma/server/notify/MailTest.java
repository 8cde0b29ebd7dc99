package norma.server.notify;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import norma.server.store.Databases;
import norma.server.store.Outbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Letters, handed over to a real SMTP server. 2026-03-02 is a Monday, Moscow is UTC+3. */
class MailTest {

    private static final String ROUTES = """
            schema: 1
            language: ru
            people:
              e1: { mail: seller@firm.example, language: en }
              e9: { mail: head@firm.example }
            routes:
              now: { title: { en: At once, ru: Сразу }, when: { severity: critical }, to: owner }
              morning: { title: { en: Mornings, ru: Утренняя сводка }, digest: working days at 09:00, to: head }
            """;

    private static final Carrier NO_WEBHOOKS = message -> {
        throw new AssertionError("no webhook is expected");
    };

    private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private Firm firm;
    private Notifier notifier;

    @BeforeEach
    void start() throws Exception {
        server.start();
        firm = new Firm(Databases.sqlite(), "2026-03-02T12:00:00Z", ROUTES);
        notifier = firm.notifier(NO_WEBHOOKS, mail(Optional.empty(), Optional.empty()));
        firm.people();
    }

    @AfterEach
    void stop() {
        notifier.close();
        firm.close();
        server.stop();
    }

    private Mail mail(Optional<String> user, Optional<String> password) {
        Smtp smtp = new Smtp(
                "127.0.0.1", server.getSmtp().getPort(), Smtp.Security.NONE, "norma@firm.example", user, password);
        Routes routes = Firm.routes(ROUTES);
        return new Mail(smtp, new Addresses(() -> routes)::of, firm.hands);
    }

    @Test
    void a_letter_comes_at_once_in_its_readers_language_with_the_way_to_end_it() throws Exception {
        firm.fact("deal", "D1", "status", "open", "title", "Ромашка <b>&</b> Ко", "owner", "e1", "amount", 50_000_000L);
        turn();
        MimeMessage letter = only();
        assertEquals("seller@firm.example", letter.getAllRecipients()[0].toString());
        assertEquals("Norma: New: Large deal — Ромашка <b>&</b> Ко · D1", letter.getSubject());
        assertEquals("<" + firm.messages().get(0).id() + "@firm.example>", letter.getMessageID());
        assertEquals("auto-generated", letter.getHeader("Auto-Submitted", null));
        assertArrayEquals(new String[] {"en"}, letter.getContentLanguage());
        assertEquals(firm.hands.millis() / 1000, letter.getSentDate().getTime() / 1000);
        String text = part(letter, 0, "text/plain");
        assertTrue(text.contains("https://norma.example/deviations/1"), text);
        assertTrue(text.matches("(?s).*5.000.₽ is too much\\. At stake: 5.000.₽.*"), text);
        String html = part(letter, 1, "text/html");
        assertTrue(html.contains("Ромашка &lt;b&gt;&amp;&lt;/b&gt; Ко"), html);
        assertTrue(html.contains("<a href=\"https://norma.example/deviations/1\">"), html);
        String stop = letter.getHeader("List-Unsubscribe", null).replaceAll("[<>]", "");
        assertTrue(stop.startsWith("https://norma.example/api/v1/notifications/stop?route=now&to=person%3Ae1&key="));
        assertEquals("List-Unsubscribe=One-Click", letter.getHeader("List-Unsubscribe-Post", null));
        assertTrue(text.contains(stop) && html.contains(stop.replace("&", "&amp;")));
    }

    @Test
    void each_working_morning_a_head_gets_what_is_new_what_is_overdue_and_what_stands() throws Exception {
        firm.deal("D1", 500);
        turn();
        assertEquals(0, server.getReceivedMessages().length);
        pass(Duration.ofHours(17).plusMinutes(59));
        turn();
        assertEquals(0, server.getReceivedMessages().length, "it is Tuesday, 08:59");
        pass(Duration.ofMinutes(1));
        turn();
        assertEquals("Норма: новых 1, просрочено 0, остаётся 0", only().getSubject());
        turn();
        assertEquals(1, server.getReceivedMessages().length, "once a day");

        firm.deal("D2", 5000);
        turn();
        server.purgeEmailFromAllMailboxes();
        pass(Duration.ofDays(1));
        turn();
        MimeMessage wednesday = only();
        assertEquals("head@firm.example", wednesday.getAllRecipients()[0].toString());
        assertEquals("Норма: новых 1, просрочено 1, остаётся 1", wednesday.getSubject());
        String text = part(wednesday, 0, "text/plain");
        List<String> places =
                List.of("Новое: 1", "Сделка D2", "Просрочено: 1", "срок истёк", "Остаётся в силе: 1", "Сделка D1");
        int at = -1;
        for (String place : places) {
            int next = text.indexOf(place, at + 1);
            assertTrue(next > at, place + " in its place in\n" + text);
            at = next;
        }
        assertTrue(text.contains("https://norma.example/?head=e9"), text);
        assertTrue(text.contains("Утренняя сводка"), text);

        server.purgeEmailFromAllMailboxes();
        firm.restartAfter(Duration.ofDays(3).plusHours(5));
        notifier = firm.notifier(NO_WEBHOOKS, mail(Optional.empty(), Optional.empty()));
        turn();
        assertEquals(1, server.getReceivedMessages().length, "one for the days that were missed");
        pass(Duration.ofHours(30));
        turn();
        assertEquals(1, server.getReceivedMessages().length, "it is Sunday");
    }

    @Test
    void where_nothing_deviates_nobody_is_bothered() throws Exception {
        turn();
        pass(Duration.ofDays(1));
        turn();
        assertEquals(0, server.getReceivedMessages().length);
    }

    @Test
    void a_server_that_is_down_is_tried_again_with_the_same_letter() throws Exception {
        server.stop();
        firm.deal("D1", 5000);
        notifier.turn();
        await().until(() -> firm.messages().get(0).reason() != null);
        String id = firm.messages().get(0).id();
        server.start();
        notifier.close();
        notifier = firm.notifier(NO_WEBHOOKS, mail(Optional.empty(), Optional.empty()));
        pass(Duration.ofMinutes(1));
        turn();
        assertEquals("<" + id + "@firm.example>", only().getMessageID());
    }

    @Test
    void who_has_no_address_is_shown_as_such() throws Exception {
        firm.fact("deal", "D1", "status", "open", "owner", "e7", "amount", 50_000_000L);
        notifier.turn();
        await().until(() -> !firm.messages().isEmpty() && firm.messages().get(0).reason() != null);
        assertEquals("no e-mail address is known for e7", firm.messages().get(0).reason());
        assertEquals(Outbox.State.WAITING, firm.messages().get(0).state());
    }

    @Test
    void the_password_is_asked_for_and_kept_to_itself() throws Exception {
        server.setUser("norma@firm.example", "norma", "s3cret");
        Smtp smtp = new Smtp(
                "127.0.0.1",
                server.getSmtp().getPort(),
                Smtp.Security.NONE,
                "norma@firm.example",
                Optional.of("norma"),
                Optional.of("s3cret"));
        assertFalse(smtp.toString().contains("s3cret"));
        Outbox.Message message = new Outbox.Message(
                1,
                "msg_1",
                "now",
                "person:e9",
                new Letter("en", "s", "t", "h", "https://stop").written(),
                0,
                1,
                null,
                Outbox.State.WAITING,
                0,
                null);
        assertEquals(
                new Answer.Taken(),
                mail(Optional.of("norma"), Optional.of("s3cret")).carry(message));
        Answer refused = mail(Optional.of("norma"), Optional.of("wrong")).carry(message);
        assertTrue(refused instanceof Answer.Later later && !later.reason().contains("wrong"), refused.toString());
    }

    private void pass(Duration time) {
        firm.hands.pass(time);
        firm.settled();
    }

    private void turn() throws Exception {
        notifier.turn();
        await().until(() -> {
            notifier.turn();
            return firm.messages().stream().noneMatch(each -> each.state() == Outbox.State.WAITING);
        });
    }

    private MimeMessage only() {
        MimeMessage[] letters = server.getReceivedMessages();
        assertEquals(1, letters.length, () -> Arrays.toString(letters));
        return letters[0];
    }

    private static String part(MimeMessage letter, int part, String type) throws Exception {
        MimeMultipart parts = (MimeMultipart) letter.getContent();
        assertTrue(parts.getContentType().startsWith("multipart/alternative"));
        assertTrue(parts.getBodyPart(part).isMimeType(type));
        return String.valueOf(parts.getBodyPart(part).getContent());
    }
}
