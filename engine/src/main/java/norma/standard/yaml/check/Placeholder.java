package norma.standard.yaml.check;

import norma.diagnostics.Check;
import norma.diagnostics.Problem;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Span;
import norma.diagnostics.Text;

/** A place in a message that nothing fills. */
public final class Placeholder extends Check {

    static final Placeholder CHECK = new Placeholder();

    private Placeholder() {
        super(
                "placeholder",
                Severity.ERROR,
                new Text(
                        "The reader would see the braces instead of the value. Write a field, a KPI, or one of value,"
                                + " limit, norm, title and severity in them.",
                        "Читатель увидел бы скобки вместо значения. Напишите в них поле, показатель или одно из слов"
                                + " value, limit, norm, title, severity."));
    }

    public static Problem open(Span span) {
        return CHECK.at(span, new Text("'{' is never closed", "«{» нигде не закрыта"));
    }

    public static Problem withoutNorm(Span span, String name) {
        return CHECK.at(
                span,
                new Text(
                        "'" + name + "' is of the norm that a rule 'breaks', and this one breaks none",
                        "«" + name + "» бывает у правила с нормой в «breaks», а у этого её нет"));
    }

    /** @param name what was written, without the subject before it */
    public static Problem unknown(Span span, String written, String name, Iterable<String> known) {
        return CHECK.at(span, new Text("nothing is called '" + written + "'", "ничего не называется «" + written + "»"))
                .allowing(name, known);
    }

    /** In a rule in DRL. */
    public static Problem variable(Span span, String name, Iterable<String> variables) {
        return CHECK.at(
                        span,
                        new Text(
                                "this rule has no variable '" + name + "'",
                                "у этого правила нет переменной «" + name + "»"))
                .allowing(name, variables);
    }

    public static Problem format(Span span, String format, Iterable<String> formats) {
        return CHECK.at(
                        span,
                        new Text(
                                "nothing can be shown as '" + format + "'",
                                "показывать как «" + format + "» ничего нельзя"))
                .allowing(format, formats);
    }
}
