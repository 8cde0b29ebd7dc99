package norma.benchmarks;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** DuckDB inside this process, the deals in memory. */
final class DuckDb implements Judging {

    /** So many norms go into one statement: it recurses into what is united, and a thousand overflow its stack. */
    private static final int TOGETHER = 200;

    private final Connection connection;
    private final List<PreparedStatement> judge = new ArrayList<>();

    DuckDb(Path csv, Standard standard) throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
        load(csv);
        for (Standard part : standard.parts(TOGETHER))
            judge.add(connection.prepareStatement(Sql.judge(part, Firm.NOW)));
    }

    private void load(Path csv) throws SQLException {
        Sql.run(
                connection,
                enumeration("segment_of", Firm.SEGMENTS),
                enumeration("stage_of", Firm.STAGES),
                enumeration("status_of", List.of("open", "won", "lost")),
                enumeration("kind_of", Firm.KINDS),
                enumeration("channel_of", Firm.CHANNELS),
                "CREATE TABLE deals ("
                        + Sql.COLUMNS.formatted(
                                "varchar", "segment_of", "stage_of", "status_of", "kind_of", "channel_of")
                        + ")",
                """
                INSERT INTO deals SELECT id, client, segment, owner, team, stage, status, CAST(amount * 10000 AS bigint),
                  probability, kind, channel, epoch_ms(created_at), epoch_ms(stage_entered_at), epoch_ms(expected_close_at),
                  epoch_ms(closed_at), epoch_ms(next_step_at)
                FROM read_csv('%s', header = true, columns = {id: 'varchar', client: 'varchar', segment: 'varchar',
                  owner: 'varchar', team: 'varchar', stage: 'varchar', status: 'varchar', amount: 'decimal(18, 2)',
                  probability: 'double', kind: 'varchar', channel: 'varchar', created_at: 'timestamp',
                  stage_entered_at: 'timestamp', expected_close_at: 'timestamp', closed_at: 'timestamp',
                  next_step_at: 'timestamp'})""".formatted(csv));
    }

    private static String enumeration(String name, List<String> values) {
        return "CREATE TYPE " + name + " AS ENUM ('" + String.join("', '", values) + "')";
    }

    Connection connection() {
        return connection;
    }

    @Override
    public List<Finding> judge() throws SQLException {
        List<Finding> found = new ArrayList<>();
        for (PreparedStatement part : judge) found.addAll(Sql.findings(part));
        return found;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
