package norma.document.check;

import norma.diagnostics.Check;
import norma.diagnostics.Problem;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Span;
import norma.diagnostics.Text;

/** A value where keys are expected. */
public final class NotAMapping extends Check {

    static final NotAMapping CHECK = new NotAMapping();

    private NotAMapping() {
        super(
                "not-a-mapping",
                Severity.ERROR,
                new Text(
                        "Where keys are expected, a lone value or a list has no meaning. Write 'key: value' lines"
                                + " below, indented, or { key: value }.",
                        "Там, где ожидаются ключи, одно значение или список ничего не значат. Напишите ниже с"
                                + " отступом строки «ключ: значение» или { ключ: значение }."));
    }

    public static Problem of(Span span) {
        return CHECK.at(span, new Text("keys are expected here", "здесь ожидаются ключи"));
    }

    public static Problem file(Span span) {
        return CHECK.at(
                span,
                new Text("a file starts with keys, such as schema: 1", "файл начинается с ключей, например schema: 1"));
    }
}
