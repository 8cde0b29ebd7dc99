package norma.server.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import norma.decide.Decision;
import norma.deviation.Deviation;
import norma.standard.DecisionRule;
import norma.standard.Severity;

/** What deviates: where to begin, the rules at a glance, and the worst of each. */
final class Findings {

    private static final int URGENT = 5;
    private static final int SUBJECT = 38;
    private static final int OWNER = 24;
    private static final int STAKE = 14;
    private static final int TITLE = 62;
    private static final int NUMBER = 12;
    private static final String INDENT = "     ";
    private static final String INDENT_OF_URGENT = "    ";

    private final Cycle cycle;
    private final Prose prose;
    private final Sheet sheet;
    private final Map<String, List<Decision>> decisions = new HashMap<>();

    Findings(Cycle cycle, Prose prose, Sheet sheet) {
        this.cycle = cycle;
        this.prose = prose;
        this.sheet = sheet;
        cycle.decisions().forEach(d -> decisions
                .computeIfAbsent(d.deviation(), id -> new ArrayList<>())
                .add(d));
    }

    void write(int top) {
        List<Group> groups = Group.of(cycle.deviations());
        if (groups.isEmpty()) return;
        urgent();
        overview(groups);
        groups.forEach(group -> details(group, top));
    }

    private record Subject(Deviation.About about, List<Deviation> deviations) {
        long stake() {
            return deviations.stream()
                    .mapToLong(d -> d.stake().orElse(0L))
                    .max()
                    .orElse(0);
        }

        long since() {
            return deviations.stream().mapToLong(Deviation::since).min().orElse(0);
        }
    }

    /** The subjects with the most at stake among those that are critical in any way. */
    private void urgent() {
        Map<Deviation.About, List<Deviation>> bySubject = new LinkedHashMap<>();
        cycle.deviations().forEach(d -> bySubject
                .computeIfAbsent(d.subject(), s -> new ArrayList<>())
                .add(d));
        List<Subject> worst = bySubject.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(d -> d.severity() == Severity.CRITICAL))
                .map(entry -> new Subject(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(Subject::stake)
                        .thenComparingInt(s -> s.deviations().size())
                        .reversed()
                        .thenComparingLong(Subject::since)
                        .thenComparing(s -> s.about().id()))
                .limit(URGENT)
                .toList();
        if (worst.isEmpty()) return;
        sheet.section(prose.say("BEGIN HERE", "С ЧЕГО НАЧАТЬ"));
        int place = 0;
        for (Subject subject : worst) urgent(++place, subject);
    }

    private void urgent(int place, Subject subject) {
        sheet.add(" " + place + ". ")
                .add(Paint.BOLD, Sheet.left(prose.subject(subject.about(), SUBJECT), SUBJECT))
                .add("  ")
                .add(Sheet.left(owner(subject.about()), OWNER))
                .add("  ")
                .add(Paint.BOLD, Sheet.right(subject.stake() == 0 ? "" : prose.glance(subject.stake()), STAKE))
                .end();
        String reasons =
                subject.deviations().stream().map(prose::message).distinct().collect(Collectors.joining("; "));
        sheet.paragraph(Paint.PLAIN, INDENT_OF_URGENT, reasons);
    }

    private void overview(List<Group> groups) {
        sheet.section(prose.say("WHAT DEVIATES", "ЧТО НЕ В НОРМЕ"));
        sheet.line(
                Paint.DIM,
                "   " + " ".repeat(TITLE) + Sheet.right(prose.say("critical", "критично"), NUMBER)
                        + Sheet.right(prose.say("in all", "всего"), NUMBER)
                        + Sheet.right(prose.say("at stake", "под угрозой"), STAKE + 4));
        for (Group group : groups) {
            boolean critical = group.critical() > 0;
            sheet.add(mark(critical), critical ? " ! " : " · ")
                    .add(Sheet.left(prose.say(group.title()), TITLE))
                    .add(mark(critical), Sheet.right(critical ? prose.number(group.critical()) : "", NUMBER))
                    .add(Sheet.right(prose.number(group.deviations().size()), NUMBER))
                    .add(Sheet.right(group.stake() == 0 ? "" : prose.glance(group.stake()), STAKE + 4))
                    .end();
        }
    }

    private static Paint mark(boolean critical) {
        return critical ? Paint.CRITICAL : Paint.WARN;
    }

    private void details(Group group, int top) {
        int all = group.deviations().size();
        String counted = prose.number(all)
                + (group.critical() > 0 ? prose.say(", critical ", ", критично ") + prose.number(group.critical()) : "")
                + (group.stake() == 0 ? "" : " · " + prose.glance(group.stake()));
        sheet.section(prose.say(group.title()) + " · " + counted);
        group.deviations().stream().limit(top).forEach(this::item);
        if (all > top)
            sheet.line(
                    Paint.DIM,
                    INDENT + prose.say("and " + (all - top) + " more: ", "и ещё " + (all - top) + ": ")
                            + "norma run --rule " + group.rule() + " --top " + all);
    }

    private void item(Deviation deviation) {
        boolean critical = deviation.severity() == Severity.CRITICAL;
        sheet.add(mark(critical), critical ? "  !  " : "  ·  ")
                .add(Paint.BOLD, Sheet.left(prose.subject(deviation.subject(), SUBJECT), SUBJECT))
                .add("  ")
                .add(Sheet.left(owner(deviation.subject()), OWNER))
                .add("  ")
                .add(Sheet.right(deviation.stake().map(prose::glance).orElse(""), STAKE))
                .add("   ")
                .add(Paint.DIM, since(deviation))
                .end();
        sheet.paragraph(Paint.PLAIN, INDENT, prose.message(deviation));
        decisions.getOrDefault(deviation.id(), List.of()).forEach(this::decision);
    }

    private String since(Deviation deviation) {
        return deviation.since() >= cycle.asOf() ? "" : prose.say("since ", "с ") + prose.date(deviation.since());
    }

    private void decision(Decision decision) {
        String who = decision.assignee()
                .map(cycle.directory()::employee)
                .orElse(prose.say("nobody to do it", "исполнитель не найден"));
        String due = decision.due()
                .map(at -> prose.say(", by ", ", до ") + prose.date(at))
                .orElse("");
        String shadow = decision.mode() == DecisionRule.Mode.SHADOW ? prose.say(" (shadow)", " (только запись)") : "";
        sheet.paragraph(Paint.ACTION, INDENT, "→ " + who + ": " + prose.action(decision.action()) + due + shadow);
    }

    private String owner(Deviation.About about) {
        Optional<String> owner = cycle.directory().responsible(about);
        return owner.filter(id -> !id.equals(about.id()))
                .map(cycle.directory()::employee)
                .orElse("");
    }
}
