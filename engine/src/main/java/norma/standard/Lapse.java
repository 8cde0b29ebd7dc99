package norma.standard;

import norma.calendar.Pauses;
import norma.calendar.WorkingCalendar;

/** An amount of time as definitions write it: {@code 3wd}, {@code 7d}, {@code 12h}. */
public record Lapse(int amount, Unit unit) {

    public enum Unit {
        WORKING_DAYS("wd"),
        DAYS("d"),
        HOURS("h");

        private final String suffix;

        Unit(String suffix) {
            this.suffix = suffix;
        }

        public String suffix() {
            return suffix;
        }
    }

    private static final long HOUR = 3_600_000L;

    public static final Lapse NONE = new Lapse(0, Unit.HOURS);

    /** The moment at which this time has passed since another, both epoch milliseconds; held time does not pass. */
    public long after(long from, WorkingCalendar calendar, Pauses pauses) {
        if (amount == 0) return from;
        if (unit == Unit.WORKING_DAYS)
            return pauses.isEmpty()
                    ? calendar.plusWorkingDays(from, amount)
                    : calendar.whenWorkingDaysReach(from, amount, pauses);
        long length = unit == Unit.DAYS ? 24 * HOUR * amount : HOUR * amount;
        return pauses.isEmpty() ? from + length : calendar.whenDaysReach(from, length / (24.0 * HOUR), pauses);
    }

    @Override
    public String toString() {
        return amount + unit.suffix();
    }
}
