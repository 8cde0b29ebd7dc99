package norma.server.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuperstoreTest {

    private final Example example = new Example("superstore");

    @ParameterizedTest
    @ValueSource(strings = {"2017-12-31", "2016-06-30"})
    void everyFigureAndDeviationIsThatOfTheSql(String asOf) {
        Comparison.assertSame(example.measured(asOf), example.computed(asOf, Map.of()));
    }

    @Test
    void clientsThatCostMoreThanTheyBringAreFound() {
        Outcome outcome = example.measured("2017-12-31");
        assertEquals(155, outcome.count("client_unprofitable"));
        assertEquals(67, outcome.count("class_a_unprofitable"));
    }

    @Test
    void bothDateStylesAreReadAndNoRowIsRejected() {
        JsonNode facts = example.facts("2017-12-31");
        assertEquals(9994, facts.path("read").asInt());
        assertEquals(0, facts.path("rejected").asInt());
    }
}
