package norma.standard.yaml.check;

import norma.diagnostics.Check;
import norma.diagnostics.Problem;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Text;
import norma.diagnostics.Written;

/** Deviations of something that is neither a fact nor measured. */
public final class UnknownSubject extends Check {

    static final UnknownSubject CHECK = new UnknownSubject();

    private UnknownSubject() {
        super(
                "unknown-subject",
                Severity.ERROR,
                new Text(
                        "A rule about something that is not there would never find anything. Write a type of fact,"
                                + " 'company', or dimensions that a KPI is measured by.",
                        "Правило о том, чего нет, никогда бы ничего не нашло. Напишите тип факта, «company» или"
                                + " измерения, по которым измеряется показатель."));
    }

    public static Problem of(Written subject, Iterable<String> subjects) {
        return CHECK.at(
                        subject.span(),
                        new Text(
                                "'" + subject.text() + "' is no type of fact, and no KPI is measured by it",
                                "«" + subject.text() + "» — не тип факта, и ни один показатель по нему не измеряется"))
                .allowing(subject.text(), subjects);
    }
}
