package norma.standard.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import norma.diagnostics.Span;
import norma.expression.Expression;
import norma.expression.Possibilities;
import norma.standard.DeviationRule;
import norma.standard.Kpi;
import norma.standard.Limit;
import norma.standard.Method;
import norma.standard.Model;
import norma.standard.Norm;
import norma.standard.NormTable;

/** The conditions of definitions, and what is possible where they are asked. */
final class Conditions {

    private final Possibilities any;

    Conditions(Draft draft) {
        Model model = draft.standards().model();
        this.any = Possibilities.of(model.domains(), model.pipelines());
    }

    /**
     * @param given what is true already where the condition is asked
     * @param among where that is said
     */
    record Asked(Expression condition, Possibilities given, Optional<Span> among) {}

    List<Asked> all(Draft draft) {
        List<Asked> all = new ArrayList<>();
        for (Kpi kpi : draft.standards().kpis().values()) {
            kpi.onlyIf().ifPresent(condition -> all.add(new Asked(condition, any, Optional.empty())));
            counted(kpi.method()).forEach(condition -> all.add(counted(condition, kpi)));
        }
        for (DeviationRule rule : draft.standards().deviations().values())
            rule.onlyIf().ifPresent(condition -> all.add(new Asked(condition, any, Optional.empty())));
        return all;
    }

    /** What is impossible in itself is told as such, and not as impossible among the cases. */
    private Asked counted(Expression condition, Kpi kpi) {
        Possibilities cases = kpi.onlyIf().map(any::where).orElse(any);
        boolean inItself = any.where(condition).isEmpty() || cases.isEmpty();
        return inItself
                ? new Asked(condition, any, Optional.empty())
                : new Asked(condition, cases, kpi.onlyIf().map(Expression::span));
    }

    private static List<Expression> counted(Method method) {
        if (method instanceof Method.Count count) return count.which().stream().toList();
        if (!(method instanceof Method.Ratio ratio)) return List.of();
        List<Expression> both = new ArrayList<>(counted(ratio.numerator()));
        both.addAll(counted(ratio.denominator()));
        return both;
    }

    Possibilities any() {
        return any;
    }

    /** What is possible of a subject where the rule's condition holds. */
    Possibilities of(DeviationRule rule) {
        return rule.onlyIf().map(any::where).orElse(any);
    }

    /** Where the value is beyond the milder limit too. */
    static Possibilities breaching(Possibilities given, NormTable table, Norm.Levels levels) {
        Optional<Limit> limit = levels.warn().or(levels::critical);
        if (limit.isEmpty()) return given;
        boolean above = table.norm().breach() == Norm.Breach.ABOVE;
        BigDecimal exact = exact(limit.get());
        Possibilities beyond = given.beyond(table.value(), above, exact);
        Kpi kpi = table.norm().kpi();
        return kpi.ofSubject() ? beyond.beyond(kpi.id(), above, exact) : beyond;
    }

    private static BigDecimal exact(Limit limit) {
        return limit.type().whole() ? BigDecimal.valueOf(limit.whole()) : new BigDecimal(limit.number());
    }
}
