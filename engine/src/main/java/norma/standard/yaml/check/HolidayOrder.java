package norma.standard.yaml.check;

import norma.diagnostics.Check;
import norma.diagnostics.Problem;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Span;
import norma.diagnostics.Text;

/** Holidays that end before they begin, or hardly ever. */
public final class HolidayOrder extends Check {

    static final HolidayOrder CHECK = new HolidayOrder();

    private HolidayOrder() {
        super(
                "holiday-order",
                Severity.ERROR,
                new Text(
                        "A holiday from a later to an earlier date holds on no day. Write the first date under 'from'"
                                + " and the last under 'to'.",
                        "Праздник с более поздней даты по более раннюю не выпадает ни на один день. Первую дату"
                                + " укажите в «from», последнюю — в «to»."));
    }

    /** @param longest in days */
    public static Problem of(Span span, int longest) {
        return CHECK.at(
                span,
                new Text(
                        "'to' is before 'from', or more than " + longest + " days after it",
                        "«to» раньше «from» или позже более чем на " + longest + " дней"));
    }
}
