package norma.server.access;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.Endpoint;
import io.javalin.security.Roles;
import io.javalin.security.RouteRole;
import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import norma.server.store.Store;

/**
 * Stands before every route: asks for a name of ours, for who it is, whether that may do what the route does, and whether
 * it does not ask too often or too much. Behind it nobody asks for rights again, only for rows.
 */
public final class Gate implements AutoCloseable {

    /** For everything but facts and definitions: forms and short JSON. */
    private static final long MOST_BYTES = 256 * 1024;

    /** For facts and definitions: whoever has more sends it in parts. */
    public static final long MOST_BYTES_OF_DATA = 20_000_000;

    private static final Set<Right> LONG = Set.of(Right.PUT_FACTS, Right.PUBLISH);

    private final Store store;
    private final Site site;
    private final Doors doors;
    private final Limits limits;
    /** Once somebody was asked who it is, somebody always is, as long as this runs. */
    private volatile boolean closed;

    public Gate(Store store, Site site, Clock clock) {
        this.store = store;
        this.site = site;
        this.doors = new Doors(store, clock);
        this.limits = new Limits(clock);
        this.closed = site.isOpenToOthers();
    }

    public void addTo(RoutesConfig routes) {
        routes.before(this::receive);
        routes.beforeMatched(this::admit);
    }

    /** @throws IllegalStateException for a route that does not name exactly one right */
    public static void requireRights(Collection<Endpoint> endpoints) {
        for (Endpoint endpoint : endpoints)
            if (endpoint.method.isHttpMethod() && right(endpoint).isEmpty())
                throw new IllegalStateException(endpoint.method + " " + endpoint.path + " does not name a right ("
                        + Right.class.getName() + ")");
    }

    /** The right that a route names. */
    public static Optional<Right> right(Endpoint endpoint) {
        Roles roles = endpoint.metadata(Roles.class);
        return roles == null ? Optional.empty() : only(roles.getRoles());
    }

    private static Optional<Right> only(Set<RouteRole> named) {
        return named.size() == 1 && named.iterator().next() instanceof Right right
                ? Optional.of(right)
                : Optional.empty();
    }

    private void receive(Context request) {
        request.header("X-Content-Type-Options", "nosniff");
        request.header("Referrer-Policy", "same-origin");
        request.header("Cache-Control", "no-store");
        request.header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        site.requireOwnName(request);
    }

    private void admit(Context request) {
        Right right = only(request.routeRoles())
                .orElseThrow(() -> new IllegalStateException("a route without a right: " + request.path()));
        boolean asked = isClosed();
        Optional<Caller> caller = asked ? doors.caller(request) : Optional.of(Caller.LOCAL);
        if (asked)
            limits.take(
                    caller.isPresent() ? Limits.KNOWN : Limits.ADDRESS,
                    caller.map(Caller::name).orElseGet(() -> address(request)));
        boolean token =
                caller.filter(each -> each.proof() == Caller.Proof.TOKEN).isPresent();
        SameOrigin.require(request, token || isProgramHere(request, caller));
        requireLength(request, right);
        if (right != Right.ANYBODY && !caller.orElseThrow(Denied::unknown).may(right))
            throw Denied.because(HttpStatus.FORBIDDEN, "your role may not do this", "у вашей роли нет такого права");
        caller.ifPresent(each -> each.enter(request));
    }

    private Optional<Caller> caller(Context request) {
        return isClosed() ? doors.caller(request) : Optional.of(Caller.LOCAL);
    }

    /** Whether it is asked who somebody is. */
    public boolean isClosed() {
        if (!closed && store.read(tables -> tables.accounts().isAny())) closed = true;
        return closed;
    }

    private static boolean isProgramHere(Context request, Optional<Caller> caller) {
        return request.path().startsWith("/api/")
                && caller.filter(each -> each.proof() == Caller.Proof.SIGN_IN).isEmpty();
    }

    /** The far end of the socket: whatever a header says of it, anybody may have written. */
    private static String address(Context request) {
        return request.req().getRemoteAddr();
    }

    private static void requireLength(Context request, Right right) {
        long most = LONG.contains(right) ? MOST_BYTES_OF_DATA : MOST_BYTES;
        if (request.req().getContentLengthLong() > most)
            throw Denied.because(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "too long: at most " + most + " bytes",
                    "слишком длинно: не более " + most + " байт");
        if (!LONG.contains(right) && request.header("Transfer-Encoding") != null)
            throw Denied.because(
                    HttpStatus.LENGTH_REQUIRED, "say how long it is: Content-Length", "укажите длину: Content-Length");
    }

    /**
     * Signs somebody in.
     *
     * @return whether name and password belong together
     * @throws Denied when too many were tried
     */
    public boolean signIn(Context request, String name, String password) {
        limits.take(Limits.SIGN_IN, address(request));
        limits.take(Limits.NAME, Secret.hash(name));
        return doors.signIn(request, name, password.toCharArray());
    }

    /** Whether a browser came without TLS: to others than this machine it says of what site a request is over TLS only. */
    public static boolean isPlain(Context request) {
        return !Site.isAskedOnLoopback(request) && request.header("Sec-Fetch-Site") == null;
    }

    public void signOut(Context request) {
        doors.signOut(request);
    }

    /** Whether somebody who was let in would be let in again, to the same: for what lasts longer than a request. */
    public boolean stillHolds(Context request, Caller caller) {
        return caller(request).filter(caller::equals).isPresent();
    }

    @Override
    public void close() {
        doors.close();
    }
}
