package norma.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {

    @TempDir
    Path folder;

    @Test
    void writesAFolderThatCanBeJudged() throws IOException {
        Path company = folder.resolve("company");

        Outcome written = Outcome.of("demo", company.toString(), "--seed", "7");

        assertEquals(Norma.CLEAN, written.exit(), written.err());
        assertTrue(written.out().contains("norma run --facts " + company), written.out());
        assertTrue(Files.exists(company.resolve("mapping.yaml")));
        Outcome judged = Outcome.of("run", "--facts", company.toString(), "--as-of", "2026-11-20", "--format", "csv");
        assertEquals(Norma.FINDINGS, judged.exit(), judged.err());
    }
}
