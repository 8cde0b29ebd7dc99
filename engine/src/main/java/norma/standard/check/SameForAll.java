package norma.standard.check;

import java.util.LinkedHashMap;
import java.util.Map;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Problems;
import norma.diagnostics.Text;
import norma.expression.Expression;
import norma.standard.Kpi;
import norma.standard.Method;

/** A KPI that adds or compares a value which is the same for every fact. */
final class SameForAll extends Lint {

    SameForAll() {
        super(
                "same-for-all",
                Severity.WARNING,
                new Text(
                        "Such a KPI tells how many facts there are, or nothing at all, whatever its title says. Name a field"
                                + " of the fact, or count.",
                        "Такой показатель говорит лишь, сколько было фактов, или вообще ни о чём, как бы он ни назывался."
                                + " Укажите поле факта или используйте «count»."));
    }

    @Override
    void look(Draft draft, Problems problems) {
        draft.standards().kpis().values().forEach(kpi -> look(kpi, problems));
    }

    private void look(Kpi kpi, Problems problems) {
        values(kpi.method()).forEach((key, value) -> {
            boolean varies = !value.fields().isEmpty() || !value.readings().isEmpty() || value.readsNow();
            if (!varies && kpi.place().has(key))
                problems.add(at(
                        kpi.place().value(key),
                        new Text("this is the same for every fact", "это одно и то же для любого факта")));
        });
    }

    private static Map<String, Expression> values(Method method) {
        Map<String, Expression> values = new LinkedHashMap<>();
        if (method instanceof Method.Sum sum) values.put("sum", sum.value());
        if (method instanceof Method.Mean mean) values.put("mean", mean.value());
        if (method instanceof Method.Quantile quantile) values.put("median", quantile.value());
        if (method instanceof Method.Min min) values.put("min", min.value());
        if (method instanceof Method.Max max) values.put("max", max.value());
        if (method instanceof Method.Distinct distinct) values.put("distinct", distinct.value());
        if (method instanceof Method.Ratio ratio) {
            if (ratio.numerator() instanceof Method.Sum sum) values.put("ratio.sum", sum.value());
        }
        return values;
    }
}
