package norma.expression.check;

import norma.diagnostics.Check;
import norma.diagnostics.Letters;
import norma.diagnostics.Problem;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Span;
import norma.diagnostics.Text;

/** A function that the language lacks. */
public final class UnknownFunction extends Check {

    static final UnknownFunction CHECK = new UnknownFunction();

    private UnknownFunction() {
        super(
                "unknown-function",
                Severity.ERROR,
                new Text(
                        "Functions of spreadsheets and databases have other names here. Write one of the functions of"
                                + " the reference.",
                        "Функции из таблиц и баз данных называются здесь иначе. Используйте функции из справочника."));
    }

    public static Problem of(Span span, String name, Iterable<String> functions) {
        Text message = new Text("there is no function “" + name + "”", "функции «" + name + "» нет");
        return CHECK.at(span, Letters.noting(name, message)).allowing(name, functions);
    }
}
