package norma.standard.yaml.check;

import norma.diagnostics.Check;
import norma.diagnostics.Problem;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Span;
import norma.diagnostics.Text;

/** A comment that allows a warning and does not say why. */
public final class SilenceWithoutReason extends Check {

    static final SilenceWithoutReason CHECK = new SilenceWithoutReason();

    private SilenceWithoutReason() {
        super(
                "silence-without-reason",
                Severity.ERROR,
                new Text(
                        "In a year nobody knows whether what was allowed still holds. Say why after the code.",
                        "Через год никто не узнает, в силе ли ещё разрешённое. Скажите после кода почему."));
    }

    public static Problem of(Span span, String code) {
        return CHECK.at(
                span,
                new Text(
                        "say why: # norma: allow " + code + " – the reason",
                        "скажите почему: # norma: allow " + code + " – причина"));
    }
}
