package norma.server.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** One database, its tables brought up to date when it is opened. Many may read; one writes at a time. */
public final class Store implements AutoCloseable {

    private static final String SQLITE = "jdbc:sqlite:";
    /**
     * A file that survives the death of the process, and of the machine; readers do not wait for the writer, and
     * a second writer waits for the first from the beginning: halfway it could only give up.
     */
    private static final String PRAGMAS =
            "?journal_mode=WAL&synchronous=FULL&busy_timeout=10000&foreign_keys=true&transaction_mode=IMMEDIATE";

    /** Pages that are changed again and again are read from the file once (64 MB). */
    private static final String ROOM_TO_WRITE = "&cache_size=-65536";

    private static final Map<Boolean, String> KEY =
            Map.of(true, "INTEGER PRIMARY KEY AUTOINCREMENT", false, "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY");

    private static final int READERS = 6;

    private final HikariDataSource readers;
    /** One connection of its own: whoever writes never waits for those who read, however many they are. */
    private final HikariDataSource writer;

    private final Jdbi reading;
    private final Jdbi changing;
    /** SQLite fails a writer whom another overtook, and the chain of the audit has one end. */
    private final ReentrantLock writing = new ReentrantLock(true);

    private final Optional<Checkpoints> checkpoints;

    private Store(HikariDataSource readers, HikariDataSource writer, boolean sqlite) {
        this.readers = readers;
        this.writer = writer;
        this.checkpoints = sqlite ? Optional.of(Checkpoints.of(readers)) : Optional.empty();
        this.reading = Jdbi.create(readers);
        this.changing = Jdbi.create(writer);
    }

    /** @param url {@code jdbc:sqlite:FILE} or {@code jdbc:postgresql://HOST/DATABASE?user=…} */
    public static Store open(String url) {
        boolean sqlite = url.startsWith(SQLITE);
        String whole = sqlite && !url.contains("?") ? url + PRAGMAS : url;
        HikariDataSource writer =
                pool("writer", sqlite ? whole + ROOM_TO_WRITE : whole, 1, sqlite ? Checkpoints.FOR_THE_WRITER : null);
        Flyway.configure()
                .dataSource(whole, null, null)
                .locations("classpath:norma/server/store")
                .placeholders(Map.of(
                        "key", KEY.get(sqlite), "fresh", UUID.randomUUID().toString()))
                .load()
                .migrate();
        return new Store(pool("readers", whole, READERS, null), writer, sqlite);
    }

    private static HikariDataSource pool(String name, String url, int size, @Nullable String first) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(size);
        config.setPoolName(name);
        config.setConnectionInitSql(first);
        if (!url.startsWith(SQLITE)) config.addDataSourceProperty("reWriteBatchedInserts", "true");
        return new HikariDataSource(config);
    }

    /** What is written in it is kept whole, or, when it throws, not at all. Whoever writes waits for who wrote before. */
    public <T> T write(Function<Tables, T> work) {
        writing.lock();
        try {
            return changing.inTransaction(handle -> work.apply(new Tables(handle)));
        } finally {
            writing.unlock();
        }
    }

    public <T> T read(Function<Tables, T> question) {
        return reading.withHandle(handle -> question.apply(new Tables(handle)));
    }

    /** For whoever does not see everything. */
    public View seenBy(Sight sight) {
        return new View(this, sight);
    }

    @Override
    public void close() {
        checkpoints.ifPresent(Checkpoints::close);
        readers.close();
        writer.close();
    }
}
