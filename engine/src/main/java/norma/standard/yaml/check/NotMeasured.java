package norma.standard.yaml.check;

import norma.diagnostics.Check;
import norma.diagnostics.Problem;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Span;
import norma.diagnostics.Text;
import norma.diagnostics.Written;

/** A KPI that is not measured for those who are judged. */
public final class NotMeasured extends Check {

    static final NotMeasured CHECK = new NotMeasured();

    private NotMeasured() {
        super(
                "not-measured",
                Severity.ERROR,
                new Text(
                        "A figure that nobody works out for each of them cannot break a norm, nor show later whether a"
                                + " decision worked. Add what is judged to the KPI's 'by', or name a KPI that is measured"
                                + " for it.",
                        "Показатель, который для них не вычисляется, не может ни нарушить норму, ни показать потом,"
                                + " помогло ли решение. Добавьте то, о чём правило, в «by» показателя или укажите"
                                + " показатель, который для этого измеряется."));
    }

    public static Problem of(Span span, String kpi, String subject) {
        return CHECK.at(
                span,
                new Text(
                        kpi + " is not measured for each " + subject + ": add that to its 'by'",
                        kpi + " не измеряется для каждого «" + subject + "»: добавьте это в «by» показателя"));
    }

    /** Of a decision that was to be seen to work by it. */
    public static Problem effect(Written kpi, String subject) {
        return of(kpi.span(), kpi.text(), subject);
    }
}
