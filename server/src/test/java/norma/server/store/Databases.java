package norma.server.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** A new, empty database of each kind that Norma keeps its state in: a file, and a real PostgreSQL that is started once. */
public final class Databases {

    private static EmbeddedPostgres server;

    private Databases() {}

    /** One address for each kind. */
    public static Stream<String> each() {
        return Stream.of(sqlite(), postgres());
    }

    public static String sqlite() {
        try {
            Path folder = Files.createTempDirectory("norma-store");
            folder.toFile().deleteOnExit();
            for (String file : List.of("norma.db", "norma.db-wal", "norma.db-shm"))
                folder.resolve(file).toFile().deleteOnExit();
            return "jdbc:sqlite:" + folder.resolve("norma.db");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static synchronized String postgres() {
        try {
            if (server == null) server = EmbeddedPostgres.builder().start();
            String name = "norma_" + UUID.randomUUID().toString().replace("-", "");
            try (var connection = server.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE " + name);
            }
            return server.getJdbcUrl("postgres", name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
