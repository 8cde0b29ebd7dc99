package norma.server.access;

import io.javalin.http.Context;
import java.util.Optional;
import norma.server.store.Accounts;
import norma.server.store.Role;
import norma.server.store.Sight;

/**
 * Who asks.
 *
 * @param name of the account: it signs what is done
 * @param employee which person of the firm it is; empty for none
 * @param proof how it is known
 */
public record Caller(String name, Role role, String employee, Proof proof) {

    /** How somebody is known. */
    public enum Proof {
        /** Whoever is at this machine, as long as there are no accounts. */
        PLACE,
        /** A browser that signed in. */
        SIGN_IN,
        TOKEN
    }

    /** Somebody at this machine. */
    public static final Caller LOCAL = new Caller("local", Role.ADMINISTRATOR, "", Proof.PLACE);

    private static final String ATTRIBUTE = "caller";

    static Caller of(Accounts.Account account, Proof proof) {
        return new Caller(
                account.name(),
                account.role(),
                Optional.ofNullable(account.employee()).orElse(""),
                proof);
    }

    /** Whom the gate has let in; there is nobody where nobody is asked for. */
    public static Optional<Caller> known(Context request) {
        return Optional.ofNullable(request.<Caller>attribute(ATTRIBUTE));
    }

    /** @throws IllegalStateException for a request that did not come through the gate */
    public static Caller of(Context request) {
        return known(request).orElseThrow(() -> new IllegalStateException("nobody was asked who it is"));
    }

    void enter(Context request) {
        request.attribute(ATTRIBUTE, this);
    }

    public boolean may(Right right) {
        return right.of(role) != Sight.Reach.NOTHING;
    }

    /** Which rows a right lets it see. */
    public Sight sight(Right right) {
        return new Sight(right.of(role), employee);
    }
}
