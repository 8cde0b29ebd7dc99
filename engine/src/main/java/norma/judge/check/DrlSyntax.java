package norma.judge.check;

import norma.diagnostics.Check;
import norma.diagnostics.Problem;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Span;
import norma.diagnostics.Text;

/** A rule in DRL that Drools cannot compile. */
public final class DrlSyntax extends Check {

    static final DrlSyntax CHECK = new DrlSyntax();

    private DrlSyntax() {
        super(
                "drl",
                Severity.ERROR,
                new Text(
                        "A rule that does not compile judges nobody. Mend it at the line that is shown; the message"
                                + " is that of Drools.",
                        "Правило, которое не компилируется, ни о ком не судит. Исправьте его в указанной строке;"
                                + " сообщение — от Drools."));
    }

    public static Problem of(Span span, String said) {
        return CHECK.at(
                span, new Text("Drools cannot compile this: " + said, "Drools не может это скомпилировать: " + said));
    }
}
