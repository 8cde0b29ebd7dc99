package norma.server.examples;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Two outcomes row by row, both ways: nothing differs, nothing is missing, nothing is extra. */
final class Comparison {

    private static final int SHOWN = 20;

    private Comparison() {}

    static void assertSame(Outcome measured, Outcome reference) {
        assertFalse(reference.figures().isEmpty(), "the reference has no figures");
        assertAll(() -> agree(figures(measured, reference)), () -> agree(findings(measured, reference)));
    }

    private static void agree(List<String> differences) {
        List<String> shown = differences.subList(0, Math.min(SHOWN, differences.size()));
        assertEquals("", String.join("\n", shown), () -> differences.size() + " differences from the reference");
    }

    private static List<String> figures(Outcome measured, Outcome reference) {
        List<String> differences = new ArrayList<>();
        Map<String, Figure> remaining = new LinkedHashMap<>();
        for (Figure figure : measured.figures()) {
            if (remaining.put(figure.key(), figure) != null) differences.add("twice: " + figure);
        }
        for (Figure expected : reference.figures()) {
            Figure actual = remaining.remove(expected.key());
            if (actual == null) differences.add("missing: " + expected);
            else if (!actual.agreesWith(expected)) differences.add("differs: " + actual + " from " + expected);
        }
        remaining.values().forEach(extra -> differences.add("extra: " + extra));
        return differences;
    }

    private static List<String> findings(Outcome measured, Outcome reference) {
        List<String> differences = new ArrayList<>();
        var order = java.util.Comparator.comparing(Finding::toString);
        var missing = new TreeSet<>(order);
        missing.addAll(reference.findings());
        missing.removeAll(measured.findings());
        missing.forEach(finding -> differences.add("missing: " + finding));
        var extra = new TreeSet<>(order);
        extra.addAll(measured.findings());
        extra.removeAll(reference.findings());
        extra.forEach(finding -> differences.add("extra: " + finding));
        return differences;
    }
}
