package norma.standard.yaml.check;

import norma.diagnostics.Check;
import norma.diagnostics.Problem;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Text;
import norma.diagnostics.Written;

/** A norm that nobody defined. */
public final class UnknownNorm extends Check {

    static final UnknownNorm CHECK = new UnknownNorm();

    private UnknownNorm() {
        super(
                "unknown-norm",
                Severity.ERROR,
                new Text(
                        "A deviation that breaks a norm which is defined nowhere would never be raised. Name one of the"
                                + " norms, or define it under 'norms'.",
                        "Отклонение с нормой, которая нигде не определена, никогда бы не наступило. Укажите одну из норм"
                                + " или определите её в «norms»."));
    }

    public static Problem of(Written name, Iterable<String> norms) {
        return CHECK.at(
                        name.span(),
                        new Text("there is no norm '" + name.text() + "'", "нет нормы «" + name.text() + "»"))
                .allowing(name.text(), norms);
    }
}
