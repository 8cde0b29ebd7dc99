package norma.standard.yaml.check;

import java.util.List;
import norma.diagnostics.Check;
import norma.diagnostics.Problem;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Span;
import norma.diagnostics.Text;
import norma.diagnostics.Written;

/** Something that needs itself. */
public final class Cycle extends Check {

    static final Cycle CHECK = new Cycle();

    private Cycle() {
        super(
                "cycle",
                Severity.ERROR,
                new Text(
                        "What needs itself can never be worked out. Break the circle in one place.",
                        "То, что нужно самому себе, нельзя вычислить. Разорвите круг в одном месте."));
    }

    public static Problem calendar(Written id) {
        return CHECK.at(
                id.span(),
                new Text(
                        "calendar '" + id.text() + "' extends itself",
                        "календарь «" + id.text() + "» расширяет сам себя"));
    }

    /** @param circle the KPI, each of which needs the next, and the last the first */
    public static Problem kpi(Span span, List<String> circle) {
        String told = String.join(" → ", circle) + " → " + circle.get(0);
        return CHECK.at(span, new Text("a KPI that needs itself: " + told, "показатель нужен сам себе: " + told));
    }

    public static Problem muting(Span span, String rule) {
        return CHECK.at(
                span,
                new Text(
                        "'" + rule + "' is muted by itself, or by rules that it mutes: nobody would see either",
                        "«" + rule + "» заглушено самим собой или тем, что глушит само: не увидит никто"));
    }
}
