package norma.document.check;

import norma.diagnostics.Check;
import norma.diagnostics.Problem;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Text;
import norma.diagnostics.Written;

/** A value that is not written as what is expected there. */
public final class WrongType extends Check {

    static final WrongType CHECK = new WrongType();

    private WrongType() {
        super(
                "wrong-type",
                Severity.ERROR,
                new Text(
                        "A date, a number, a period or a time has one way to be written, so that nobody reads it"
                                + " differently. Write it as the message says.",
                        "Дата, число, период и срок записываются одним способом, чтобы никто не понял их иначе."
                                + " Напишите так, как сказано в сообщении."));
    }

    /** @param expected with its article: {@code a whole number} */
    public static Problem of(Written value, Text expected) {
        return CHECK.at(
                value.span(),
                new Text(
                        "'" + value.text() + "' is not " + expected.en(),
                        "«" + value.text() + "» — не " + expected.ru()));
    }
}
