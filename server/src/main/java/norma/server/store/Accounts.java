package norma.server.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Who may ask. */
public final class Accounts {

    /**
     * @param employee which person of the firm it is; null for none
     * @param password as its hash; null for whoever has tokens only
     * @param createdAt epoch milliseconds
     */
    public record Account(
            String name,
            @Nullable String employee,
            Role role,
            @Nullable String password,
            long createdAt) {}

    private final Handle handle;

    Accounts(Handle handle) {
        this.handle = handle;
    }

    public void add(Account account) {
        handle.createUpdate("INSERT INTO account (name, employee, role, password, created_at) VALUES (?, ?, ?, ?, ?)")
                .bind(0, account.name())
                .bind(1, account.employee())
                .bind(2, account.role().word())
                .bind(3, account.password())
                .bind(4, account.createdAt())
                .execute();
    }

    public boolean isAny() {
        return handle.createQuery("SELECT 1 FROM account WHERE removed_at IS NULL LIMIT 1")
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    public List<Account> all() {
        return handle.createQuery("SELECT * FROM account WHERE removed_at IS NULL ORDER BY name")
                .map((row, context) -> account(row))
                .list();
    }

    public Optional<Account> named(String name) {
        return handle.createQuery("SELECT * FROM account WHERE name = ? AND removed_at IS NULL")
                .bind(0, name)
                .map((row, context) -> account(row))
                .findOne();
    }

    /** Whether a name was ever given. */
    public boolean isTaken(String name) {
        return handle.createQuery("SELECT 1 FROM account WHERE name = ?")
                .bind(0, name)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    public void role(String name, Role role, @Nullable String employee) {
        handle.createUpdate("UPDATE account SET role = ?, employee = ? WHERE name = ?")
                .bind(0, role.word())
                .bind(1, employee)
                .bind(2, name)
                .execute();
    }

    public void password(String name, String hash) {
        handle.execute("UPDATE account SET password = ? WHERE name = ?", hash, name);
    }

    /** Its name stays in what it did, and is not given again. */
    public void remove(String name, long at) {
        handle.execute("UPDATE account SET removed_at = ?, password = NULL WHERE name = ?", at, name);
    }

    static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getString("name"),
                row.getString("employee"),
                Role.of(row.getString("role")).orElseThrow(),
                row.getString("password"),
                row.getLong("created_at"));
    }
}
