package norma.standard.yaml.check;

import java.util.List;
import norma.diagnostics.Check;
import norma.diagnostics.Problem;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Span;
import norma.diagnostics.Text;

/** A KPI that is measured in no way, or in several. */
public final class KpiKind extends Check {

    static final KpiKind CHECK = new KpiKind();

    private KpiKind() {
        super(
                "kpi-kind",
                Severity.ERROR,
                new Text(
                        "The key says how cases become a value, and of two keys one would be left out. Keep exactly"
                                + " one of them.",
                        "Ключ говорит, как из случаев получается значение, и из двух ключей один остался бы без дела."
                                + " Оставьте ровно один."));
    }

    public static Problem none(Span span, Iterable<String> kinds) {
        return CHECK.at(
                        span,
                        new Text("nothing here says how the KPI is measured", "не сказано, как измеряется показатель"))
                .allowing("", kinds);
    }

    public static Problem several(Span span, List<String> given) {
        String all = String.join(", ", given);
        return CHECK.at(
                span,
                new Text(
                        "a KPI is measured in one way, here are " + all,
                        "показатель измеряется одним способом, а здесь " + all));
    }
}
