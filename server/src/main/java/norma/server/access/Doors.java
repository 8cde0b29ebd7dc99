package norma.server.access;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import norma.server.store.Accounts;
import norma.server.store.SignIns;
import norma.server.store.Store;
import org.jspecify.annotations.Nullable;

/** Tells by a token, or by the cookie of a sign-in, who asks; begins and ends sign-ins. */
final class Doors implements AutoCloseable {

    private static final long UNUSED = Duration.ofHours(12).toMillis();
    private static final long ALTOGETHER = Duration.ofDays(7).toMillis();
    private static final long WRITTEN_EVERY = Duration.ofMinutes(5).toMillis();
    private static final String BEARER = "Bearer ";
    private static final String COOKIE = "norma_session";
    /** A browser takes this name over TLS only, and from this very host. */
    private static final String SECURE_COOKIE = "__Host-norma_session";

    private final Store store;
    private final Clock clock;
    /** Nobody waits for the note that a sign-in was used. */
    private final ExecutorService notes = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "sign-ins");
        thread.setDaemon(true);
        return thread;
    });

    Doors(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** A token goes before a cookie; one that opens nothing makes its bearer nobody. */
    Optional<Caller> caller(Context request) {
        String authorization = request.header("Authorization");
        if (authorization != null) return byToken(authorization);
        return byCookie(request.cookie(cookie(request)));
    }

    private Optional<Caller> byToken(String authorization) {
        if (!authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) return Optional.empty();
        String hash = Secret.hash(authorization.substring(BEARER.length()).strip());
        return store.read(tables -> tables.tokens().holder(hash, clock.millis()))
                .map(account -> Caller.of(account, Caller.Proof.TOKEN));
    }

    private Optional<Caller> byCookie(@Nullable String secret) {
        if (secret == null) return Optional.empty();
        String hash = Secret.hash(secret);
        long now = clock.millis();
        Optional<SignIns.SignIn> found =
                store.read(tables -> tables.signIns().find(hash, now - ALTOGETHER, now - UNUSED));
        if (found.isPresent() && found.get().usedAt() < now - WRITTEN_EVERY)
            notes.execute(() -> store.write(tables -> {
                tables.signIns().used(hash, now);
                return 0;
            }));
        return found.map(each -> Caller.of(each.account(), Caller.Proof.SIGN_IN));
    }

    /** @return whether the password was right; whether there is such a name shows neither in the answer nor in its time */
    boolean signIn(Context request, String name, char[] password) {
        Optional<Accounts.Account> account =
                store.read(tables -> tables.accounts().named(name));
        boolean right = Passwords.isRight(
                password, account.map(Accounts.Account::password).orElse(null));
        if (!right) return false;
        String secret = Secret.random();
        long now = clock.millis();
        String before = request.cookie(cookie(request));
        store.write(tables -> {
            if (before != null) tables.signIns().end(Secret.hash(before));
            tables.signIns().forget(now - ALTOGETHER, now - UNUSED);
            tables.signIns().begin(Secret.hash(secret), name, now);
            tables.audit().add(now, name, "signed_in", "account/" + name, "");
            return 0;
        });
        request.cookie(cookie(request, secret, (int) (ALTOGETHER / 1000)));
        return true;
    }

    void signOut(Context request) {
        String secret = request.cookie(cookie(request));
        if (secret != null)
            store.write(tables -> {
                tables.signIns().end(Secret.hash(secret));
                return 0;
            });
        request.cookie(cookie(request, "", 0));
    }

    private static String cookie(Context request) {
        return Site.isAskedOnLoopback(request) ? COOKIE : SECURE_COOKIE;
    }

    private static Cookie cookie(Context request, String value, int seconds) {
        boolean secure = !Site.isAskedOnLoopback(request);
        return new Cookie(cookie(request), value, "/", seconds, secure, true, null, SameSite.LAX);
    }

    @Override
    public void close() {
        notes.shutdown();
    }
}
