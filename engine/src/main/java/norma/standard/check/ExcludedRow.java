package norma.standard.check;

import java.util.List;
import java.util.Map;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Problems;
import norma.diagnostics.Text;
import norma.expression.Possibilities;
import norma.standard.DeviationRule;
import norma.standard.Dimension;
import norma.standard.Norm;
import norma.standard.NormTable;

/** An override for subjects at which no rule looks. */
final class ExcludedRow extends Lint {

    ExcludedRow() {
        super(
                "excluded-row",
                Severity.WARNING,
                new Text(
                        "Every rule that uses the norm leaves out, by its 'only_if', all whom the row is for; or nobody can"
                                + " be so at all. The exception changes nothing.",
                        "Каждое правило с этой нормой своим «only_if» исключает всех, для кого строка; или таких вообще"
                                + " не бывает. Исключение ничего не меняет."));
    }

    @Override
    void look(Draft draft, Problems problems) {
        if (!draft.whole()) return;
        Conditions conditions = new Conditions(draft);
        for (Norm norm : draft.standards().norms().values()) {
            List<DeviationRule> rules = draft.standards().deviations().values().stream()
                    .filter(rule -> rule.breaks().filter(t -> t.norm() == norm).isPresent())
                    .toList();
            if (rules.isEmpty()) continue;
            for (Norm.Override row : norm.overrides()) {
                if (rules.stream().anyMatch(rule -> mayApply(row.where(), rule, conditions.of(rule)))) continue;
                problems.add(at(
                        row.place().key("where"),
                        new Text(
                                "no rule that breaks '" + norm.id() + "' looks at " + told(row.where()),
                                "ни одно правило с нормой «" + norm.id() + "» не смотрит на " + told(row.where()))));
            }
        }
    }

    private static boolean mayApply(Map<String, String> where, DeviationRule rule, Possibilities met) {
        Possibilities left = met;
        if (met.isEmpty()) return true;
        for (NormTable.Level level : rule.breaks().orElseThrow().levels()) {
            List<String> names =
                    level.dimensions().stream().map(Dimension::name).toList();
            if (names.size() != where.size() || !where.keySet().containsAll(names)) continue;
            for (Dimension dimension : level.dimensions())
                left = left.where(dimension.binding(), where.getOrDefault(dimension.name(), ""));
        }
        return !left.isEmpty();
    }

    private static String told(Map<String, String> where) {
        return where.entrySet().stream()
                .map(each -> each.getKey() + " = " + each.getValue())
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
    }
}
