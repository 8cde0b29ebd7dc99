package norma.server.report;

import norma.Explanation;
import norma.calendar.Stretch;
import norma.expression.Trace;
import norma.expression.Truth;
import norma.expression.Value;
import norma.standard.DeviationRule;

/** Says in a sentence what a rule came to, and why. */
public final class Outcomes {

    private Outcomes() {}

    public static String said(Explanation explanation, Prose prose) {
        return switch (Explained.outcome(explanation)) {
            case RAISED ->
                prose.say(explanation.episode().severity().title())
                        + prose.say(" since ", ", с ")
                        + prose.date(explanation.episode().since())
                        + (explanation.episode().regressions() > 0
                                ? prose.say(", returned ×", ", возвращалось ×")
                                        + explanation.episode().regressions()
                                : "")
                        + ahead(explanation, prose);
            case PENDING ->
                prose.say("so since ", "так с ")
                        + prose.moment(explanation.episode().since())
                        + prose.say(", raised when it has lasted ", "; станет отклонением, если продлится ")
                        + prose.lapse(explanation.rule().forTime());
            case MUTED ->
                prose.say("raised, but muted while there is ", "есть, но скрыто, пока есть ")
                        + String.join(
                                prose.say(" or ", " или "), explanation.rule().mutedBy());
            case NO_DATA ->
                prose.say("cannot be told: ", "нельзя определить: ") + stopper(explanation, prose) + "; "
                        + without(explanation.rule().noData(), prose);
            case STOPPED -> prose.say("not the case: ", "не выполнено: ") + stopper(explanation, prose);
            case HOLDS -> holds(explanation, prose);
        };
    }

    private static String without(DeviationRule.NoData meaning, Prose prose) {
        return switch (meaning) {
            case KEEP -> prose.say("without data everything stays as it is", "без данных всё остаётся как есть");
            case CLEAR -> prose.say("no data counts as fine", "отсутствие данных считается нормой");
            case RAISE -> prose.say("no data counts as a deviation", "отсутствие данных считается отклонением");
        };
    }

    /** The part of the condition by which the rule found nothing, with the values that it read. */
    private static String stopper(Explanation explanation, Prose prose) {
        Trace stopper = explanation.stoppedBy().or(explanation::value).orElse(null);
        if (stopper == null) return explanation.rule().id();
        StringBuilder out = new StringBuilder(stopper.text().replaceAll("\\s+", " "));
        String separator = " (";
        for (var named : Traces.named(stopper).entrySet()) {
            out.append(separator).append(named.getKey()).append(" = ").append(prose.value(named.getValue()));
            separator = ", ";
        }
        return separator.equals(" (") ? out.toString() : out.append(')').toString();
    }

    private static String holds(Explanation explanation, Prose prose) {
        StringBuilder out = new StringBuilder(prose.say("the norm holds: ", "норма выдержана: "));
        out.append(explanation.value().map(v -> prose.value(v.value())).orElse("—"));
        explanation.rows().stream().findFirst().ifPresent(row -> row.levels()
                .warn()
                .or(() -> row.levels().critical())
                .ifPresent(limit -> out.append(prose.say(", the limit is ", ", предел — "))
                        .append(prose.value(new Value(limit.type(), limit.boxed())))));
        return out.append(ahead(explanation, prose)).toString();
    }

    /** When time alone takes the value beyond the levels that it is not beyond yet. */
    private static String ahead(Explanation explanation, Prose prose) {
        if (explanation.reached().isEmpty()) return "";
        StringBuilder out = new StringBuilder();
        explanation.reached().forEach((severity, at) -> out.append("; ")
                .append(prose.say(severity.title()))
                .append(prose.say(" on ", " — "))
                .append(prose.date(at)));
        return out.append(prose.say(" if nothing changes", ", если ничего не изменится"))
                .toString();
    }

    public static String answer(Truth truth, Prose prose) {
        return switch (truth) {
            case TRUE -> prose.say("yes", "да");
            case FALSE -> prose.say("no", "нет");
            case UNDEFINED -> prose.say("no data", "нет данных");
        };
    }

    /** What a run of dates was to the clock. */
    public static String said(Days days, Prose prose) {
        Stretch interruption = days.interruption();
        if (interruption != null) {
            String dates = prose.count(days.dates(), "day", "days", "день", "дня", "дней");
            return interruption.kind() == Stretch.Kind.HOLD
                    ? prose.say("held, ", "пауза, ") + dates
                    : prose.say("holiday, ", "праздник, ")
                            + dates
                            + interruption
                                    .holiday()
                                    .map(name -> ": " + prose.say(name))
                                    .orElse("");
        }
        String working = prose.count(
                days.working(), "working day", "working days", "рабочий день", "рабочих дня", "рабочих дней");
        String shortened =
                days.shortened() == 0 ? "" : prose.say(" (shortened: ", " (сокращённых: ") + days.shortened() + ")";
        String weekend = days.weekend() == 0 ? "" : prose.say(", days of weekends: ", ", выходных: ") + days.weekend();
        return working + shortened + weekend;
    }
}
