package norma.server.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceiptLogTest {

    private final Example example = new Example("receipt-log");

    /** Days of summer time, of winter time, and the day of 25 hours between them. */
    @ParameterizedTest
    @CsvSource({"2011-06-30, 2", "2011-10-29, 2", "2011-10-30, 1", "2011-10-31, 1", "2012-01-31, 1"})
    void everyFigureAndDeviationIsThatOfTheSql(String asOf, String hoursAheadOfUtc) {
        Map<String, String> offset = Map.of("as_of_offset", hoursAheadOfUtc);
        Comparison.assertSame(example.measured(asOf), example.computed(asOf, offset));
    }

    @Test
    void stuckCasesAreFoundInsideTheLog() {
        assertEquals(75, example.measured("2011-06-30").count("case_stuck"));
        assertEquals(111, example.measured("2011-10-31").count("case_stuck"));
    }

    @Test
    void everyRowIsReadAndNoneRejected() {
        JsonNode facts = example.facts("2011-10-31");
        assertEquals(8577, facts.path("read").asInt());
        assertEquals(0, facts.path("rejected").asInt());
    }
}
