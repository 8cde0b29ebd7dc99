package norma.calendar;

/** Milliseconds, worked or not. */
final class ElapsedTime extends Meter {
    static final ElapsedTime METER = new ElapsedTime();

    private ElapsedTime() {}

    @Override
    long at(long t) {
        return LocalDays.within(t);
    }

    @Override
    long before(long t) {
        return at(t);
    }

    @Override
    long firstAt(long reading) {
        if (reading > LocalDays.FAR) {
            return Long.MAX_VALUE;
        }
        return reading < -LocalDays.FAR ? Long.MIN_VALUE : reading;
    }
}
