package norma.standard.yaml.check;

import norma.diagnostics.Check;
import norma.diagnostics.Problem;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Span;
import norma.diagnostics.Text;

/** A row of which nobody said when it wins. */
public final class Precedence extends Check {

    static final Precedence CHECK = new Precedence();

    private Precedence() {
        super(
                "precedence",
                Severity.ERROR,
                new Text(
                        "Two rows may fit one deal, and 'precedence' says which wins; a row that it leaves out could"
                                + " only win by chance. Add its dimensions to 'precedence'.",
                        "К одной сделке могут подойти две строки, и какая сильнее, говорит «precedence»; строка,"
                                + " которой там нет, могла бы победить лишь случайно. Добавьте её измерения в «precedence»."));
    }

    public static Problem of(Span row, Iterable<String> dimensions) {
        String all = String.join(" + ", dimensions);
        return CHECK.at(
                row,
                new Text(
                        "'precedence' does not say where " + all + " stands",
                        "в «precedence» не сказано, где стоит " + all));
    }
}
