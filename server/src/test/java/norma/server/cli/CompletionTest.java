package norma.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What bash proposes after the script was sourced; bash itself is asked. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no bash")
class CompletionTest {

    @TempDir
    Path folder;

    @Test
    void commandsAreCompleted() throws Exception {
        assertEquals("check", proposed("norma", "ch"));
    }

    @Test
    void optionsAreCompleted() throws Exception {
        assertTrue(proposed("norma", "run", "--as").contains("--as-of"));
    }

    @Test
    void formatsAreCompleted() throws Exception {
        List<String> formats =
                List.of(proposed("norma", "check", "--format", "").split(" "));

        assertTrue(formats.containsAll(List.of("table", "json", "sarif", "github")), formats.toString());
    }

    private String proposed(String... words) throws IOException, InterruptedException {
        Path script = folder.resolve("completion");
        Files.writeString(script, Outcome.of("completion").out());
        String typed = String.join(" ", words);
        String line = "'" + String.join("' '", words) + "'";
        Process bash = new ProcessBuilder(
                        "bash",
                        "-c",
                        "source '" + script + "'; COMP_WORDS=(" + line + "); COMP_CWORD=" + (words.length - 1)
                                + "; COMP_LINE='" + typed + "'; COMP_POINT=" + typed.length()
                                + "; _complete_norma 2>/dev/null; printf '%s ' \"${COMPREPLY[@]}\"")
                .redirectErrorStream(true)
                .start();
        String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, bash.waitFor(), said);
        return said.strip();
    }
}
