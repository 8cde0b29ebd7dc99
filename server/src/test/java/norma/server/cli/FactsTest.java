package norma.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class FactsTest {

    private static Outcome facts(String... more) {
        String[] arguments = new String[4 + more.length];
        arguments[0] = "facts";
        arguments[1] = Outcome.firm().resolve("facts").toString();
        arguments[2] = "--definitions";
        arguments[3] = Outcome.firm().toString();
        System.arraycopy(more, 0, arguments, 4, more.length);
        return Outcome.of(arguments);
    }

    @Test
    void accountForEveryRow() {
        Outcome outcome = facts();

        assertEquals(Norma.FINDINGS, outcome.exit());
        assertTrue(outcome.out().contains("deals.csv: rows read 11, accepted 9, rejected 2"), outcome.out());
        assertTrue(outcome.out().contains("deals.csv:11: amount '12 apples'"), outcome.out());
    }

    @Test
    void saysTheSameToPrograms() {
        JsonNode json = facts("--format", "json").json();

        assertEquals(18, json.path("read").asInt());
        assertEquals(2, json.path("rejected").asInt());
        assertEquals(9, json.path("facts").path("deal").asInt());
    }
}
