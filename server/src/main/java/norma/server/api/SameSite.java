package norma.server.api;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HandlerType;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what a page of another site would have a browser send: browsers say where a request comes from, in
 * {@code Sec-Fetch-Site} or else in {@code Origin}; programs say neither.
 */
public final class SameSite {

    private static final Set<HandlerType> HARMLESS = Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);
    private static final List<String> OWN = List.of("same-origin", "none");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private SameSite() {}

    public static void require(Context context) {
        if (HARMLESS.contains(context.method())) return;
        String site = context.header("Sec-Fetch-Site");
        if (site != null ? !OWN.contains(site) : !isOwn(context.header("Origin"), context.header("Host")))
            throw new ForbiddenResponse("this comes from another site");
    }

    private static boolean isOwn(@Nullable String origin, @Nullable String host) {
        if (origin == null) return true;
        try {
            return host != null && host.equals(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** A name of another site that leads here is no name of ours. */
    public static void requireLoopbackName(Context context) {
        String host = String.valueOf(context.header("Host"));
        String name = host.endsWith("]") || !host.contains(":") ? host : host.substring(0, host.lastIndexOf(':'));
        if (!LOOPBACK.contains(name)) throw new ForbiddenResponse("this is not my name: " + name);
    }
}
