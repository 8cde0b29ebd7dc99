package norma.standard.check;

import java.util.Optional;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Problems;
import norma.diagnostics.Text;
import norma.standard.Kpi;
import norma.standard.Limit;
import norma.standard.Method;
import norma.standard.Norm;

/** A limit that the values of its KPI cannot be beyond. */
final class LimitOutOfReach extends Lint {

    LimitOutOfReach() {
        super(
                "limit-out-of-reach",
                Severity.ERROR,
                new Text(
                        "A breach is strictly beyond its limit: no count is below zero, and no conversion above 100%. Such"
                                + " a limit is never broken.",
                        "Нарушение — строго за пределом: количество не бывает меньше нуля, а конверсия — больше 100%. Такой"
                                + " предел не нарушит никто."));
    }

    @Override
    void look(Draft draft, Problems problems) {
        Rows.of(draft).forEach(row -> {
            look(row, "warn", row.levels().warn(), problems);
            look(row, "critical", row.levels().critical(), problems);
        });
    }

    private void look(Rows.Row row, String key, Optional<Limit> limit, Problems problems) {
        Method method = row.norm().kpi().method();
        if (limit.isEmpty() || limit.get().type().whole()) return;
        boolean above = row.norm().breach() == Norm.Breach.ABOVE;
        boolean belowNothing = !above && isNeverNegative(method) && limit.get().number() <= 0;
        boolean aboveAll =
                above && method instanceof Method.Conversion && limit.get().number() >= 1;
        if (!belowNothing && !aboveAll) return;
        Kpi kpi = row.norm().kpi();
        String written = row.levels().place().value(key).text();
        problems.add(at(
                row.levels().place().value(key),
                above
                        ? new Text(
                                "'" + kpi.id() + "' is never above " + written,
                                "«" + kpi.id() + "» никогда не бывает больше " + written)
                        : new Text(
                                "'" + kpi.id() + "' is never below " + written,
                                "«" + kpi.id() + "» никогда не бывает меньше " + written)));
    }

    private static boolean isNeverNegative(Method method) {
        return method instanceof Method.Count
                || method instanceof Method.Distinct
                || method instanceof Method.Conversion
                || (method instanceof Method.Ratio ratio
                        && ratio.numerator() instanceof Method.Count
                        && ratio.denominator() instanceof Method.Count);
    }
}
