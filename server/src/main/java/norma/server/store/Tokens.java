package norma.server.store;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** What programs show to be known; the store knows the hashes only. */
public final class Tokens {

    /**
     * @param title what it is for
     * @param createdAt epoch milliseconds, as the other times
     * @param endsAt null for never
     * @param revokedAt null while it is not
     */
    public record Token(
            long number,
            String account,
            String title,
            long createdAt,
            @Nullable Long endsAt,
            @Nullable Long revokedAt) {}

    private final Handle handle;

    Tokens(Handle handle) {
        this.handle = handle.registerRowMapper(ConstructorMapper.factory(Token.class));
    }

    /** @return its number */
    public long add(String account, String title, String hash, long at, @Nullable Long endsAt) {
        return handle.createUpdate(
                        "INSERT INTO token (account, title, hash, created_at, ends_at) VALUES (?, ?, ?, ?, ?)")
                .bind(0, account)
                .bind(1, title)
                .bind(2, hash)
                .bind(3, at)
                .bind(4, endsAt)
                .executeAndReturnGeneratedKeys("number")
                .mapTo(Long.class)
                .one();
    }

    /** Whose it is, if it still opens anything. */
    public Optional<Accounts.Account> holder(String hash, long now) {
        return handle.createQuery("SELECT account.* FROM token JOIN account ON account.name = token.account"
                        + " WHERE token.hash = ? AND token.revoked_at IS NULL"
                        + " AND (token.ends_at IS NULL OR token.ends_at > ?) AND account.removed_at IS NULL")
                .bind(0, hash)
                .bind(1, now)
                .map((row, context) -> Accounts.account(row))
                .findOne();
    }

    public List<Token> all() {
        return handle.createQuery(
                        "SELECT number, account, title, created_at, ends_at, revoked_at FROM token ORDER BY number")
                .mapTo(Token.class)
                .list();
    }

    /** @return whether there was such a token, and it was not revoked yet */
    public boolean revoke(long number, long at) {
        return handle.execute("UPDATE token SET revoked_at = ? WHERE number = ? AND revoked_at IS NULL", at, number)
                == 1;
    }
}
