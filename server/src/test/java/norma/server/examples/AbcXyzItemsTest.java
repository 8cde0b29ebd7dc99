package norma.server.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AbcXyzItemsTest {

    private final Example example = new Example("abc-xyz-items");

    @Test
    void everyFigureAndDeviationIsThatOfTheSql() {
        Comparison.assertSame(example.measured("2025-01-01"), example.computed("2024-12-31", Map.of()));
    }

    @Test
    void sevenOfTheNineCellsAreFilled() {
        Map<String, Long> cells = example.measured("2025-01-01").figures().stream()
                .filter(figure -> figure.kpi().equals("item_class"))
                .collect(Collectors.groupingBy(
                        figure -> String.valueOf(figure.value()), TreeMap::new, Collectors.counting()));
        assertEquals(Map.of("AX", 14L, "BX", 52L, "BY", 18L, "BZ", 3L, "CX", 590L, "CY", 182L, "CZ", 141L), cells);
    }

    @Test
    void noRowIsRejected() {
        JsonNode facts = example.facts("2025-01-01");
        assertEquals(0, facts.path("rejected").asInt());
    }
}
