package norma.server.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import norma.judge.Judge;
import norma.server.intake.Account.SourceAccount;
import norma.server.intake.Reason;

/** What could not be judged, so that silence is never taken for health. */
final class Gaps {

    private static final int EXAMPLES = 3;

    private final Cycle cycle;
    private final Prose prose;
    private final Sheet sheet;

    Gaps(Cycle cycle, Prose prose, Sheet sheet) {
        this.cycle = cycle;
        this.prose = prose;
        this.sheet = sheet;
    }

    void write() {
        boolean none = cycle.failures().isEmpty() && cycle.unmeasured().isEmpty();
        if (none && cycle.account().rejected() == 0 && cycle.later() == 0) return;
        sheet.section(prose.say("WHAT WAS NOT JUDGED", "ЧТО НЕ УДАЛОСЬ ПРОВЕРИТЬ"));
        Map<String, List<Judge.Failure>> failures =
                cycle.failures().stream().collect(Collectors.groupingBy(Judge.Failure::rule));
        failures.forEach(this::failed);
        if (!cycle.unmeasured().isEmpty())
            sheet.paragraph(
                    Paint.PLAIN,
                    "   ",
                    prose.say("no facts to measure: ", "нет данных для показателей: ") + unmeasured());
        cycle.account().sources().stream()
                .filter(source -> source.rejected() > 0)
                .forEach(this::rejected);
        if (cycle.account().rejected() > 0)
            sheet.line(
                    Paint.DIM,
                    "   " + prose.say("each row with its reason: ", "каждая строка с причиной: ") + "norma facts "
                            + cycle.from() + prose.say(" · as a file: ", " · в файл: ") + "--rejects FILE");
        if (cycle.later() > 0)
            sheet.line("   "
                    + prose.say(
                            "changes after the moment of this report, not applied: ",
                            "изменений позже момента отчёта, не учтено: ")
                    + prose.number(cycle.later()));
    }

    private String unmeasured() {
        return cycle.unmeasured().stream()
                .map(id -> Optional.ofNullable(cycle.standards().kpis().get(id))
                        .map(kpi -> prose.say(kpi.title()))
                        .orElse(id))
                .collect(Collectors.joining(", "));
    }

    private void failed(String rule, List<Judge.Failure> failures) {
        failures.stream()
                .filter(failure -> failure.subject().isEmpty())
                .findFirst()
                .ifPresent(whole -> sheet.paragraph(
                        Paint.WARN,
                        "   ",
                        rule + ": "
                                + prose.say(
                                        "its conditions fail, so it was left out: ",
                                        "условия выполняются с ошибкой, поэтому правило отключено: ")
                                + whole.reason()));
        List<Judge.Failure> each = failures.stream()
                .filter(failure -> !failure.subject().isEmpty())
                .toList();
        if (!each.isEmpty()) failedFor(rule, each);
    }

    private void failedFor(String rule, List<Judge.Failure> failures) {
        String examples =
                failures.stream().limit(EXAMPLES).map(Judge.Failure::subject).collect(Collectors.joining(", "));
        sheet.paragraph(
                Paint.WARN,
                "   ",
                rule + ": "
                        + prose.count(failures.size(), "subject", "subjects", "объект", "объекта", "объектов")
                        + " (" + examples + (failures.size() > EXAMPLES ? " …" : "") + "): "
                        + failures.get(0).reason());
    }

    private void rejected(SourceAccount source) {
        String reasons = source.reasons().entrySet().stream()
                .map(entry -> prose.say(Reason.of(entry.getKey()).title()) + " ×" + entry.getValue())
                .collect(Collectors.joining(", "));
        sheet.paragraph(
                Paint.WARN,
                "   ",
                source.file() + ": "
                        + prose.count(source.rejected(), "row", "rows", "строка", "строки", "строк")
                        + prose.say(" of ", " из ") + prose.number(source.read())
                        + prose.say(" rejected: ", " не принято: ") + reasons);
    }
}
