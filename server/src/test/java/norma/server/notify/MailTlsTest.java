package norma.server.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import norma.server.store.Outbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Letters, handed over to a real SMTP server by STARTTLS: only to the one that was meant, and nothing in the clear. */
class MailTlsTest {

    @TempDir
    Path folder;

    private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());

    @BeforeEach
    void start() {
        server.start();
        server.setUser("norma@firm.example", "norma", "s3cret");
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void a_server_that_is_trusted_gets_the_letter_and_the_password_encrypted() throws Exception {
        SSLContext localhost = Certificate.of(folder, "localhost");
        try (TlsDoor door = new TlsDoor(localhost, server.getSmtp().getPort())) {
            assertEquals(new Answer.Taken(), carry(localhost, door.port()));
            assertEquals(1, server.getReceivedMessages().length);
            assertEquals(2, door.inTheClear.size(), door.inTheClear.toString());
            assertTrue(door.inTheClear.get(0).startsWith("EHLO "));
            assertEquals("STARTTLS", door.inTheClear.get(1));
        }
    }

    @Test
    void a_certificate_that_nobody_vouches_for_is_refused() throws Exception {
        try (TlsDoor door = new TlsDoor(
                Certificate.of(folder, "localhost"), server.getSmtp().getPort())) {
            refused(carry(SSLContext.getDefault(), door.port()), "PKIX");
        }
    }

    @Test
    void a_good_certificate_of_another_name_is_refused() throws Exception {
        SSLContext other = Certificate.of(folder, "other.example");
        try (TlsDoor door = new TlsDoor(other, server.getSmtp().getPort())) {
            refused(carry(other, door.port()), "localhost");
        }
    }

    @Test
    void a_server_that_offers_no_encryption_is_told_nothing() throws Exception {
        refused(carry(SSLContext.getDefault(), server.getSmtp().getPort()), "STARTTLS");
    }

    /** It may be right tomorrow: the letter waits, and whoever looks sees why. */
    private void refused(Answer answer, String reason) {
        assertTrue(answer instanceof Answer.Later later && later.reason().contains(reason), answer.toString());
        assertEquals(0, server.getReceivedMessages().length);
    }

    private static Answer carry(SSLContext trusting, int port) {
        Smtp smtp = new Smtp(
                "localhost",
                port,
                Smtp.Security.STARTTLS,
                "norma@firm.example",
                Optional.of("norma"),
                Optional.of("s3cret"));
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
        return new Mail(
                        smtp,
                        trusting.getSocketFactory(),
                        recipient -> Optional.of("head@firm.example"),
                        Clock.systemUTC())
                .carry(message);
    }
}
