package norma.standard.check;

import java.time.LocalDate;
import java.util.Optional;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Problems;
import norma.diagnostics.Text;
import norma.standard.Norm;

/** An override whose last day has passed. */
final class ExpiredRow extends Lint {

    ExpiredRow() {
        super(
                "expired-row",
                Severity.WARNING,
                new Text(
                        "An override past its 'until' no longer applies: the stricter norm is back, perhaps without anybody"
                                + " knowing. Prolong it or remove it.",
                        "Исключение после «until» больше не действует: вернулась общая норма, и об этом могут не знать."
                                + " Продлите его или удалите."));
    }

    @Override
    void look(Draft draft, Problems problems) {
        Optional<LocalDate> today =
                draft.now().map(now -> draft.standards().model().calendar().dateOf(now.toEpochMilli()));
        if (today.isEmpty()) return;
        for (Norm norm : draft.standards().norms().values()) {
            for (Norm.Override row : norm.overrides()) {
                if (row.until().isEmpty() || !row.until().get().isBefore(today.get())) continue;
                problems.add(at(
                        row.place().value("until"),
                        new Text(
                                "this row no longer applies: its last day was "
                                        + row.until().get(),
                                "строка больше не действует: последний день был "
                                        + row.until().get())));
            }
        }
    }
}
