package norma.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FmtTest {

    private static final String MIXED =
            "kpis:\n    a:\n        of: deal # which\n        title: { ru: А, en: A }\nschema: 1\n";
    private static final String LAID = "schema: 1\nkpis:\n  a:\n    title: { en: A, ru: А }\n    of: deal # which\n";

    @TempDir
    Path folder;

    private Path mixed;

    @BeforeEach
    void write() throws IOException {
        mixed = Files.writeString(folder.resolve("mixed.yaml"), MIXED);
        Files.writeString(folder.resolve("laid.yaml"), LAID);
    }

    @Test
    void filesAreLaidOutAndNamed() throws IOException {
        Outcome outcome = Outcome.of("fmt", folder.toString());

        assertEquals(LAID, Files.readString(mixed));
        assertEquals(mixed + "\n", outcome.out());
        assertEquals("changed: 1 of 2\n", outcome.err());
        assertEquals(0, outcome.exit());
        assertEquals("", Outcome.of("fmt", folder.toString()).out());
    }

    @Test
    void aCheckChangesNothingAndEndsWithOne() throws IOException {
        Outcome outcome = Outcome.of("fmt", "--check", folder.toString());

        assertEquals(MIXED, Files.readString(mixed));
        assertEquals(mixed + "\n", outcome.out());
        assertEquals("would change: 1 of 2\n", outcome.err());
        assertEquals(1, outcome.exit());
        assertEquals(
                0,
                Outcome.of("fmt", "--check", folder.resolve("laid.yaml").toString())
                        .exit());
    }

    @Test
    void aFileThatCannotBeReadIsLeftAloneAndTheOthersAreNot() throws IOException {
        String broken = "schema: 1\nkpis: [\n";
        Path file = Files.writeString(folder.resolve("broken.yaml"), broken);

        Outcome outcome = Outcome.of("fmt", folder.toString());

        assertEquals(broken, Files.readString(file));
        assertEquals(LAID, Files.readString(mixed));
        assertTrue(outcome.err().contains("broken.yaml:2:1: error [yaml]"), outcome.err());
        assertEquals(2, outcome.exit());
    }

    @Test
    void aMappingHasAnOrderOfItsOwn() throws IOException {
        Path mapping = Files.writeString(
                folder.resolve("mapping.yaml"), "zone: UTC\nsources:\n- facts: []\n  file: a.csv\nschema: 1\n");

        assertEquals(0, Outcome.of("fmt", mapping.toString()).exit());
        assertEquals("schema: 1\nzone: UTC\nsources:\n  - file: a.csv\n    facts: []\n", Files.readString(mapping));
    }

    @Test
    void permissionsStayAndNothingElseIsLeftInTheFolder() throws IOException {
        Files.setPosixFilePermissions(mixed, PosixFilePermissions.fromString("rw-rw----"));

        Outcome.of("fmt", folder.toString());

        assertEquals("rw-rw----", PosixFilePermissions.toString(Files.getPosixFilePermissions(mixed)));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(2, files.count());
        }
    }

    @Test
    void theShippedFilesAreLaidOut() {
        String root = Outcome.root().toString();

        Outcome outcome = Outcome.of(
                "fmt", "--check", root + "/kpi-definitions", root + "/docs/examples", root + "/docs/webhooks");

        assertEquals("", outcome.out());
        assertEquals(0, outcome.exit(), outcome.err());
    }

    @Test
    void withoutAPathThereIsNothingToDo() {
        assertEquals(2, Outcome.of("fmt").exit());
    }
}
