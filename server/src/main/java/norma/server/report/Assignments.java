package norma.server.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import norma.decide.Decision;

/** Who has how much to do, and by when. */
final class Assignments {

    private static final int NAME = 34;
    private static final int COUNT = 8;
    private static final int DUE = 14;

    private final Cycle cycle;
    private final Prose prose;
    private final Sheet sheet;

    Assignments(Cycle cycle, Prose prose, Sheet sheet) {
        this.cycle = cycle;
        this.prose = prose;
        this.sheet = sheet;
    }

    void write() {
        if (cycle.decisions().isEmpty()) return;
        Map<Optional<String>, List<Decision>> byAssignee = new LinkedHashMap<>();
        cycle.decisions().forEach(d -> byAssignee
                .computeIfAbsent(d.assignee(), who -> new ArrayList<>())
                .add(d));
        sheet.section(prose.say("WHO HAS WHAT TO DO", "КОМУ ЧТО ДЕЛАТЬ"));
        sheet.line(
                Paint.DIM,
                "   " + " ".repeat(NAME) + Sheet.right(prose.say("tasks", "дел"), COUNT)
                        + Sheet.right(prose.say("first due", "ближайшее"), DUE));
        byAssignee.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Optional<String>, List<Decision>> e) ->
                                -e.getValue().size())
                        .thenComparing(e -> e.getKey().orElse("")))
                .forEach(entry -> person(entry.getKey(), entry.getValue()));
    }

    private void person(Optional<String> who, List<Decision> decisions) {
        String name = who.map(cycle.directory()::employee).orElse(prose.say("nobody found", "исполнитель не найден"));
        String due = decisions.stream()
                .flatMap(d -> d.due().stream())
                .min(Long::compare)
                .map(prose::date)
                .orElse("");
        String lead = "   " + Sheet.left(name, NAME)
                + Sheet.right(prose.number(decisions.size()), COUNT)
                + Sheet.right(due, DUE)
                + "   ";
        List<String> lines = Sheet.wrapped(actions(decisions), Sheet.WIDTH - lead.length());
        sheet.add(lead).line(lines.get(0));
        lines.stream().skip(1).forEach(line -> sheet.add(" ".repeat(lead.length()))
                .line(line));
    }

    private String actions(List<Decision> decisions) {
        Map<String, Integer> counts = new TreeMap<>();
        decisions.forEach(d -> counts.merge(prose.action(d.action()), 1, Integer::sum));
        return counts.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Integer> e) -> -e.getValue()))
                .map(entry -> entry.getKey() + (entry.getValue() > 1 ? " ×" + entry.getValue() : ""))
                .collect(Collectors.joining("; "));
    }
}
