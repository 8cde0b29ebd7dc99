package norma.server.notify;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import javax.net.ssl.SSLSocketFactory;
import norma.server.store.Outbox;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/** Hands letters over to an SMTP server. The same letter has the same {@code Message-ID} however often it is sent. */
final class Mail implements Carrier {

    private static final String CONNECTING = "5000";
    private static final String ANSWERING = "15000";

    private final Smtp smtp;
    private final Session session;
    private final Function<String, Optional<String>> addresses;
    private final Clock clock;

    /** @param addresses of recipients, by their id */
    Mail(Smtp smtp, Function<String, Optional<String>> addresses, Clock clock) {
        this(smtp, (SSLSocketFactory) SSLSocketFactory.getDefault(), addresses, clock);
    }

    /** @param trusting makes the sockets that are encrypted: it knows which certificates are good */
    Mail(Smtp smtp, SSLSocketFactory trusting, Function<String, Optional<String>> addresses, Clock clock) {
        this.smtp = smtp;
        this.session = Session.getInstance(properties(smtp, trusting));
        this.addresses = addresses;
        this.clock = clock;
    }

    private static Properties properties(Smtp smtp, SSLSocketFactory trusting) {
        Properties properties = new Properties();
        properties.setProperty("mail.transport.protocol", "smtp");
        properties.setProperty("mail.smtp.host", smtp.host());
        properties.setProperty("mail.smtp.port", String.valueOf(smtp.port()));
        properties.setProperty("mail.smtp.connectiontimeout", CONNECTING);
        properties.setProperty("mail.smtp.timeout", ANSWERING);
        properties.setProperty("mail.smtp.writetimeout", ANSWERING);
        properties.setProperty("mail.smtp.auth", String.valueOf(smtp.user().isPresent()));
        properties.put("mail.smtp.ssl.socketFactory", trusting);
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.ssl.enable", String.valueOf(smtp.security() == Smtp.Security.TLS));
        String starts = String.valueOf(smtp.security() == Smtp.Security.STARTTLS);
        properties.setProperty("mail.smtp.starttls.enable", starts);
        properties.setProperty("mail.smtp.starttls.required", starts);
        return properties;
    }

    @Override
    public Answer carry(Outbox.Message message) {
        String recipient = Recipient.id(message.recipient());
        Optional<String> to = addresses.apply(recipient);
        if (to.isEmpty()) return new Answer.Later("no e-mail address is known for " + recipient, 0);
        try {
            send(letter(message, to.get()));
            return new Answer.Taken();
        } catch (AuthenticationFailedException e) {
            return new Answer.Later("the mail server does not let us in: " + e.getMessage(), 0);
        } catch (MessagingException e) {
            String reason = "the mail server: " + said(e);
            return isForEver(e) ? new Answer.Refused(reason) : new Answer.Later(reason, 0);
        }
    }

    /** What lies below is what helps: that a certificate is unknown, and not that a socket could not be converted. */
    private static String said(MessagingException e) {
        StringBuilder said = new StringBuilder(String.valueOf(e.getMessage()).strip());
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause())
            if (cause.getMessage() != null && said.indexOf(cause.getMessage()) < 0)
                said.append(": ").append(cause.getMessage().strip());
        return said.toString();
    }

    private void send(MimeMessage letter) throws MessagingException {
        try (Transport transport = session.getTransport()) {
            transport.connect(smtp.user().orElse(null), smtp.password().orElse(null));
            transport.sendMessage(letter, letter.getAllRecipients());
        }
    }

    /** Codes of 500 and above would come again, RFC 5321, 4.2.1. */
    private static boolean isForEver(MessagingException e) {
        for (Exception each = e; each instanceof MessagingException next; each = next.getNextException()) {
            if (each instanceof SMTPAddressFailedException address) return address.getReturnCode() >= 500;
            if (each instanceof SMTPSendFailedException send && send.getReturnCode() >= 500) return true;
        }
        return false;
    }

    private MimeMessage letter(Outbox.Message message, String to) throws MessagingException {
        Letter letter = Letter.read(message.body());
        MimeMultipart both = new MimeMultipart("alternative");
        both.addBodyPart(part(letter.text(), "plain"));
        both.addBodyPart(part(letter.html(), "html"));
        MimeMessage mime = new MimeMessage(session);
        mime.setFrom(new InternetAddress(smtp.from()));
        mime.setRecipients(Message.RecipientType.TO, new Address[] {new InternetAddress(to, true)});
        mime.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
        mime.setSentDate(Date.from(clock.instant()));
        mime.setContent(both);
        mime.setContentLanguage(new String[] {letter.language()});
        mime.setHeader("Auto-Submitted", "auto-generated");
        mime.setHeader("List-Unsubscribe", "<" + letter.stop() + ">");
        mime.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        mime.saveChanges();
        mime.setHeader("Message-ID", "<" + message.id() + "@" + domain() + ">");
        return mime;
    }

    private static MimeBodyPart part(String text, String type) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, StandardCharsets.UTF_8.name(), type);
        return part;
    }

    private String domain() {
        return smtp.from().substring(smtp.from().lastIndexOf('@') + 1);
    }
}
