package norma.standard.yaml.check;

import norma.diagnostics.Check;
import norma.diagnostics.Problem;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Text;
import norma.diagnostics.Written;

/** A conversion to a stage that comes first. */
public final class ConversionOrder extends Check {

    static final ConversionOrder CHECK = new ConversionOrder();

    private ConversionOrder() {
        super(
                "conversion-order",
                Severity.ERROR,
                new Text(
                        "No deal gets from a later stage to an earlier one, so the share would always be zero. Swap"
                                + " the stages.",
                        "Ни одна сделка не переходит с более позднего этапа на более ранний, и доля всегда была бы"
                                + " нулевой. Поменяйте этапы местами."));
    }

    public static Problem of(Written to, String from) {
        return CHECK.at(
                to.span(),
                new Text(
                        "'" + to.text() + "' does not come after '" + from + "'",
                        "этап «" + to.text() + "» не идёт после «" + from + "»"));
    }
}
