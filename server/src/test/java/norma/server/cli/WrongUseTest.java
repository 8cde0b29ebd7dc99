package norma.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is wrong with what was asked is said in words, in the asker's language, and with exit code 2. */
class WrongUseTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "rnu | there is no command 'rnu' | нет команды «rnu»",
                "rnu | did you mean run? | возможно, имелось в виду run?",
                "run --fact x | there is no option --fact | нет параметра --fact",
                "run --format xml | 'xml' does not fit here; allowed: table, json, ndjson, csv | допустимо: table, json, ndjson, csv",
                "run --kpi | missing: | не хватает:",
                "run --facts nowhere | there is no folder nowhere | нет папки nowhere",
                "run --definitions nowhere | there is no file or folder nowhere | нет файла или папки nowhere",
                "explain | missing: SUBJECT | не хватает: SUBJECT",
                "facts | missing: DIR | не хватает: DIR",
                "demo a b | 'b' is one argument too many | лишний аргумент «b»",
            })
    void isSaid(String arguments, String english, String russian) {
        Outcome en = Outcome.of(arguments.split(" "));
        assertEquals(Norma.REFUSED, en.exit());
        assertTrue(en.err().contains(english), en.err());
        Outcome ru = Outcome.of(Stream.concat(Stream.of("--lang", "ru"), Stream.of(arguments.split(" ")))
                .toArray(String[]::new));
        assertTrue(ru.err().contains(russian), ru.err());
        assertEquals("", en.out() + ru.out());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "run --as-of 2026-02-30 | --as-of: '2026-02-30' is no date and no time",
                "run --as-of yesterday | --as-of: 'yesterday' is no date and no time",
                "run --kpi win_rte | --kpi: there is no 'win_rte'; the nearest are win_rate",
                "run --rule stuck | --rule: there is no 'stuck'; the nearest are deal_stuck",
                "run --by sellers | --by: there is no 'sellers'; the nearest are deal, owner",
                "explain D33 | there is nothing called 'D33'; the nearest are D3",
                "explain D3 deal_stukc | --rule: there is no 'deal_stukc'; the nearest are deal_stuck",
            })
    void isSaidOfTheFirm(String arguments, String english) {
        Outcome outcome = Outcome.ofFirm(
                arguments.split(" ")[0], arguments.replaceFirst("^\\S+ ", "").split(" "));

        assertEquals(Norma.REFUSED, outcome.exit());
        assertTrue(outcome.err().contains(english), outcome.err());
        assertEquals("", outcome.out());
    }

    @Test
    void helpIsShownToWhoeverSaysNothing() {
        Outcome outcome = Outcome.of();

        assertEquals(Norma.REFUSED, outcome.exit());
        assertTrue(outcome.err().replaceAll(" +", " ").contains("explain Say why the rules found"), outcome.err());
    }

    @Test
    void badDefinitionsJudgeNothingAndShowEveryProblem() throws IOException {
        Path definitions = folder.resolve("bad.yaml");
        Files.writeString(definitions, "schema: 1\nkpi: {}\nnorms: { a: { kpi: none } }\n");

        Outcome outcome = Outcome.of("run", "--definitions", definitions.toString());

        assertEquals(Norma.REFUSED, outcome.exit());
        assertEquals("", outcome.out());
        assertTrue(outcome.err().contains("bad.yaml:2:1: error [unknown-key]"), outcome.err());
        assertTrue(outcome.err().contains("bad.yaml:3:"), outcome.err());
        assertFalse(outcome.err().contains("Exception"), outcome.err());
    }

    @Test
    void aFolderWithoutAMappingSaysWhatItNeeds() {
        Outcome outcome = Outcome.of("facts", folder.toString());

        assertEquals(Norma.REFUSED, outcome.exit());
        assertTrue(outcome.err().contains("needs a mapping.yaml"), outcome.err());
    }

    @Test
    void aBadMappingReadsNothingAndShowsEveryProblem() throws IOException {
        Path mapping = folder.resolve("mapping.yaml");
        Files.writeString(mapping, "schema: 1\nzone: Europe/Moskow\nsources:\n  - { file: none.csv, format: csv }\n");

        Outcome outcome = Outcome.of(
                "facts", folder.toString(), "--definitions", Outcome.firm().toString());

        assertEquals(Norma.REFUSED, outcome.exit());
        assertTrue(outcome.err().contains("mapping.yaml:2:"), outcome.err());
        assertTrue(outcome.err().contains("the mapping has errors, so nothing was read"), outcome.err());
    }
}
