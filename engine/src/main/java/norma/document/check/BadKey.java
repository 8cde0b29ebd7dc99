package norma.document.check;

import norma.diagnostics.Check;
import norma.diagnostics.Problem;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Span;
import norma.diagnostics.Text;

/** A key that is no word. */
public final class BadKey extends Check {

    static final BadKey CHECK = new BadKey();

    private BadKey() {
        super(
                "bad-key",
                Severity.ERROR,
                new Text(
                        "A key with a space that cannot be seen looks like the right one and is not; a list or a"
                                + " mapping is no key at all. Type the key anew.",
                        "Ключ с невидимым пробелом выглядит как нужный, но это другой ключ; список или набор ключей"
                                + " ключом быть не может. Наберите ключ заново."));
    }

    public static Problem noWord(Span span) {
        return CHECK.at(span, new Text("a key is a word", "ключ — это слово"));
    }

    public static Problem invisible(Span span) {
        return CHECK.at(
                span,
                new Text(
                        "a no-break or invisible space is part of this key: type it anew",
                        "в ключе неразрывный или невидимый пробел: наберите его заново"));
    }
}
