package norma.server.access;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets a browser change something only from a page of this very server. What the browser says of a request's site cannot
 * be said by a page of another one; browsers that do not say it name the origin. Programs say neither.
 */
final class SameOrigin {

    private static final Set<HandlerType> READING = Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);
    private static final Set<String> OWN = Set.of("same-origin", "none");

    private SameOrigin() {}

    /** @param program whether it may be a program that says nothing: one that shows a token, or asks the API on this machine */
    static void require(Context request, boolean program) {
        String site = request.header("Sec-Fetch-Site");
        String origin = request.header("Origin");
        if (READING.contains(request.method()) || program && site == null && origin == null) return;
        if (!isOwn(site, origin, request.header("Host")))
            throw Denied.because(
                    HttpStatus.FORBIDDEN,
                    "refused: it does not come from a page of this server",
                    "отказано: запрос пришёл не со страницы этого сервера");
    }

    private static boolean isOwn(@Nullable String site, @Nullable String origin, @Nullable String host) {
        if (site != null) return OWN.contains(site);
        if (origin == null || host == null) return false;
        String lower = origin.toLowerCase(Locale.ROOT);
        return lower.equals("http://" + host.toLowerCase(Locale.ROOT))
                || lower.equals("https://" + host.toLowerCase(Locale.ROOT));
    }
}
