package norma.server.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;

/** One database, its tables brought up to date when it is opened. Many may read; one writes at a time. */
public final class Store implements AutoCloseable {

    private static final String SQLITE = "jdbc:sqlite:";
    /**
     * A file that survives the death of the process, and of the machine; readers do not wait for the writer, and
     * a second writer waits for the first from the beginning: halfway it could only give up.
     */
    private static final String PRAGMAS =
            "?journal_mode=WAL&synchronous=FULL&busy_timeout=10000&foreign_keys=true&transaction_mode=IMMEDIATE";

    private static final Map<Boolean, String> KEY =
            Map.of(true, "INTEGER PRIMARY KEY AUTOINCREMENT", false, "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY");

    private final HikariDataSource pool;
    private final Jdbi jdbi;
    /** SQLite fails a writer whom another overtook, and the chain of the audit has one end. */
    private final ReentrantLock writing = new ReentrantLock(true);

    private Store(HikariDataSource pool) {
        this.pool = pool;
        this.jdbi = Jdbi.create(pool);
    }

    /** @param url {@code jdbc:sqlite:FILE} or {@code jdbc:postgresql://HOST/DATABASE?user=…} */
    public static Store open(String url) {
        boolean sqlite = url.startsWith(SQLITE);
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(sqlite && !url.contains("?") ? url + PRAGMAS : url);
        config.setMaximumPoolSize(6);
        config.setPoolName("store");
        HikariDataSource pool = new HikariDataSource(config);
        Flyway.configure()
                .dataSource(pool)
                .locations("classpath:norma/server/store")
                .placeholders(Map.of(
                        "key", KEY.get(sqlite), "fresh", UUID.randomUUID().toString()))
                .load()
                .migrate();
        return new Store(pool);
    }

    /** What is written in it is kept whole, or, when it throws, not at all. Whoever writes waits for who wrote before. */
    public <T> T write(Function<Tables, T> work) {
        writing.lock();
        try {
            return jdbi.inTransaction(handle -> work.apply(new Tables(handle)));
        } finally {
            writing.unlock();
        }
    }

    public <T> T read(Function<Tables, T> question) {
        return jdbi.withHandle(handle -> question.apply(new Tables(handle)));
    }

    /** For whoever does not see everything. */
    public View seenBy(Sight sight) {
        return new View(this, sight);
    }

    @Override
    public void close() {
        pool.close();
    }
}
