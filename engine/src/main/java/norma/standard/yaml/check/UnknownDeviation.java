package norma.standard.yaml.check;

import norma.diagnostics.Check;
import norma.diagnostics.Problem;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Text;
import norma.diagnostics.Written;

/** A deviation that nobody defined. */
public final class UnknownDeviation extends Check {

    static final UnknownDeviation CHECK = new UnknownDeviation();

    private UnknownDeviation() {
        super(
                "unknown-deviation",
                Severity.ERROR,
                new Text(
                        "A decision about it would never be taken, and what it should mute would stay loud. Name one"
                                + " of the deviations, of the definitions or in DRL.",
                        "Решение по нему никогда бы не было принято, а то, что оно должно глушить, осталось бы"
                                + " слышным. Укажите одно из отклонений: из определений или на DRL."));
    }

    public static Problem of(Written name, Iterable<String> deviations) {
        return CHECK.at(
                        name.span(),
                        new Text("there is no deviation '" + name.text() + "'", "нет отклонения «" + name.text() + "»"))
                .allowing(name.text(), deviations);
    }
}
