package norma.server.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import norma.deviation.Deviation;
import norma.fact.Client;
import norma.fact.Deal;
import norma.fact.Employee;
import norma.standard.Severity;

/** The page that a head reads in the morning: what is wrong, worst first, why, and what to do about it. */
public final class TextReport {

    private final Cycle cycle;
    private final Prose prose;
    private final Sheet sheet;

    private TextReport(Cycle cycle, Locale locale, boolean coloured) {
        this.cycle = cycle;
        this.prose = new Prose(cycle.standards().model(), locale);
        this.sheet = new Sheet(coloured);
    }

    /** @param top how many subjects of each rule are shown */
    public static String of(Cycle cycle, Locale locale, boolean coloured, int top) {
        TextReport report = new TextReport(cycle, locale, coloured);
        report.head();
        report.summary();
        new Findings(cycle, report.prose, report.sheet).write(top);
        new Assignments(cycle, report.prose, report.sheet).write();
        new Figures(cycle, report.prose, report.sheet).write();
        new Gaps(cycle, report.prose, report.sheet).write();
        report.foot();
        return report.sheet.toString();
    }

    private void head() {
        String firm =
                cycle.standards().model().firm().map(prose::say).orElse(prose.say("Sales control", "Контроль продаж"));
        String when = prose.say("as of ", "на ") + prose.moment(cycle.asOf());
        int room = Sheet.WIDTH - when.length() - 2;
        sheet.add(Paint.BOLD, Sheet.left(firm, room)).add("  ").line(when);
        sheet.line(Paint.DIM, "═".repeat(Sheet.WIDTH));
        if (cycle.generated())
            sheet.line(
                    Paint.WARN,
                    prose.say(
                            "These data are generated: no person, client or deal below exists.",
                            "Данные сгенерированы: людей, клиентов и сделок из этого отчёта не существует."));
    }

    private void summary() {
        sheet.line(known());
        if (cycle.deviations().isEmpty()) {
            sheet.line(Paint.BOLD, prose.say("Nothing deviates from the norms.", "Отклонений от норм нет."));
            return;
        }
        long critical = cycle.deviations().stream()
                .filter(d -> d.severity() == Severity.CRITICAL)
                .count();
        long warnings = cycle.deviations().size() - critical;
        sheet.add(
                        Paint.BOLD,
                        prose.count(
                                cycle.deviations().size(),
                                "deviation",
                                "deviations",
                                "отклонение",
                                "отклонения",
                                "отклонений"))
                .add(": ")
                .add(
                        Paint.CRITICAL,
                        prose.count(critical, "critical", "critical", "критичное", "критичных", "критичных"))
                .add(", ")
                .add(
                        Paint.WARN,
                        prose.count(
                                warnings, "warning", "warnings", "предупреждение", "предупреждения", "предупреждений"))
                .end();
        sheet.paragraph(Paint.PLAIN, "", prose.say("Concerned: ", "Затронуты: ") + concerned());
        if (!cycle.decisions().isEmpty()) sheet.line(decisions());
    }

    private String known() {
        List<String> parts = new ArrayList<>();
        long deals = cycle.directory().count(Deal.TYPE);
        if (deals > 0)
            parts.add(prose.count(deals, "deal")
                    + prose.say(", open ", ", открытых ")
                    + prose.number(cycle.directory().openDeals()));
        for (var type : List.of(Client.TYPE, Employee.TYPE)) {
            long count = cycle.directory().count(type);
            if (count > 0) parts.add(prose.count(count, type.name()));
        }
        if (parts.isEmpty()) cycle.factsByType().forEach((type, count) -> parts.add(type + " " + prose.number(count)));
        return prose.say("Known: ", "Известно: ") + String.join(" · ", parts);
    }

    /** Different subjects by their type, with the money at stake; an amount of deals and one of clients never add up. */
    private String concerned() {
        Map<String, List<Deviation>> byType = new LinkedHashMap<>();
        for (String type : List.of("deal", "client", "employee", "team")) byType.put(type, new ArrayList<>());
        cycle.deviations().forEach(d -> byType.computeIfAbsent(d.subject().type(), t -> new ArrayList<>())
                .add(d));
        return byType.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> concerned(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(" · "));
    }

    private String concerned(String type, List<Deviation> deviations) {
        long subjects = deviations.stream().map(Deviation::subject).distinct().count();
        long stake = Group.stake(deviations);
        String counted = prose.count(subjects, type);
        if (stake == 0) return counted;
        String meaning = type.equals("client")
                ? prose.say(" with a yearly revenue of ", " с годовой выручкой ")
                : prose.say(" worth ", " на ");
        return counted + meaning + prose.glance(stake);
    }

    private String decisions() {
        Map<String, Integer> byAssignee = new TreeMap<>();
        cycle.decisions().forEach(d -> d.assignee().ifPresent(who -> byAssignee.merge(who, 1, Integer::sum)));
        String first = cycle.decisions().stream()
                .flatMap(d -> d.due().stream())
                .min(Long::compare)
                .map(due -> prose.say(", the first due on ", ", ближайший срок ") + prose.date(due))
                .orElse("");
        return prose.count(cycle.decisions().size(), "task", "tasks", "поручение", "поручения", "поручений")
                + prose.say(" for ", " для ")
                + (prose.russian()
                        ? prose.count(byAssignee.size(), "", "", "сотрудника", "сотрудников", "сотрудников")
                        : prose.count(byAssignee.size(), "employee"))
                + first;
    }

    private void foot() {
        sheet.blank();
        String subject = cycle.deviations().stream()
                .findFirst()
                .map(d -> d.subject().id())
                .orElse(prose.say("SUBJECT", "ОБЪЕКТ"));
        String quoted = subject.matches("[\\w.-]+") ? subject : "'" + subject + "'";
        sheet.line(
                Paint.DIM,
                prose.say("Why: ", "Почему: ") + "norma explain " + quoted
                        + prose.say(" · all of it: ", " · всё целиком: ") + "norma run --top 1000"
                        + prose.say(" · for programs: ", " · для программ: ") + "--format json|ndjson|csv");
        sheet.line(
                Paint.DIM,
                prose.say("Judged by definitions ", "Проверено по определениям ")
                        + cycle.standards().version()
                        + (cycle.rules().isEmpty() ? "" : prose.say(" and rules ", " и правилам ") + cycle.rules()));
    }
}
