package norma.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckTest {

    private static final String ANSWERING = """
            schema: 1
            calendars:
              office: { zone: Europe/Moscow }
            decisions:
              act:
                when: %s
                phase: control
                ladder: [{ at: warn, do: call, to: head_of(owner) }]
            """;

    @TempDir
    Path folder;

    @Test
    void normasOwnDefinitionsAreFine() {
        Outcome outcome = Outcome.of("check");

        assertEquals(Norma.CLEAN, outcome.exit(), outcome.out());
        assertTrue(outcome.out().startsWith("no problems: calendars "), outcome.out());
    }

    @Test
    void countsWhatWasReadAndTellsByTheClockWhatHasPassed() {
        Outcome outcome = Outcome.of("check", Outcome.firm().toString(), "--lang", "ru");

        assertEquals(Norma.FINDINGS, outcome.exit());
        assertTrue(outcome.out().contains(":66:62: предупреждение [expired-row]"), outcome.out());
        assertEquals(
                "предупреждений: 1; календарей 1, показателей 5, норм 1, отклонений 3, отклонений на DRL 1, решений 3",
                outcome.out().lines().reduce("", (before, line) -> line));
    }

    @Test
    void looksAtTheRoutesBesideTheDefinitionsToo() throws IOException {
        for (String file : List.of("definitions.yaml", "idle.drl"))
            Files.copy(Outcome.firm().resolve(file), folder.resolve(file));
        Files.writeString(
                folder.resolve("routes.yaml"), "schema: 1\nroutes:\n  now: { when: { rule: forgoten }, to: hed }\n");

        Outcome outcome = Outcome.of("check", folder.toString());

        assertEquals(Norma.REFUSED, outcome.exit());
        assertTrue(outcome.out().contains("routes.yaml:3:24: error [unknown-deviation]"), outcome.out());
        assertTrue(outcome.out().contains("did you mean head?"), outcome.out());
        assertTrue(Outcome.of("check", folder.toString(), "--lang", "ru").out().contains("нет отклонения «forgoten»"));

        Files.writeString(folder.resolve("routes.yaml"), "schema: 1\nroutes:\n  now: { to: head }\n");
        assertEquals(
                Norma.FINDINGS, Outcome.of("check", folder.toString()).exit(), "the definitions have their warning");
    }

    @Test
    void showsEveryProblemOfYamlAndDrlAtOnce() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), "schema: 1\nmodel: { currancy: RUB }\n");
        Files.writeString(folder.resolve("b.yaml"), "schema: 1\nlists: { a: [x], a: [y] }\n");
        Files.writeString(folder.resolve("c.drl"), "package c\nrule \"x\" when Nothing() then end\n");

        Outcome outcome = Outcome.of("check", folder.toString());

        assertEquals(Norma.REFUSED, outcome.exit());
        assertTrue(outcome.out().contains("a.yaml:2:10: error [unknown-key]"), outcome.out());
        assertTrue(outcome.out().contains("did you mean currency?"), outcome.out());
        assertTrue(outcome.out().contains("b.yaml:2:"), outcome.out());
        assertTrue(outcome.out().contains("c.drl:2:"), outcome.out());
    }

    /** One slip, one error: the decision may well answer what the rule would raise. */
    @Test
    void decisionsAreNotBlamedForRulesThatCannotBeRead() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), ANSWERING.formatted("client_idle"));
        Files.writeString(
                folder.resolve("b.drl"), "package b\nrule \"x\" @raises(client_idle) when Nothing() then end\n");

        Outcome outcome = Outcome.of("check", folder.toString());

        assertEquals(Norma.REFUSED, outcome.exit());
        assertTrue(outcome.out().contains("b.drl:2:"), outcome.out());
        assertTrue(outcome.out().endsWith("errors: 1, warnings: 0\n"), outcome.out());
    }

    @Test
    void othersAreNotBlamedForNamesInAFileThatCannotBeRead() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), ANSWERING.formatted("deal_old"));
        Files.writeString(folder.resolve("b.yaml"), "schema: 1\ndeviations:\n  deal_old: { on: deal\n");

        Outcome outcome = Outcome.of("check", folder.toString());

        assertTrue(outcome.out().contains("b.yaml:3:"), outcome.out());
        assertTrue(outcome.out().endsWith("errors: 1, warnings: 0\n"), outcome.out());
    }

    @Test
    void aNameThatStandsNowhereElseIsTold() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), ANSWERING.formatted("deal_odl"));
        Files.writeString(folder.resolve("b.yaml"), "schema: 1\ndeviations:\n  deal_old: { on: deal\n");

        Outcome outcome = Outcome.of("check", folder.toString());

        assertTrue(outcome.out().contains("a.yaml:6:11: error [unknown-deviation]"), outcome.out());
    }

    @Test
    void saysTheSameToPrograms() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), "schema: 1\nmodel: { currancy: RUB }\n");

        JsonNode json =
                Outcome.of("check", "--format", "json", folder.toString()).json();

        assertEquals(false, json.path("valid").asBoolean(true));
        JsonNode problem = json.path("problems").path(0);
        assertEquals("unknown-key", problem.path("code").asText());
        assertEquals(2, problem.path("line").asInt());
        assertEquals("currency", problem.path("suggestion").asText());
    }

    @Test
    void rulesInDrlAreCheckedAlone() {
        Outcome outcome = Outcome.of("check", Outcome.firm().resolve("idle.drl").toString());

        assertEquals(Norma.CLEAN, outcome.exit(), outcome.out());
        assertEquals("no problems: deviations in DRL 1", outcome.out().strip());
    }
}
