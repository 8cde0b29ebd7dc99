package norma.server.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CrmOpportunitiesTest {

    private final Example example = new Example("crm-opportunities");

    @ParameterizedTest
    @ValueSource(strings = {"2017-12-31", "2017-07-01"})
    void everyFigureAndDeviationIsThatOfTheSql(String asOf) {
        Comparison.assertSame(example.measured(asOf), example.computed(asOf, Map.of()));
    }

    @ParameterizedTest
    @CsvSource({"2017-12-31, 4238, 6711, 8800", "2017-07-01, 1796, 2699, 4905"})
    void aDealClosedLaterIsOpenOnTheDay(String asOf, String won, String closed, String all) {
        Outcome outcome = example.measured(asOf);
        assertEquals(won, outcome.figure("win_rate_closed", "", "all").numerator());
        assertEquals(closed, outcome.figure("win_rate_closed", "", "all").denominator());
        assertEquals(all, outcome.figure("win_rate_all", "", "all").denominator());
    }

    @ParameterizedTest
    @CsvSource({
        "2017-12-31, 1479, 1291, 730, 53",
        "2017-07-01, 356, 153, 55, 0",
    })
    void oldDealsAreFound(String asOf, long over90, long over138, long over180, long over365) {
        Outcome outcome = example.measured(asOf);
        assertEquals(over90, outcome.count("engaged_over_90"));
        assertEquals(over138, outcome.count("engaged_over_138"));
        assertEquals(over180, outcome.count("engaged_over_180"));
        assertEquals(over365, outcome.count("engaged_over_365"));
    }

    @Test
    void everyRowIsReadAndNoneRejected() {
        JsonNode facts = example.facts("2017-12-31");
        assertEquals(35 + 7 + 85 + 8800, facts.path("read").asInt());
        assertEquals(0, facts.path("rejected").asInt());
    }
}
