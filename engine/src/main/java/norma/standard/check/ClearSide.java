package norma.standard.check;

import java.util.Optional;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Problems;
import norma.diagnostics.Text;
import norma.standard.Limit;
import norma.standard.Norm;

/** A {@code clear_at} beyond the limit that raises: it holds nothing. */
final class ClearSide extends Lint {

    ClearSide() {
        super(
                "clear-at-side",
                Severity.ERROR,
                new Text(
                        "A deviation is held until the value is back at 'clear_at', well within the limit, so that it"
                                + " does not come and go. Beyond the limit it holds nothing.",
                        "Отклонение держится, пока значение не вернётся к «clear_at» — в норму с запасом, чтобы не мигать."
                                + " За пределом оно ничего не держит."));
    }

    @Override
    void look(Draft draft, Problems problems) {
        Rows.of(draft).forEach(row -> look(row, problems));
    }

    private void look(Rows.Row row, Problems problems) {
        Norm.Levels levels = row.levels();
        Optional<Limit> mildest = levels.warn().or(levels::critical);
        if (levels.clearAt().isEmpty() || mildest.isEmpty()) return;
        if (!row.isBeyond(levels.clearAt().get(), mildest.get())) return;
        String key = levels.warn().isPresent() ? "warn" : "critical";
        String clear = levels.place().value("clear_at").text();
        String limit = levels.place().value(key).text();
        boolean above = row.norm().breach() == Norm.Breach.ABOVE;
        problems.add(at(
                levels.place().value("clear_at"),
                above
                        ? new Text(
                                "the breach is above: 'clear_at' (" + clear + ") may not be above '" + key + "' ("
                                        + limit + ")",
                                "нарушение — выше нормы: clear_at (" + clear + ") не может быть больше " + key + " ("
                                        + limit + ")")
                        : new Text(
                                "the breach is below: 'clear_at' (" + clear + ") may not be below '" + key + "' ("
                                        + limit + ")",
                                "нарушение — ниже нормы: clear_at (" + clear + ") не может быть меньше " + key + " ("
                                        + limit + ")")));
    }
}
