package norma.standard.check;

import java.util.Optional;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Problems;
import norma.diagnostics.Text;
import norma.standard.Limit;
import norma.standard.Norm;

/** A warning that is not milder than what is critical. */
final class LevelOrder extends Lint {

    LevelOrder() {
        super(
                "warn-beyond-critical",
                Severity.ERROR,
                new Text(
                        "What is beyond both limits is critical, so that nobody would ever be warned. Most often the two"
                                + " numbers are swapped, or 'breach' names the wrong side.",
                        "Что вышло за оба предела, то критично, и предупреждения не будет никогда. Чаще всего числа"
                                + " переставлены или в «breach» указана не та сторона."));
    }

    @Override
    void look(Draft draft, Problems problems) {
        Rows.of(draft).forEach(row -> look(row, problems));
    }

    private void look(Rows.Row row, Problems problems) {
        Norm.Levels levels = row.levels();
        Optional<Limit> warn = levels.warn();
        Optional<Limit> critical = levels.critical();
        if (warn.isEmpty() || critical.isEmpty()) return;
        if (row.isBeyond(critical.get(), warn.get())) return;
        String mild = levels.place().value("warn").text();
        String bad = levels.place().value("critical").text();
        boolean above = row.norm().breach() == Norm.Breach.ABOVE;
        problems.add(at(
                levels.place().value("warn"),
                above
                        ? new Text(
                                "the breach is above: 'warn' (" + mild + ") has to be below 'critical' (" + bad + ")",
                                "нарушение — выше нормы: warn (" + mild + ") должно быть меньше critical (" + bad + ")")
                        : new Text(
                                "the breach is below: 'warn' (" + mild + ") has to be above 'critical' (" + bad + ")",
                                "нарушение — ниже нормы: warn (" + mild + ") должно быть больше critical (" + bad
                                        + ")")));
    }
}
