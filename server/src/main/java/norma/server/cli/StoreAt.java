package norma.server.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import norma.server.store.Store;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the state is kept: the options that the service shares with whoever keeps its accounts. */
final class StoreAt {

    @Option(names = "--data", paramLabel = "DIR")
    @Nullable
    Path data;

    @Option(names = "--db", paramLabel = "URL")
    @Nullable
    String db;

    Store open(Path home) throws IOException {
        return Store.open(address(home));
    }

    private String address(Path home) throws IOException {
        if (db != null) return db;
        Path folder = data == null ? home.resolve(".norma").resolve("data") : data;
        Files.createDirectories(folder);
        return "jdbc:sqlite:" + folder.resolve("norma.db");
    }

    /** The same options again, for a command that is to be typed. */
    String typed() {
        if (db != null) return " --db URL";
        return data == null ? "" : " --data " + data;
    }
}
