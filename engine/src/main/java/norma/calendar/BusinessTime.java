package norma.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Milliseconds within the opening hours of working dates. Local times become moments by the rules of the zone: an
 * hour that the clock skips begins when the clock has skipped it, and an hour that comes twice begins the first time.
 *
 * <p>From 1990 to 2060 it is exact; outside, each working date has the regular length.
 */
final class BusinessTime extends Meter {
    private final LocalDays days;
    private final WorkingDates dates;
    private final OpeningHours regular;
    private final Map<Long, OpeningHours> special;
    private volatile long @Nullable [] table;

    /** @param special the opening hours of the days (from 1970-01-01) that do not have the regular ones */
    BusinessTime(LocalDays days, WorkingDates dates, OpeningHours regular, Map<Long, OpeningHours> special) {
        this.days = days;
        this.dates = dates;
        this.regular = regular;
        this.special = Map.copyOf(special);
    }

    /** What was worked before each day; made when first asked for, since many calendars only count days. */
    private long[] workedBefore() {
        long[] made = table;
        if (made == null) {
            made = new long[(int) (LocalDays.LAST - LocalDays.FIRST) + 2];
            for (int i = 1; i < made.length; i++) {
                made[i] = made[i - 1] + workedWithin(LocalDays.FIRST + i - 1, Long.MAX_VALUE);
            }
            table = made;
        }
        return made;
    }

    @Override
    long at(long t) {
        long day = days.dayOf(t);
        return workedBefore(day) + workedWithin(day, t);
    }

    @Override
    long before(long t) {
        return at(t);
    }

    @Override
    long firstAt(long reading) {
        long[] workedBefore = workedBefore();
        boolean far = reading <= 0 || reading > workedBefore[workedBefore.length - 1];
        long first = far ? -LocalDays.FAR_DAY : LocalDays.FIRST - 1;
        long last = far ? LocalDays.FAR_DAY : LocalDays.LAST;
        long day = WorkingDates.firstReaching(reading, d -> workedBefore(d + 1), first, last);
        if (day == Long.MAX_VALUE || day == Long.MIN_VALUE) {
            return day;
        }
        OpeningHours hours = hoursOf(day);
        long missing = reading - workedBefore(day);
        long opens = moment(day, hours.opens());
        long morning = moment(day, hours.lunchFrom()) - opens;
        return missing <= morning ? opens + missing : moment(day, hours.lunchTo()) + missing - morning;
    }

    private long workedBefore(long day) {
        long[] workedBefore = workedBefore();
        if (day < LocalDays.FIRST) {
            return (dates.through(day - 1) - dates.through(LocalDays.FIRST - 1)) * regular.length();
        }
        if (day > LocalDays.LAST) {
            long later = dates.through(day - 1) - dates.through(LocalDays.LAST);
            return workedBefore[workedBefore.length - 1] + later * regular.length();
        }
        return workedBefore[(int) (day - LocalDays.FIRST)];
    }

    private long workedWithin(long day, long t) {
        if (!dates.isWorking(day)) {
            return 0;
        }
        OpeningHours hours = hoursOf(day);
        return passed(moment(day, hours.opens()), moment(day, hours.lunchFrom()), t)
                + passed(moment(day, hours.lunchTo()), moment(day, hours.closes()), t);
    }

    private static long passed(long from, long to, long t) {
        return Math.max(0, Math.min(to, t) - from);
    }

    private OpeningHours hoursOf(long day) {
        return isFar(day) ? regular : special.getOrDefault(day, regular);
    }

    private long moment(long day, long millis) {
        long start = days.startOf(day);
        if (isFar(day) || days.startOf(day + 1) - start == LocalDays.MILLIS) {
            return start + millis;
        }
        if (millis == LocalDays.MILLIS) {
            return days.startOf(day + 1);
        }
        LocalDateTime local = LocalDate.ofEpochDay(day).atTime(LocalTime.ofNanoOfDay(millis * 1_000_000));
        ZoneOffsetTransition change = days.zone().getRules().getTransition(local);
        return change != null && change.isGap()
                ? change.getInstant().toEpochMilli()
                : local.atZone(days.zone()).toInstant().toEpochMilli();
    }

    private static boolean isFar(long day) {
        return day < LocalDays.FIRST || day > LocalDays.LAST;
    }
}
