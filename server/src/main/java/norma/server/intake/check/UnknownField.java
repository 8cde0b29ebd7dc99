package norma.server.intake.check;

import norma.diagnostics.Check;
import norma.diagnostics.Problem;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Text;
import norma.diagnostics.Written;

/** A field that facts of this type do not have. */
public final class UnknownField extends Check {

    static final UnknownField CHECK = new UnknownField();

    private UnknownField() {
        super(
                "unknown-field",
                Severity.ERROR,
                new Text(
                        "What is written into it would be seen by no rule. Write one of the fields, or add an"
                                + " attribute to the model.",
                        "Записанного в него не увидело бы ни одно правило. Напишите одно из полей или добавьте"
                                + " атрибут в модель."));
    }

    public static Problem of(Written field, String type, Iterable<String> fields) {
        return CHECK.at(
                        field.span(),
                        new Text(
                                "a " + type + " has no field '" + field.text() + "'",
                                "у фактов " + type + " нет поля «" + field.text() + "»"))
                .allowing(field.text(), fields);
    }
}
