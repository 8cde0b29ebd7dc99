package norma.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A store that has run a migration refuses to open when its text has changed since: what is there may only be added to. */
class MigrationsTest {

    private static final Path MIGRATIONS = Path.of("src/main/resources/norma/server/store");
    private static final Path KNOWN = Path.of("src/test/resources/norma/server/store/migrations.txt");

    @Test
    void whatStoresHaveRunStaysAsItIs() throws IOException {
        List<String> known = new ArrayList<>(Files.readAllLines(KNOWN));
        List<String> now = migrations().map(MigrationsTest::line).toList();
        if (Boolean.getBoolean("golden.update")) {
            now.stream().skip(known.size()).forEach(known::add);
            Files.write(KNOWN, known);
        }

        assertEquals(
                known, now, "a new migration is added to the list with -Dgolden.update=true, a changed one is not");
        assertTrue(known.size() >= 7);
    }

    private static Stream<Path> migrations() throws IOException {
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            return files
                    .filter(file -> file.toString().endsWith(".sql"))
                    .sorted((one, other) -> Integer.compare(version(one), version(other)))
                    .toList()
                    .stream();
        }
    }

    private static int version(Path migration) {
        return Integer.parseInt(migration.getFileName().toString().replaceAll("V(\\d+)__.*", "$1"));
    }

    /** Its name, and what says whether its text is the same. */
    private static String line(Path migration) {
        try {
            byte[] text = Files.readString(migration).replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
            return migration.getFileName() + " " + HexFormat.of().formatHex(digest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
