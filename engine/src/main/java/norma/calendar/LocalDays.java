package norma.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import org.jspecify.annotations.Nullable;

/**
 * The local days of a zone as a table of their first moments, so that the day of a moment costs a division and two
 * reads.
 *
 * <p>A day lasts from its local start to the start of the next one. Days therefore never run backwards, even in zones
 * that have set the clock back over midnight. Days are counted from 1970-01-01.
 */
final class LocalDays {
    static final long MILLIS = 86_400_000L;
    static final long FIRST = LocalDate.of(1990, 1, 1).toEpochDay();
    static final long LAST = LocalDate.of(2060, 12, 31).toEpochDay();

    /** Moments and days beyond these are taken as these, so that no sum overflows: some seventy million years. */
    static final long FAR = Long.MAX_VALUE / 4;

    static final long FAR_DAY = FAR / MILLIS;

    private final ZoneId zone;
    private final long usualOffset;
    private volatile long @Nullable [] starts;

    LocalDays(ZoneId zone) {
        this.zone = zone;
        ZoneOffset offset = zone.getRules().getOffset(LocalDate.of(2025, 1, 1).atStartOfDay());
        this.usualOffset = offset.getTotalSeconds() * 1000L;
    }

    /** Made when it is first asked for: most calendars are only checked. */
    private long[] starts() {
        long[] known = starts;
        if (known == null) {
            known = computedStarts(zone.getRules());
            starts = known;
        }
        return known;
    }

    /** Asks the rules only around a change of the clock; between changes a day starts 24 hours after the last one. */
    private long[] computedStarts(ZoneRules rules) {
        long[] starts = new long[(int) (LAST - FIRST) + 2];
        long change = Long.MIN_VALUE;
        int settled = 0;
        for (int i = 0; i < starts.length; i++) {
            if (i == 0 || starts[i - 1] + MILLIS >= change) {
                settled = i + 2; // a zone that skips a whole date has two days with one start
            }
            if (i < settled) {
                starts[i] = computedStart(FIRST + i);
                ZoneOffsetTransition next = rules.nextTransition(Instant.ofEpochMilli(starts[i]));
                change = next == null ? Long.MAX_VALUE : next.getInstant().toEpochMilli();
            } else {
                starts[i] = starts[i - 1] + MILLIS;
            }
        }
        return starts;
    }

    ZoneId zone() {
        return zone;
    }

    long startOf(long day) {
        long[] starts = starts();
        long index = day - FIRST;
        return index >= 0 && index < starts.length ? starts[(int) index] : computedStart(day);
    }

    long dayOf(long t) {
        long moment = within(t);
        long day = Math.floorDiv(moment + usualOffset, MILLIS);
        while (startOf(day) > moment) {
            day--;
        }
        while (startOf(day + 1) <= moment) {
            day++;
        }
        return day;
    }

    /** The moment itself, or the end of the time line where it lies beyond. */
    static long within(long t) {
        return Math.max(-FAR, Math.min(FAR, t));
    }

    private long computedStart(long day) {
        return LocalDate.ofEpochDay(day).atStartOfDay(zone).toEpochSecond() * 1000;
    }
}
