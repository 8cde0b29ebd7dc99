package norma.standard.yaml.check;

import norma.diagnostics.Check;
import norma.diagnostics.Problem;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Span;
import norma.diagnostics.Text;

/** A limit that is not one number. */
public final class NotConstant extends Check {

    static final NotConstant CHECK = new NotConstant();

    private NotConstant() {
        super(
                "not-constant",
                Severity.ERROR,
                new Text(
                        "A limit is known before there is any fact, so that everybody can read it. Write the number;"
                                + " for whom it is another there are 'overrides'.",
                        "Порог известен ещё до всех фактов, чтобы его мог прочесть каждый. Напишите число; для тех, у"
                                + " кого оно другое, есть «overrides»."));
    }

    public static Problem calculation(Span span) {
        return CHECK.at(
                span, new Text("a number is expected here, not a calculation", "здесь нужно число, а не вычисление"));
    }

    public static Problem undefined(Span span) {
        return CHECK.at(span, new Text("this has no value", "это не имеет значения"));
    }

    public static Problem tooLarge(Span span) {
        return CHECK.at(span, new Text("this is too large", "это слишком большое число"));
    }
}
