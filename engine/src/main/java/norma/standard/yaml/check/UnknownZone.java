package norma.standard.yaml.check;

import java.util.List;
import norma.diagnostics.Check;
import norma.diagnostics.Nearest;
import norma.diagnostics.Problem;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Text;
import norma.diagnostics.Written;

/** A time zone that does not exist. */
public final class UnknownZone extends Check {

    static final UnknownZone CHECK = new UnknownZone();

    private UnknownZone() {
        super(
                "unknown-zone",
                Severity.ERROR,
                new Text(
                        "Days begin at another moment in each zone, and a deadline would move by hours. Write a zone"
                                + " such as Europe/Moscow.",
                        "В каждом часовом поясе сутки начинаются в свой момент, и срок сдвинулся бы на часы. Напишите"
                                + " пояс, например Europe/Moscow."));
    }

    public static Problem of(Written zone, Iterable<String> zones) {
        return CHECK.at(
                        zone.span(),
                        new Text("'" + zone.text() + "' is no time zone", "«" + zone.text() + "» — не часовой пояс"))
                .allowing(zone.text(), nearest(zone.text(), zones));
    }

    /** The others are hundreds, and each Java knows a few more than the one before. */
    private static List<String> nearest(String written, Iterable<String> zones) {
        return Nearest.to(written, zones).all().stream().limit(5).toList();
    }
}
