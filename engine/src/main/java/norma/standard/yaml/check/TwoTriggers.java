package norma.standard.yaml.check;

import norma.diagnostics.Check;
import norma.diagnostics.Problem;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Span;
import norma.diagnostics.Text;

/** A step that is taken at two occasions. */
public final class TwoTriggers extends Check {

    static final TwoTriggers CHECK = new TwoTriggers();

    private TwoTriggers() {
        super(
                "two-triggers",
                Severity.ERROR,
                new Text(
                        "One step is taken once, and which of the two occasions counts would be a guess. Keep one, or"
                                + " write two steps.",
                        "Шаг наступает один раз, и какой из двух поводов считать, пришлось бы угадывать. Оставьте"
                                + " один или напишите два шага."));
    }

    public static Problem of(Span span) {
        return CHECK.at(
                span,
                new Text(
                        "a step has 'at' or 'unacknowledged', not both",
                        "у шага либо «at», либо «unacknowledged», но не оба"));
    }
}
