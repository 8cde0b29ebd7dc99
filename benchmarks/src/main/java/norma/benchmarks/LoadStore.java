package norma.benchmarks;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Where a loaded service keeps what it has: a file, or a PostgreSQL of its own, on the same machine. Both sync each commit.
 *
 * @param title as the table names it
 */
record LoadStore(String title, String url, End end) implements AutoCloseable {

    /** What is to be done when nobody uses it any more. */
    private interface End {
        void come() throws IOException;
    }

    /** @param name {@code sqlite} or {@code postgres} */
    static LoadStore named(String name) throws IOException {
        return switch (name) {
            case "sqlite" -> sqlite();
            case "postgres" -> postgres();
            default -> throw new IllegalArgumentException("no store " + name + "; there are sqlite and postgres");
        };
    }

    private static LoadStore sqlite() throws IOException {
        Path folder = Files.createTempDirectory("load");
        return new LoadStore("SQLite", "jdbc:sqlite:" + folder.resolve("norma.db"), () -> {
            List<File> files =
                    Arrays.asList(Objects.requireNonNull(folder.toFile().listFiles()));
            for (File file : files) Files.delete(file.toPath());
            Files.delete(folder);
        });
    }

    private static LoadStore postgres() throws IOException {
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("shared_buffers", "1GB")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
        return new LoadStore("PostgreSQL", server.getJdbcUrl("postgres", "postgres"), server::close);
    }

    @Override
    public void close() throws IOException {
        end.come();
    }
}
