package norma.server.intake.check;

import norma.diagnostics.Check;
import norma.diagnostics.Problem;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Span;
import norma.diagnostics.Text;

/** A column that ends before it begins. */
public final class WrongPositions extends Check {

    static final WrongPositions CHECK = new WrongPositions();

    private WrongPositions() {
        super(
                "wrong-positions",
                Severity.ERROR,
                new Text(
                        "Such a column would always be empty. Count positions from 1; both are of the column.",
                        "Такой столбец всегда был бы пустым. Позиции считаются с 1, обе входят в столбец."));
    }

    public static Problem of(Span span) {
        return CHECK.at(
                span,
                new Text(
                        "positions count from 1, both inclusive, and 'to' is not before 'from'",
                        "позиции считаются с 1, обе включительно, и «to» не раньше «from»"));
    }
}
