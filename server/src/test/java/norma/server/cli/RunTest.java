package norma.server.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunTest {

    @TempDir
    Path folder;

    @Test
    void findsWhatIsFoundByHand() {
        JsonNode run = Outcome.ofFirm("run", "--format", "json").json();

        assertEquals(
                List.of(
                        "deal_at_risk/deal/D9",
                        "deal_stuck/deal/D1",
                        "client_idle/client/C3",
                        "deal_no_next_step/deal/D5",
                        "deal_stuck/deal/D2",
                        "deal_stuck/deal/D3",
                        "deal_stuck/deal/D4"),
                all(run.path("deviations"), "id"));
    }

    /** 26 January to 16 March: 35 weekdays after the first, less 23 February and 9 March. */
    @Test
    void countsWorkingDaysAndNamesTheRowOfTheNorm() {
        JsonNode run = Outcome.ofFirm("run", "--format", "json", "--rule", "deal_stuck")
                .json();
        JsonNode second = run.path("deviations").path(1);

        assertEquals("D2", second.path("subject").path("id").asText());
        assertEquals(33, second.path("value").asInt());
        assertEquals(30, second.path("limit").asInt());
        assertEquals("stage + segment", second.path("norm_row").asText());
        assertEquals("warn", second.path("severity").asText());
    }

    @Test
    void writesMoneyExactlyAndAPercentageAsAFraction() {
        JsonNode run = Outcome.ofFirm("run", "--format", "json", "--kpi", "open_amount", "--kpi", "win_rate")
                .json();

        JsonNode whole = run.path("readings").path(0);
        assertEquals("1890000", whole.path("value").asText());
        assertEquals("money", whole.path("unit").asText());
        JsonNode rate = reading(run, "win_rate", Map.of());
        assertEquals("0.5", rate.path("value").asText());
        assertEquals("1", rate.path("numerator").asText());
        assertEquals("2", rate.path("denominator").asText());
        assertEquals("2026-Q1", rate.path("period").path("name").asText());
    }

    @Test
    void givesASubjectsOwnKpiAsAReadingOfThatSubject() {
        JsonNode run = Outcome.ofFirm("run", "--format", "json", "--by", "deal").json();

        JsonNode age = reading(run, "stage_age", Map.of("deal", "D4"));
        assertEquals(11, age.path("value").asInt());
        assertEquals("working_days", age.path("unit").asText());
        assertEquals(7, run.path("readings").size(), "one for each open deal");
    }

    @Test
    void saysWhatItCouldNotMeasureOrTake() {
        JsonNode run = Outcome.ofFirm("run", "--format", "json").json();

        assertEquals("mean_discount", run.path("unmeasured").path(0).asText());
        assertEquals(2, run.path("facts").path("rejected").asInt());
        JsonNode rejection = run.path("facts").path("rejections").path(0);
        assertEquals(11, rejection.path("line").asInt());
        assertEquals("amount", rejection.path("column").asText());
        assertEquals("not-a-number", rejection.path("code").asText());
    }

    @ParameterizedTest
    @CsvSource({
        // The end of the day in Moscow: the deal won on 20 March is won, the one with a step missing since the 13th is
        // not.
        "2026-03-20, 2026-03-20T23:59:59.999+03:00, 6, 0",
        "2026-03-19, 2026-03-19T23:59:59.999+03:00, 7, 1",
        "2026-03-20T14:59+03:00, 2026-03-20T14:59:00+03:00, 7, 1",
        "2026-03-20T12:00Z, 2026-03-20T15:00:00+03:00, 6, 0",
        "2026-03-16 12:00, 2026-03-16T12:00:00+03:00, 7, 1",
    })
    void rebuildsTheStateOfTheMoment(String asOf, String exactly, int open, int later) {
        JsonNode run =
                Outcome.ofFirm("run", "--format", "json", "--as-of", asOf).json();

        assertEquals(exactly, run.path("as_of").asText());
        assertEquals(open, reading(run, "open_deals", Map.of()).path("value").asInt());
        assertEquals(later, run.path("facts").path("later").asInt());
    }

    @Test
    void takesTheTimeOfTheClockWhenNoneIsGiven() {
        JsonNode run = Outcome.ofFirm("run", "--format", "json").json();

        assertEquals("2026-03-16T12:00:00+03:00", run.path("as_of").asText());
    }

    @Test
    void isCleanWhenNothingDeviates() {
        Outcome outcome = Outcome.ofFirm("run", "--rule", "deal_at_risk", "--as-of", "2026-01-20");

        assertEquals(Norma.CLEAN, outcome.exit());
        assertTrue(outcome.out().contains("Nothing deviates from the norms."), outcome.out());
        assertEquals(Norma.FINDINGS, Outcome.ofFirm("run").exit());
    }

    @Test
    void writesRejectedRowsToAFile() throws IOException {
        Path file = folder.resolve("rejects.csv");

        Outcome.ofFirm("run", "--rejects", file.toString());

        List<String> lines = Files.readAllLines(file);
        assertEquals(3, lines.size());
        assertTrue(lines.get(1).startsWith("deals.csv,11,amount,12 apples,not-a-number,"), lines.get(1));
    }

    @Test
    void coloursOnlyATerminalThatWantsIt() {
        String escape = "\u001b[";
        String[] arguments = {
            "run",
            "--definitions",
            Outcome.firm().toString(),
            "--facts",
            Outcome.firm().resolve("facts").toString()
        };

        assertAll(
                () -> assertTrue(Outcome.in(Map.of(), true, arguments).out().contains(escape)),
                () -> assertFalse(Outcome.in(Map.of(), false, arguments).out().contains(escape)),
                () -> assertFalse(Outcome.in(Map.of("NO_COLOR", "1"), true, arguments)
                        .out()
                        .contains(escape)),
                () -> assertTrue(
                        Outcome.ofFirm("run", "--color", "always").out().contains(escape)));
    }

    @Test
    void speaksTheLanguageOfTheEnvironmentUnlessAnotherIsAskedFor() {
        String[] arguments = {"run", "--help"};

        assertAll(
                () -> assertTrue(Outcome.in(Map.of("LANG", "ru_RU.UTF-8"), false, arguments)
                        .out()
                        .contains("Вызов:")),
                () -> assertTrue(Outcome.in(Map.of("LC_ALL", "C", "LANG", "ru_RU.UTF-8"), false, arguments)
                        .out()
                        .contains("Usage:")),
                () -> assertTrue(Outcome.in(Map.of("LANG", "ru_RU.UTF-8"), false, "run", "--help", "--lang=en")
                        .out()
                        .contains("Usage:")));
    }

    /** The whole way of the README's first command: generate, read, measure, judge, report. */
    @Test
    void judgesTheGeneratedCompanyWhenNoFactsAreGiven() {
        Outcome outcome = Outcome.of("run", "--lang", "ru");

        assertEquals(Norma.FINDINGS, outcome.exit(), outcome.err());
        assertTrue(outcome.err().startsWith("Данные сгенерированы, не настоящие: "), outcome.err());
        assertEquals(1, outcome.err().lines().count(), outcome.err());
        assertTrue(outcome.out().startsWith("Сгенерированная демонстрационная компания"), outcome.out());
        outcome.out().lines().forEach(line -> assertTrue(line.length() <= 112, line));
        assertEquals("", Outcome.of("run", "--quiet").err());
    }

    private static List<String> all(JsonNode items, String field) {
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.path(field).asText())
                .toList();
    }

    private static JsonNode reading(JsonNode run, String kpi, Map<String, String> scope) {
        for (JsonNode reading : run.path("readings")) {
            boolean same = reading.path("scope").size() == scope.size()
                    && scope.entrySet().stream().allMatch(part -> reading.path("scope")
                            .path(part.getKey())
                            .asText()
                            .equals(part.getValue()));
            if (same && reading.path("kpi").asText().equals(kpi)) return reading;
        }
        throw new AssertionError("no reading of " + kpi + " for " + scope);
    }
}
