package norma.server.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import norma.decide.Decision;
import norma.deviation.Deviation;
import norma.fact.Client;
import norma.fact.Deal;
import norma.fact.Employee;
import norma.fact.FactType;
import norma.fact.Lead;
import norma.fact.Sale;
import norma.standard.Severity;

/** The head of the page: whose it is, as of when, and how much of what there is. */
final class Summary {

    private static final List<FactType> SHOWN = List.of(Client.TYPE, Lead.TYPE, Sale.TYPE, Employee.TYPE);
    private static final List<String> SUBJECTS = List.of("company", "deal", "client", "employee", "team");

    private final Cycle cycle;
    private final Prose prose;
    private final Sheet sheet;

    Summary(Cycle cycle, Prose prose, Sheet sheet) {
        this.cycle = cycle;
        this.prose = prose;
        this.sheet = sheet;
    }

    void write() {
        title();
        sheet.line(known());
        if (cycle.deviations().isEmpty()) {
            sheet.line(Paint.BOLD, prose.say("Nothing deviates from the norms.", "Отклонений от норм нет."));
            return;
        }
        deviations();
        sheet.paragraph(Paint.PLAIN, "", prose.say("Concerned: ", "Затронуты: ") + concerned());
        if (!cycle.decisions().isEmpty()) sheet.line(tasks());
    }

    private void title() {
        String firm =
                cycle.standards().model().firm().map(prose::say).orElse(prose.say("Sales control", "Контроль продаж"));
        String when = prose.say("as of ", "на ") + prose.moment(cycle.asOf());
        sheet.add(Paint.BOLD, Sheet.left(firm, Sheet.WIDTH - when.length() - 2))
                .add("  ")
                .line(when);
        sheet.line(Paint.DIM, "═".repeat(Sheet.WIDTH));
        if (cycle.generated())
            sheet.line(
                    Paint.WARN,
                    prose.say(
                            "These data are generated: no person, client or deal below exists.",
                            "Данные сгенерированы: людей, клиентов и сделок из этого отчёта не существует."));
    }

    private String known() {
        List<String> parts = new ArrayList<>();
        long deals = cycle.directory().count(Deal.TYPE);
        if (deals > 0)
            parts.add(prose.count(deals, "deal")
                    + prose.say(", open ", ", открытых ")
                    + prose.number(cycle.directory().openDeals()));
        for (FactType type : SHOWN) {
            long count = cycle.directory().count(type);
            if (count > 0) parts.add(prose.count(count, type.name()));
        }
        return prose.say("In the data: ", "В данных: ") + String.join(" · ", parts);
    }

    private void deviations() {
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
                        "отклонений"));
        if (critical > 0)
            sheet.add(": ")
                    .add(
                            Paint.CRITICAL,
                            prose.count(critical, "critical", "critical", "критичное", "критичных", "критичных"));
        if (warnings > 0)
            sheet.add(critical > 0 ? ", " : ": ")
                    .add(
                            Paint.WARN,
                            prose.count(
                                    warnings,
                                    "warning",
                                    "warnings",
                                    "предупреждение",
                                    "предупреждения",
                                    "предупреждений"));
        sheet.end();
    }

    /** Different subjects by their type, with the money at stake; an amount of deals and one of clients never add up. */
    private String concerned() {
        Map<String, List<Deviation>> byType = new LinkedHashMap<>();
        SUBJECTS.forEach(type -> byType.put(type, new ArrayList<>()));
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
        return prose.count(subjects, type) + (stake == 0 ? "" : prose.say(" worth ", " на ") + prose.glance(stake));
    }

    private String tasks() {
        long people = cycle.decisions().stream()
                .flatMap(d -> d.assignee().stream())
                .distinct()
                .count();
        long unassigned =
                cycle.decisions().stream().filter(d -> d.assignee().isEmpty()).count();
        String first = cycle.decisions().stream()
                .flatMap((Decision d) -> d.due().stream())
                .min(Long::compare)
                .map(due -> prose.say(", the first due on ", ", ближайший срок ") + prose.date(due))
                .orElse("");
        return prose.count(cycle.decisions().size(), "task", "tasks", "поручение", "поручения", "поручений")
                + (people == 0 ? "" : prose.say(" for ", " для ") + prose.countOf(people, "employee"))
                + (unassigned == 0
                        ? ""
                        : prose.say(", with nobody to do them: ", ", исполнитель не найден: ")
                                + prose.number(unassigned))
                + first;
    }
}
