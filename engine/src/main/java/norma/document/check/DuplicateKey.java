package norma.document.check;

import norma.diagnostics.Check;
import norma.diagnostics.Problem;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Span;
import norma.diagnostics.Text;
import norma.diagnostics.Written;

/** A key that stands in one place twice. */
public final class DuplicateKey extends Check {

    static final DuplicateKey CHECK = new DuplicateKey();

    private DuplicateKey() {
        super(
                "duplicate-key",
                Severity.ERROR,
                new Text(
                        "Most programs would silently take the last of the two, and the first would do nothing. Keep"
                                + " one.",
                        "Большинство программ молча взяли бы последний из двух, а первый не делал бы ничего. Оставьте"
                                + " один."));
    }

    public static Problem of(Written key, Span before) {
        return CHECK.at(
                        key.span(),
                        new Text(
                                "'" + key.text() + "' stands here already, in line " + before.line(),
                                "«" + key.text() + "» здесь уже есть, в строке " + before.line()))
                .also(before);
    }
}
