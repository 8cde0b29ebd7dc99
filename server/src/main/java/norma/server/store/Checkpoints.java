package norma.server.store;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Carries what SQLite wrote ahead into its file, beside whoever writes. By itself SQLite has a writer do it in the middle of
 * its work, a few dozen commits apart, and everybody who waits for an answer waits for that too.
 */
final class Checkpoints implements AutoCloseable {

    /** What one who writes does before its first commit: it helps only where this thread is far behind (64 MB). */
    static final String FOR_THE_WRITER = "PRAGMA wal_autocheckpoint=16000";

    private static final long BETWEEN = 1_000;

    private final HikariDataSource database;
    private final Thread worker = new Thread(this::work, "checkpoints");

    private volatile boolean closing;

    private Checkpoints(HikariDataSource database) {
        this.database = database;
        worker.setDaemon(true);
    }

    static Checkpoints of(HikariDataSource database) {
        Checkpoints checkpoints = new Checkpoints(database);
        checkpoints.worker.start();
        return checkpoints;
    }

    private void work() {
        try {
            while (!closing) {
                Thread.sleep(BETWEEN);
                carry();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** It waits for nobody, and nobody waits for it; what cannot be carried now is carried the next time. */
    private void carry() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA wal_checkpoint(PASSIVE)");
        } catch (SQLException e) {
            // a full disk stops whoever writes, who says so
        }
    }

    @Override
    public void close() {
        closing = true;
        worker.interrupt();
        try {
            worker.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
