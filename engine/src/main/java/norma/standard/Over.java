package norma.standard;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** The periods in which a KPI is measured. */
public sealed interface Over {

    /** As a definition writes it: {@code month}, {@code rolling 90d}, {@code all}. */
    String name();

    enum Unit {
        DAY,
        WEEK,
        MONTH,
        QUARTER,
        YEAR
    }

    /** Calendar periods, one after the other; weeks start on Monday. */
    record Each(Unit unit) implements Over {

        @Override
        public String name() {
            return unit.name().toLowerCase(java.util.Locale.ROOT);
        }

        /** The first day of the period that the date is in. */
        public LocalDate start(LocalDate date) {
            return switch (unit) {
                case DAY -> date;
                case WEEK -> date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                case MONTH -> date.withDayOfMonth(1);
                case QUARTER ->
                    date.withDayOfMonth(1)
                            .withMonth(date.getMonth().firstMonthOfQuarter().getValue());
                case YEAR -> date.withDayOfYear(1);
            };
        }

        /** The first day of the next period. */
        public LocalDate next(LocalDate start) {
            return switch (unit) {
                case DAY -> start.plusDays(1);
                case WEEK -> start.plusWeeks(1);
                case MONTH -> start.plusMonths(1);
                case QUARTER -> start.plusMonths(3);
                case YEAR -> start.plusYears(1);
            };
        }
    }

    /** The last so many local dates, today among them. */
    record Rolling(int days) implements Over {

        @Override
        public String name() {
            return "rolling " + days + "d";
        }
    }

    /** Everything up to now. */
    record All() implements Over {

        @Override
        public String name() {
            return "all";
        }
    }
}
