package norma.server.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OlistFunnelTest {

    private final Example example = new Example("olist-funnel");

    /** Half-way, the day before and the day of the win that is recorded before its first contact, and the end. */
    @ParameterizedTest
    @ValueSource(strings = {"2017-12-31", "2018-03-07", "2018-03-08", "2018-03-31", "2018-11-30"})
    void everyFigureAndDeviationIsThatOfTheSql(String asOf) {
        Comparison.assertSame(example.measured(asOf), example.computed(asOf, Map.of()));
    }

    @Test
    void blankAndUnknownChannelsStayApart() {
        Outcome outcome = example.measured("2018-11-30");
        assertEquals(
                "60", outcome.figure("lead_conversion", "channel=blank", "all").denominator());
        assertEquals(
                "1099",
                outcome.figure("lead_conversion", "channel=unknown", "all").denominator());
    }

    @Test
    void everyRowIsReadAndNoneRejected() {
        JsonNode facts = example.facts("2018-11-30");
        assertEquals(8000 + 842, facts.path("read").asInt());
        assertEquals(0, facts.path("rejected").asInt());
    }
}
