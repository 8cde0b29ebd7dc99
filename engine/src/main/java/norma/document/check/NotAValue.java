package norma.document.check;

import norma.diagnostics.Check;
import norma.diagnostics.Problem;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Span;
import norma.diagnostics.Text;

/** Keys or a list where one value is expected. */
public final class NotAValue extends Check {

    static final NotAValue CHECK = new NotAValue();

    private NotAValue() {
        super(
                "not-a-value",
                Severity.ERROR,
                new Text(
                        "Where one value is expected, keys or a list have no meaning. Write one value; quotes help"
                                + " when it holds ': ', braces or brackets.",
                        "Там, где ожидается одно значение, ключи или список ничего не значат. Напишите одно значение;"
                                + " если в нём есть «: » или скобки, возьмите его в кавычки."));
    }

    public static Problem of(Span span) {
        return CHECK.at(span, new Text("one value is expected here", "здесь ожидается одно значение"));
    }
}
