package norma.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The pages of the small firm, word for word, in both languages. After a change that is meant,
 * {@code -Dgolden.update=true} writes them anew; read the difference.
 */
class GoldenReportTest {

    static final Path GOLDEN = Outcome.firm().resolveSibling("golden");

    @ParameterizedTest
    @CsvSource({
        "run, run",
        "run-one-rule, run --rule deal_stuck --kpi open_deals --top 2",
        "run-csv, run --format csv",
        "run-csv-readings, run --format csv --section readings --by owner",
        "run-csv-decisions, run --format csv --section decisions",
        "run-ndjson, run --format ndjson --rule deal_stuck --kpi win_rate",
        "explain-all-rules, explain D3",
        "explain-a-hold, explain D4 deal_stuck",
        "explain-a-norm-that-holds, explain D9 deal_stuck",
        "explain-muted, explain D1 deal_at_risk",
        "explain-pending, explain D6 deal_no_next_step",
        "explain-drl, explain client:C3",
        "explain-json, explain D4 deal_stuck --format json",
        "help, run --help",
    })
    void isTheSamePageInBothLanguages(String name, String arguments) throws IOException {
        for (String language : new String[] {"en", "ru"}) {
            Outcome outcome = Outcome.ofFirm(
                    arguments.split(" ")[0],
                    (arguments.replaceFirst("^\\S+ ?", "") + " --lang " + language)
                            .strip()
                            .split(" "));
            compare(GOLDEN.resolve(name + "." + language + ".txt"), outcome.text());
        }
    }

    static void compare(Path expected, String actual) throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(expected, actual);
        }
        assertTrue(Files.exists(expected), () -> "no " + expected + ": write it with -Dgolden.update=true and read it");
        assertEquals(Files.readString(expected), actual);
    }
}
