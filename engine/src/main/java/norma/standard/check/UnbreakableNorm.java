package norma.standard.check;

import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Problems;
import norma.diagnostics.Text;
import norma.expression.Possibilities;
import norma.standard.DeviationRule;
import norma.standard.NormTable;

/** A rule whose condition leaves out everybody who could break its norm. */
final class UnbreakableNorm extends Lint {

    UnbreakableNorm() {
        super(
                "unbreakable-norm",
                Severity.ERROR,
                new Text(
                        "The rule looks only at subjects whose value is within the norm, so that it can never find"
                                + " anything. Let 'only_if' say who is looked at, and the norm what is too much.",
                        "Правило смотрит только на тех, у кого значение в норме, и ничего не найдёт никогда. Пусть"
                                + " «only_if» говорит, на кого смотреть, а норма — сколько это слишком."));
    }

    @Override
    void look(Draft draft, Problems problems) {
        Conditions conditions = new Conditions(draft);
        for (DeviationRule rule : draft.standards().deviations().values()) {
            if (rule.breaks().isEmpty() || rule.noData() == DeviationRule.NoData.RAISE) continue;
            Possibilities met = conditions.of(rule);
            NormTable table = rule.breaks().get();
            boolean breakable = table.norm().levels().stream()
                    .anyMatch(
                            levels -> !Conditions.breaching(met, table, levels).isEmpty());
            if (breakable || met.isEmpty()) continue;
            problems.add(at(
                    rule.place().value("only_if"),
                    new Text(
                            "whoever meets this never breaks '" + table.norm().id() + "'",
                            "кто этому отвечает, никогда не нарушит «"
                                    + table.norm().id() + "»")));
        }
    }
}
