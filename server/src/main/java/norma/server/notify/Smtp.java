package norma.server.notify;

import java.util.Optional;

/**
 * The server that takes e-mail.
 *
 * @param from the address that letters come from
 * @param user empty where none is asked for, as the password
 */
public record Smtp(
        String host, int port, Security security, String from, Optional<String> user, Optional<String> password) {

    public enum Security {
        /** Encrypted from the beginning. */
        TLS,
        /** Encrypted before anything is said; refused otherwise. */
        STARTTLS,
        /** In the clear: for a server on this machine. */
        NONE
    }

    /** Whatever is printed of it, the password is not. */
    @Override
    public String toString() {
        return host + ":" + port + " " + security + " " + from;
    }
}
