package norma.standard.yaml.check;

import norma.diagnostics.Check;
import norma.diagnostics.Problem;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Text;
import norma.diagnostics.Written;

/** A KPI that nobody defined. */
public final class UnknownKpi extends Check {

    static final UnknownKpi CHECK = new UnknownKpi();

    private UnknownKpi() {
        super(
                "unknown-kpi",
                Severity.ERROR,
                new Text(
                        "A norm of a KPI that is defined nowhere would judge nothing. Name one of the KPI, or define"
                                + " it under 'kpis'.",
                        "Норма для показателя, который нигде не определён, ни о чём бы не судила. Укажите один из"
                                + " показателей или определите его в «kpis»."));
    }

    public static Problem of(Written name, Iterable<String> kpis) {
        return CHECK.at(
                        name.span(),
                        new Text("there is no KPI '" + name.text() + "'", "нет показателя «" + name.text() + "»"))
                .allowing(name.text(), kpis);
    }
}
