package norma.server.web;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.Handler;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets a browser change something only from a page of this very server. What the browser says of a request's site cannot
 * be said by a page of another one; browsers that do not say it name the origin.
 */
public final class SameOrigin implements Handler {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OWN = Set.of("same-origin", "none");

    @Override
    public void handle(Context request) {
        boolean allowed = READING.contains(request.req().getMethod())
                || isOwn(request.header("Sec-Fetch-Site"), request.header("Origin"), request.header("Host"));
        if (!allowed) throw new ForbiddenResponse("refused: it does not come from a page of this server");
    }

    /** Whether a request that changes something comes from here; one that says nothing of it does not. */
    public static boolean isOwn(@Nullable String site, @Nullable String origin, @Nullable String host) {
        if (site != null) return OWN.contains(site);
        if (origin == null || host == null) return false;
        String lower = origin.toLowerCase(Locale.ROOT);
        return lower.equals("http://" + host.toLowerCase(Locale.ROOT))
                || lower.equals("https://" + host.toLowerCase(Locale.ROOT));
    }
}
