package norma.expression.check;

import norma.diagnostics.Check;
import norma.diagnostics.Problem;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Span;
import norma.diagnostics.Text;

/** A period that a KPI is not measured over. */
public final class UnknownPeriod extends Check {

    static final UnknownPeriod CHECK = new UnknownPeriod();

    private UnknownPeriod() {
        super(
                "unknown-period",
                Severity.ERROR,
                new Text(
                        "A KPI has a value only for the periods in its 'over'. Name one of them, or add the period"
                                + " there.",
                        "У показателя есть значения только за периоды из его «over». Укажите один из них или добавьте"
                                + " период туда."));
    }

    public static Problem of(Span span, String kpi, String period, Iterable<String> periods) {
        return CHECK.at(
                        span,
                        new Text(
                                kpi + " is not measured over “" + period + "”",
                                kpi + " не измеряется за «" + period + "»"))
                .allowing(period, periods);
    }
}
