package norma.server.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import norma.diagnostics.Text;
import norma.judge.DrlRules;
import norma.standard.Standards;

/**
 * How many definitions of each kind there are.
 *
 * @param byKind under the names that files use
 */
record DefinitionCounts(Map<String, Integer> byKind) {

    private static final Map<String, Text> TITLES = Map.of(
            "calendars", new Text("calendars", "календарей"),
            "kpis", new Text("KPI", "показателей"),
            "norms", new Text("norms", "норм"),
            "deviations", new Text("deviations", "отклонений"),
            "decisions", new Text("decisions", "решений"),
            "drl", new Text("deviations in DRL", "отклонений на DRL"));

    static DefinitionCounts of(DrlRules rules) {
        return new DefinitionCounts(Map.of("drl", rules.declared().size()));
    }

    /** @param declared how many deviations rules in DRL declare */
    static DefinitionCounts of(Standards standards, int declared) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        counts.put("calendars", standards.calendars().size());
        counts.put("kpis", standards.kpis().size());
        counts.put("norms", standards.norms().size());
        counts.put("deviations", standards.deviations().size());
        counts.put("drl", declared);
        counts.put("decisions", standards.decisions().size());
        return new DefinitionCounts(counts);
    }

    String said(Locale locale) {
        return byKind.entrySet().stream()
                .map(entry -> TITLES.getOrDefault(entry.getKey(), Text.same(entry.getKey()))
                                .in(locale) + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }
}
