package norma.server.report;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Locale;
import norma.measure.Period;

/** Names the dates of a reading: {@code 2026-11} where the definition only says {@code month}. */
final class PeriodName {

    private PeriodName() {}

    /** Told apart from every other period of the same KPI; ISO 8601 where that has a form. */
    static String of(Period period) {
        LocalDate from = period.from();
        if (from == null) return period.name();
        return switch (period.name()) {
            case "day" -> from.toString();
            case "week" ->
                String.format(
                        Locale.ROOT,
                        "%d-W%02d",
                        from.get(IsoFields.WEEK_BASED_YEAR),
                        from.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case "month" -> String.format(Locale.ROOT, "%d-%02d", from.getYear(), from.getMonthValue());
            case "quarter" -> from.getYear() + "-Q" + from.get(IsoFields.QUARTER_OF_YEAR);
            case "year" -> Integer.toString(from.getYear());
            default -> period.name();
        };
    }
}
