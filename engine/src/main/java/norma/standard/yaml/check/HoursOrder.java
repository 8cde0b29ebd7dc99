package norma.standard.yaml.check;

import norma.diagnostics.Check;
import norma.diagnostics.Problem;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Span;
import norma.diagnostics.Text;

/** Working hours that end before they begin. */
public final class HoursOrder extends Check {

    static final HoursOrder CHECK = new HoursOrder();

    private HoursOrder() {
        super(
                "hours-order",
                Severity.ERROR,
                new Text(
                        "Such a day would have no working time, and no deadline in hours would ever come. Write the"
                                + " hours in the order of the day.",
                        "В таком дне не было бы рабочего времени, и срок в часах никогда бы не наступил. Запишите"
                                + " часы в том порядке, в каком они идут."));
    }

    public static Problem of(Span span) {
        return CHECK.at(
                span,
                new Text(
                        "hours go from, lunch_from, lunch_to, to, each later than the one before",
                        "часы идут по порядку: from, lunch_from, lunch_to, to, каждое позже предыдущего"));
    }
}
