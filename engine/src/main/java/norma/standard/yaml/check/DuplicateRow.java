package norma.standard.yaml.check;

import norma.diagnostics.Check;
import norma.diagnostics.Problem;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Span;
import norma.diagnostics.Text;

/** A row that can never apply. */
public final class DuplicateRow extends Check {

    static final DuplicateRow CHECK = new DuplicateRow();

    private DuplicateRow() {
        super(
                "duplicate-row",
                Severity.ERROR,
                new Text(
                        "The first row that fits holds, so one below it for the same never does. Give the upper one"
                                + " an 'until', or remove one of them.",
                        "Действует первая подходящая строка, и строка ниже о том же не сработает никогда. Укажите в"
                                + " верхней «until» или удалите одну из них."));
    }

    public static Problem of(Span row) {
        return CHECK.at(
                row,
                new Text(
                        "a row above is for the same and applies as long as this one",
                        "строка выше — о том же и действует не меньше этой"));
    }
}
