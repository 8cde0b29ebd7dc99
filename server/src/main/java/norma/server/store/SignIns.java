package norma.server.store;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Who is signed in with a browser; the store knows the hashes of what browsers show only. */
public final class SignIns {

    private final Handle handle;

    SignIns(Handle handle) {
        this.handle = handle;
    }

    /** @param at epoch milliseconds */
    public void begin(String hash, String account, long at) {
        handle.execute(
                "INSERT INTO sign_in (hash, account, begun_at, used_at) VALUES (?, ?, ?, ?)", hash, account, at, at);
    }

    /** @param usedAt when it was last used, as far as it was written down, epoch milliseconds */
    public record SignIn(Accounts.Account account, long usedAt) {}

    /**
     * @param begunAfter what began earlier is over
     * @param usedAfter what was last used earlier is over
     */
    public Optional<SignIn> find(String hash, long begunAfter, long usedAfter) {
        return handle.createQuery("SELECT account.*, sign_in.used_at FROM sign_in"
                        + " JOIN account ON account.name = sign_in.account"
                        + " WHERE sign_in.hash = ? AND sign_in.begun_at > ? AND sign_in.used_at > ?"
                        + " AND account.removed_at IS NULL")
                .bind(0, hash)
                .bind(1, begunAfter)
                .bind(2, usedAfter)
                .map((row, context) -> new SignIn(Accounts.account(row), row.getLong("used_at")))
                .findOne();
    }

    public void used(String hash, long at) {
        handle.execute("UPDATE sign_in SET used_at = ? WHERE hash = ?", at, hash);
    }

    public void end(String hash) {
        handle.execute("DELETE FROM sign_in WHERE hash = ?", hash);
    }

    public void endAllOf(String account) {
        handle.execute("DELETE FROM sign_in WHERE account = ?", account);
    }

    public void forget(long begunBefore, long usedBefore) {
        handle.execute("DELETE FROM sign_in WHERE begun_at <= ? OR used_at <= ?", begunBefore, usedBefore);
    }
}
