package norma.server.access;

import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import norma.diagnostics.Text;

/** A request that goes no further, and why, in both languages. */
public final class Denied extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient HttpStatus status;
    private final transient Text said;
    private final transient Duration wait;

    private Denied(HttpStatus status, Text said, Duration wait) {
        super(said.en(), null, false, false);
        this.status = status;
        this.said = said;
        this.wait = wait;
    }

    public static Denied because(HttpStatus status, String en, String ru) {
        return new Denied(status, new Text(en, ru), Duration.ZERO);
    }

    static Denied unknown() {
        return because(
                HttpStatus.UNAUTHORIZED,
                "sign in, or send a token: Authorization: Bearer norma_…",
                "войдите или передайте токен: Authorization: Bearer norma_…");
    }

    static Denied tooOften(Duration wait) {
        return new Denied(
                HttpStatus.TOO_MANY_REQUESTS,
                new Text(
                        "too many requests; try again in " + seconds(wait) + " s",
                        "слишком много запросов; повторите через " + seconds(wait) + " с"),
                wait);
    }

    private static long seconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }

    public HttpStatus status() {
        return status;
    }

    public Text said() {
        return said;
    }

    /** Status and headers; the words are the answering room's. */
    public void begin(Context request) {
        request.status(status);
        if (status == HttpStatus.UNAUTHORIZED) request.header(Header.WWW_AUTHENTICATE, "Bearer realm=\"norma\"");
        if (!wait.isZero()) request.header(Header.RETRY_AFTER, String.valueOf(seconds(wait)));
    }
}
