package norma.standard.check;

import java.util.List;
import norma.diagnostics.Place;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Problems;
import norma.diagnostics.Text;
import norma.standard.DeviationRule;
import norma.standard.Kpi;
import norma.standard.Method;
import norma.standard.Norm;

/** A clause that is read and then means nothing. */
final class NoEffect extends Lint {

    NoEffect() {
        super(
                "no-effect",
                Severity.ERROR,
                new Text(
                        "Whoever wrote the clause believes that it does something. Here it does nothing: remove it, or say"
                                + " what was meant in another way.",
                        "Автор уверен, что написанное что-то меняет. Здесь оно не меняет ничего: удалите его или скажите"
                                + " иначе то, что имелось в виду."));
    }

    @Override
    void look(Draft draft, Problems problems) {
        draft.standards().kpis().values().forEach(kpi -> look(kpi, problems));
        draft.standards().norms().values().forEach(norm -> look(norm, problems));
        draft.standards().deviations().values().forEach(rule -> look(rule, problems));
    }

    private void look(Kpi kpi, Problems problems) {
        Method method = kpi.method();
        Text because = new Text("it has no meaning for this kind of KPI", "для такого показателя это ничего не значит");
        for (String key : meaningless(method)) refuse(kpi.place(), key, because, problems);
        if (method instanceof Method.Survival survival && !usesCalendar(survival.in()))
            refuse(
                    kpi.place(),
                    "survival.calendar",
                    new Text("24 hours are a day in any calendar", "24 часа — сутки в любом календаре"),
                    problems);
    }

    private static List<String> meaningless(Method method) {
        if (method instanceof Method.OfSubject) return List.of("at", "by", "over", "whole", "zero");
        if (method instanceof Method.Formula) return List.of("only_if", "at");
        if (method instanceof Method.AbcXyz) return List.of("only_if", "by", "whole", "zero");
        if (method instanceof Method.Abc || method instanceof Method.Xyz) return List.of("by", "whole", "zero");
        if (method instanceof Method.Share) return List.of("by", "whole");
        boolean divides = method instanceof Method.Ratio || method instanceof Method.Conversion;
        return divides ? List.of() : List.of("zero");
    }

    private static boolean usesCalendar(Method.Clock clock) {
        return clock == Method.Clock.WORKING_DAYS
                || clock == Method.Clock.WORKING_HOURS
                || clock == Method.Clock.CALENDAR_DAYS;
    }

    private void look(Norm norm, Problems problems) {
        if (norm.overrides().isEmpty())
            refuse(
                    norm.place(),
                    "precedence",
                    new Text("there are no overrides", "здесь нет исключений (overrides)"),
                    problems);
    }

    private void look(DeviationRule rule, Problems problems) {
        Text noNorm = new Text("the rule breaks no norm", "правило не нарушает никакой нормы");
        Text ofSubject = new Text("the KPI is a value of now", "показатель — значение на этот момент");
        if (rule.breaks().isEmpty()) {
            refuse(rule.place(), "over", noNorm, problems);
            refuse(rule.place(), "period", noNorm, problems);
        } else if (rule.breaks().get().norm().kpi().ofSubject()) {
            refuse(rule.place(), "over", ofSubject, problems);
            refuse(rule.place(), "period", ofSubject, problems);
        }
        if (rule.breaks().isPresent() && rule.noData() != DeviationRule.NoData.RAISE)
            refuse(
                    rule.place(),
                    "severity",
                    new Text("the norm's limits say how bad it is", "степень говорят пределы нормы"),
                    problems);
    }

    private void refuse(Place place, String key, Text because, Problems problems) {
        if (!place.has(key)) return;
        String name = key.substring(key.lastIndexOf('.') + 1);
        problems.add(at(
                place.key(key),
                new Text(
                        "'" + name + "' does nothing here: " + because.en(),
                        "«" + name + "» здесь ничего не делает: " + because.ru())));
    }
}
