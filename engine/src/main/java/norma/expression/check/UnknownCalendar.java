package norma.expression.check;

import norma.diagnostics.Check;
import norma.diagnostics.Letters;
import norma.diagnostics.Problem;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Span;
import norma.diagnostics.Text;
import norma.diagnostics.Written;

/** A calendar that nobody defined. */
public final class UnknownCalendar extends Check {

    static final UnknownCalendar CHECK = new UnknownCalendar();

    private UnknownCalendar() {
        super(
                "unknown-calendar",
                Severity.ERROR,
                new Text(
                        "Working days are counted by a calendar, and each knows other holidays. Name one of the"
                                + " calendars, or define it under 'calendars'.",
                        "Рабочие дни считаются по календарю, и праздники в каждом свои. Укажите один из календарей"
                                + " или определите его в «calendars»."));
    }

    public static Problem of(Span span, String name, Iterable<String> calendars) {
        Text message = new Text("there is no calendar '" + name + "'", "нет календаря «" + name + "»");
        return CHECK.at(span, Letters.noting(name, message)).allowing(name, calendars);
    }

    public static Problem of(Written name, Iterable<String> calendars) {
        return of(name.span(), name.text(), calendars);
    }
}
