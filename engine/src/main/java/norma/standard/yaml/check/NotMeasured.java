package norma.standard.yaml.check;

import norma.diagnostics.Check;
import norma.diagnostics.Problem;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Span;
import norma.diagnostics.Text;

/** A KPI that is not measured for those who are judged. */
public final class NotMeasured extends Check {

    static final NotMeasured CHECK = new NotMeasured();

    private NotMeasured() {
        super(
                "not-measured",
                Severity.ERROR,
                new Text(
                        "A figure that nobody works out for each of them cannot break a norm. Add what is judged to"
                                + " the KPI's 'by'.",
                        "Показатель, который для них не вычисляется, не может нарушить норму. Добавьте то, о чём"
                                + " правило, в «by» показателя."));
    }

    public static Problem of(Span span, String kpi, String subject) {
        return CHECK.at(
                span,
                new Text(
                        kpi + " is not measured for each " + subject + ": add that to its 'by'",
                        kpi + " не измеряется для каждого «" + subject + "»: добавьте это в «by» показателя"));
    }
}
