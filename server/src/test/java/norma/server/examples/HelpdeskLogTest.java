package norma.server.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpdeskLogTest {

    private final Example example = new Example("helpdesk-log");

    @ParameterizedTest
    @ValueSource(strings = {"2012-06-30", "2014-01-31"})
    void everyFigureAndDeviationIsThatOfTheSql(String asOf) {
        Comparison.assertSame(example.measured(asOf), example.computed(asOf, Map.of()));
    }

    @Test
    void stuckTicketsAreFoundInsideTheLog() {
        assertEquals(41, example.measured("2012-06-30").count("ticket_stuck"));
    }

    @Test
    void everyRowIsReadAndNoneRejected() {
        JsonNode facts = example.facts("2012-06-30");
        assertEquals(21348, facts.path("read").asInt());
        assertEquals(0, facts.path("rejected").asInt());
    }
}
