package norma.standard.yaml.check;

import norma.diagnostics.Check;
import norma.diagnostics.Problem;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Span;
import norma.diagnostics.Text;

/** A comment that allows a warning where there is none. */
public final class UselessSilence extends Check {

    static final UselessSilence CHECK = new UselessSilence();

    private UselessSilence() {
        super(
                "useless-silence",
                Severity.WARNING,
                new Text(
                        "It would hide the next warning of this kind on its line, which nobody has looked at yet. Remove it.",
                        "Он скрыл бы следующее такое предупреждение в этой строке, которого ещё никто не видел. Удалите"
                                + " его."));
    }

    public static Problem of(Span span, String code) {
        return CHECK.at(
                span,
                new Text(
                        "there is no warning '" + code + "' here to allow",
                        "предупреждения «" + code + "», которое здесь разрешено, нет"));
    }
}
