package norma.server.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import norma.server.notify.Outside;
import norma.server.notify.Smtp;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whom a service may tell, and by what. Passwords are never among them: they are variables of the environment. */
final class NotifyOptions {

    private static final String USER = "NORMA_SMTP_USER";
    private static final String PASSWORD = "NORMA_SMTP_PASSWORD";

    @Option(names = "--routes", paramLabel = "FILE")
    @Nullable
    Path routes;

    @Option(names = "--webhook-hosts", paramLabel = "HOST", split = ",")
    List<String> hosts = List.of();

    @Option(names = "--webhooks-anywhere")
    boolean anywhere;

    @Option(names = "--smtp", paramLabel = "HOST[:PORT]")
    @Nullable
    String smtp;

    @Option(names = "--smtp-security", paramLabel = "HOW", defaultValue = "starttls")
    String security = "starttls";

    @Option(names = "--mail-from", paramLabel = "ADDRESS")
    @Nullable
    String from;

    /** @throws Refusal when the mail server is not described whole */
    Outside outside(Shell shell) {
        return new Outside(
                hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).collect(Collectors.toSet()),
                anywhere,
                shell::variable,
                smtp(shell));
    }

    private Optional<Smtp> smtp(Shell shell) {
        if (smtp == null) return Optional.empty();
        if (from == null || !from.contains("@"))
            throw new Refusal(
                    "--smtp needs --mail-from, the address that letters come from",
                    "вместе с --smtp нужен --mail-from — адрес, от которого идут письма");
        Smtp.Security how = how();
        int colon = smtp.lastIndexOf(':');
        int usual = how == Smtp.Security.TLS ? 465 : how == Smtp.Security.STARTTLS ? 587 : 25;
        try {
            return Optional.of(new Smtp(
                    colon < 0 ? smtp : smtp.substring(0, colon),
                    colon < 0 ? usual : Integer.parseInt(smtp.substring(colon + 1)),
                    how,
                    from,
                    shell.variable(USER),
                    shell.variable(PASSWORD)));
        } catch (NumberFormatException e) {
            throw new Refusal("--smtp is HOST or HOST:PORT", "--smtp — это HOST или HOST:PORT");
        }
    }

    private Smtp.Security how() {
        try {
            return Smtp.Security.valueOf(security.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new Refusal(
                    "--smtp-security is tls, starttls or none", "--smtp-security — это tls, starttls или none");
        }
    }
}
