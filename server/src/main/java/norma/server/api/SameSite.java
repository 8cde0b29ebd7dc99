package norma.server.api;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HandlerType;
import java.util.Set;
import norma.server.web.SameOrigin;

/** Refuses what a page of another site would have a browser send; programs, which say nothing of a site, may write. */
final class SameSite {

    private static final Set<HandlerType> HARMLESS = Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);

    private SameSite() {}

    static void require(Context context) {
        String site = context.header("Sec-Fetch-Site");
        String origin = context.header("Origin");
        if (HARMLESS.contains(context.method()) || site == null && origin == null) return;
        if (!SameOrigin.isOwn(site, origin, context.header("Host")))
            throw new ForbiddenResponse("this comes from another site");
    }
}
