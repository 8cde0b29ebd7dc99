package norma.document.check;

import norma.diagnostics.Check;
import norma.diagnostics.Problem;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Span;
import norma.diagnostics.Text;

/** A key that must be there. */
public final class MissingKey extends Check {

    static final MissingKey CHECK = new MissingKey();

    private MissingKey() {
        super(
                "missing-key",
                Severity.ERROR,
                new Text(
                        "Without it there is nothing to go by, and guessing would be worse than asking. Add the key;"
                                + " a wrong indent may have put it elsewhere.",
                        "Без этого ключа не на что опереться, а догадка хуже вопроса. Добавьте ключ; возможно, из-за"
                                + " отступа он попал в другое место."));
    }

    public static Problem of(Span span, String key) {
        return CHECK.at(span, new Text("'" + key + "' is missing here", "здесь нет ключа «" + key + "»"));
    }

    public static Problem oneOf(Span span, String one, String other) {
        return CHECK.at(
                span,
                new Text(
                        "'" + one + "' or '" + other + "' is missing here",
                        "здесь нет ключа «" + one + "» или «" + other + "»"));
    }

    /** @param given is of no use without it */
    public static Problem beside(Span span, String given, String missing) {
        return CHECK.at(
                span,
                new Text(
                        "'" + given + "' needs '" + missing + "' beside it",
                        "к «" + given + "» нужен и «" + missing + "»"));
    }

    /** Of a rule in DRL. */
    public static Problem metadata(Span span, String key) {
        return CHECK.at(
                span, new Text("a deviation in DRL needs '@" + key + "'", "отклонению в DRL нужно «@" + key + "»"));
    }
}
