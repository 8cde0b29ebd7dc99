package norma.server.intake.check;

import norma.diagnostics.Check;
import norma.diagnostics.Problem;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Span;
import norma.diagnostics.Text;

/** The present moment in the reading of a file. */
public final class NoPresent extends Check {

    static final NoPresent CHECK = new NoPresent();

    private NoPresent() {
        super(
                "no-present",
                Severity.ERROR,
                new Text(
                        "The same file must give the same facts whenever it is read. Use a time that stands in the"
                                + " file.",
                        "Один и тот же файл должен давать одни и те же факты, когда бы его ни прочли. Используйте"
                                + " время из файла."));
    }

    public static Problem of(Span span) {
        return CHECK.at(
                span,
                new Text(
                        "a file says nothing of the present moment: 'now' cannot stand in a mapping",
                        "файл ничего не знает о текущем моменте: «now» в сопоставлении не бывает"));
    }
}
