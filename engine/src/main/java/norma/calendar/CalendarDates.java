package norma.calendar;

/** Ticks at the local start of every date. */
final class CalendarDates extends Meter {
    private final LocalDays days;

    CalendarDates(LocalDays days) {
        this.days = days;
    }

    @Override
    long at(long t) {
        return days.dayOf(t);
    }

    @Override
    long before(long t) {
        return at(Math.max(t, -LocalDays.FAR) - 1);
    }

    @Override
    long firstAt(long reading) {
        if (reading > LocalDays.FAR_DAY) {
            return Long.MAX_VALUE;
        }
        return reading < -LocalDays.FAR_DAY ? Long.MIN_VALUE : days.startOf(reading);
    }
}
