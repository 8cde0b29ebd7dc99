package norma.benchmarks;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import norma.fact.Change;

/** PostgreSQL of its own, started for the run, on the same machine. */
final class Postgres implements Judging {

    private static final String[] INDEXED = {
        "created_at", "stage_entered_at", "expected_close_at", "next_step_at", "amount", "probability"
    };

    private final EmbeddedPostgres server;
    private final Connection connection;
    private final PreparedStatement judge;

    private Postgres(Path csv, Standard standard, boolean durable) throws SQLException, IOException {
        server = EmbeddedPostgres.builder()
                .setServerConfig("shared_buffers", "2GB")
                .setServerConfig("work_mem", "256MB")
                .setServerConfig("effective_cache_size", "4GB")
                .setServerConfig("random_page_cost", "1.1")
                .setServerConfig("jit", "off")
                .setServerConfig("fsync", durable ? "on" : "off")
                .setServerConfig("synchronous_commit", durable ? "on" : "off")
                .setServerConfig("max_parallel_workers_per_gather", "2")
                .start();
        connection = server.getPostgresDatabase().getConnection();
        load(csv);
        judge = connection.prepareStatement(Sql.judge(standard, Firm.NOW));
    }

    private void load(Path csv) throws SQLException {
        String text = Sql.COLUMNS.formatted("text", "text", "text", "text", "text", "text");
        Sql.run(
                connection,
                "CREATE UNLOGGED TABLE loaded ("
                        + text.replace("amount bigint", "amount numeric(18, 2)")
                                .replaceAll("_at bigint", "_at timestamptz")
                        + ")",
                "CREATE TABLE deals (" + text + ")",
                "COPY loaded FROM '" + csv + "' WITH (FORMAT csv, HEADER true)");
        Sql.run(
                connection,
                """
                INSERT INTO deals SELECT id, client, segment, owner, team, stage, status, CAST(amount * 10000 AS bigint),
                  probability, kind, channel, %s, %s, %s, %s, %s FROM loaded""".formatted(
                                millis("created_at"),
                                millis("stage_entered_at"),
                                millis("expected_close_at"),
                                millis("closed_at"),
                                millis("next_step_at")),
                "DROP TABLE loaded",
                "CREATE UNIQUE INDEX ON deals (id)");
        for (String column : INDEXED)
            Sql.run(connection, "CREATE INDEX ON deals (" + column + ") WHERE status = 'open'");
        Sql.run(connection, "VACUUM ANALYZE deals");
    }

    /** Nothing where it cannot be started: its program is here for Linux on amd64. */
    static Optional<Postgres> started(Path csv, Standard standard) throws SQLException {
        return started(csv, standard, false);
    }

    /** As {@link #started}; what it has committed outlives a failure of the machine. */
    static Optional<Postgres> durable(Path csv, Standard standard) throws SQLException {
        return started(csv, standard, true);
    }

    private static Optional<Postgres> started(Path csv, Standard standard, boolean durable) throws SQLException {
        try {
            return Optional.of(new Postgres(csv, standard, durable));
        } catch (IOException | IllegalStateException e) {
            System.err.println("PostgreSQL is left out: " + e.getMessage());
            return Optional.empty();
        }
    }

    private static String millis(String column) {
        return "CAST(extract(epoch FROM " + column + ") * 1000 AS bigint)";
    }

    Connection connection() {
        return connection;
    }

    /** Each list in a transaction of its own, over so many connections. */
    void update(List<List<Change>> transactions, int connections) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(connections);
        try {
            List<Callable<Void>> work = new ArrayList<>();
            for (int client = 0; client < connections; client++) {
                int first = client;
                work.add(() -> {
                    update(transactions, first, connections);
                    return null;
                });
            }
            for (Future<Void> done : clients.invokeAll(work)) done.get();
        } finally {
            clients.shutdown();
        }
    }

    private void update(List<List<Change>> transactions, int first, int step) throws SQLException {
        try (Connection own = server.getPostgresDatabase().getConnection();
                PreparedStatement update = own.prepareStatement(
                        "UPDATE deals SET stage = ?, stage_entered_at = ?, amount = ? WHERE id = ?")) {
            own.setAutoCommit(false);
            for (int i = first; i < transactions.size(); i += step) {
                for (Change change : transactions.get(i)) {
                    update.setString(1, String.valueOf(change.set().get("stage")));
                    update.setLong(2, change.at());
                    update.setLong(3, (Long) Objects.requireNonNull(change.set().get("amount")));
                    update.setString(4, change.id());
                    update.addBatch();
                }
                update.executeBatch();
                own.commit();
            }
        }
    }

    @Override
    public List<Finding> judge() throws SQLException {
        return Sql.findings(judge);
    }

    @Override
    public void close() throws SQLException, IOException {
        connection.close();
        server.close();
    }
}
