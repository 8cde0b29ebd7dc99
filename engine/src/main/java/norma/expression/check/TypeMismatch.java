package norma.expression.check;

import norma.diagnostics.Check;
import norma.diagnostics.Problem;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Span;
import norma.diagnostics.Text;

/** Values that do not fit together. */
public final class TypeMismatch extends Check {

    static final TypeMismatch CHECK = new TypeMismatch();

    private TypeMismatch() {
        super(
                "type-mismatch",
                Severity.ERROR,
                new Text(
                        "An amount against days, or a text against a number, compares nothing that exists: the"
                                + " condition would be wrong without a sign of it. Write what the message proposes, or bring"
                                + " both sides to one unit.",
                        "Сумма против дней или текст против числа — такое сравнение бессмысленно, и условие молча"
                                + " давало бы неверный ответ. Напишите так, как предложено в сообщении, или приведите обе"
                                + " стороны к одной единице."));
    }

    public static Problem of(Span span, Text message) {
        return CHECK.at(span, message);
    }

    /** @param advice what to write instead */
    public static Problem of(Span span, Text message, Text advice) {
        return of(span, new Text(message.en() + "; " + advice.en(), message.ru() + "; " + advice.ru()));
    }

    public static Problem decimals(Span span) {
        return of(span, new Text("money has at most four decimals", "у денег не больше четырёх знаков после запятой"));
    }
}
