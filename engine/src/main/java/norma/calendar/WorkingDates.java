package norma.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Ticks at the local start of every working date. The count is the week's pattern and the sum of the exceptions so
 * far, both exact for any date; for the years that matter it is kept in tables.
 */
final class WorkingDates extends Meter {
    private static final int MONDAY = 3; // 1970-01-01 was a Thursday

    private final LocalDays days;
    private final boolean[] week = new boolean[7];
    private final int[] workedInWeek = new int[7];
    private final long[] exceptions;
    private final int[] balance;
    private volatile @Nullable Counts counts;

    /**
     * For the years that matter.
     *
     * @param through the count up to and including each day
     * @param dayOfCount the first day of each count
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Counts(int[] through, int[] dayOfCount) {}

    /**
     * @param week the weekdays that are worked
     * @param declared dates that go their own way: true where worked
     */
    WorkingDates(LocalDays days, Set<DayOfWeek> week, Map<LocalDate, Boolean> declared) {
        this.days = days;
        int perWeek = 0;
        for (DayOfWeek day : DayOfWeek.values()) {
            this.week[day.ordinal()] = week.contains(day);
            perWeek += week.contains(day) ? 1 : 0;
            workedInWeek[day.ordinal()] = perWeek;
        }
        TreeMap<LocalDate, Boolean> sorted = new TreeMap<>(declared);
        sorted.entrySet().removeIf(entry -> week.contains(entry.getKey().getDayOfWeek()) == entry.getValue());
        exceptions = sorted.keySet().stream().mapToLong(LocalDate::toEpochDay).toArray();
        balance = sorted.values().stream().mapToInt(worked -> worked ? 1 : -1).toArray();
        for (int i = 1; i < balance.length; i++) balance[i] += balance[i - 1];
    }

    /** Made when they are first asked for: most calendars are only checked. */
    private Counts counts() {
        Counts known = counts;
        if (known == null) {
            known = counted();
            counts = known;
        }
        return known;
    }

    /** Day by day, which is a tenth of the work of {@link #computedThrough} for each. */
    private Counts counted() {
        int[] through = new int[(int) (LocalDays.LAST - LocalDays.FIRST) + 2];
        through[0] = (int) computedThrough(LocalDays.FIRST - 1);
        int next = 0;
        while (next < exceptions.length && exceptions[next] < LocalDays.FIRST) next++;
        for (int i = 1; i < through.length; i++) {
            long day = LocalDays.FIRST - 1 + i;
            boolean usual = week[(int) ((day + MONDAY) % 7)];
            boolean exception = next < exceptions.length && exceptions[next] == day;
            if (exception) next++;
            through[i] = through[i - 1] + (usual != exception ? 1 : 0);
        }
        int[] dayOfCount = new int[through[through.length - 1] - through[0] + 1];
        for (int i = 1; i < through.length; i++) {
            if (through[i] > through[i - 1]) dayOfCount[through[i] - through[0]] = (int) LocalDays.FIRST - 1 + i;
        }
        return new Counts(through, dayOfCount);
    }

    boolean isWorking(long day) {
        int found = Arrays.binarySearch(exceptions, day);
        boolean usual = week[(int) Math.floorMod(day + MONDAY, 7L)];
        return found >= 0 ? !usual : usual;
    }

    /** The count of working dates up to and including this one, from an origin of no meaning. */
    long through(long day) {
        int[] through = counts().through();
        long index = day - LocalDays.FIRST + 1;
        return index >= 0 && index < through.length ? through[(int) index] : computedThrough(day);
    }

    /** The first day whose count is at least this; {@link Long#MAX_VALUE} never, {@link Long#MIN_VALUE} always. */
    long firstDay(long count) {
        Counts counts = counts();
        int[] dayOfCount = counts.dayOfCount();
        long index = count - counts.through()[0];
        return index > 0 && index < dayOfCount.length
                ? dayOfCount[(int) index]
                : firstReaching(count, this::through, -LocalDays.FAR_DAY, LocalDays.FAR_DAY);
    }

    @Override
    long at(long t) {
        return through(days.dayOf(t));
    }

    @Override
    long before(long t) {
        return at(Math.max(t, -LocalDays.FAR) - 1);
    }

    @Override
    long firstAt(long reading) {
        long day = firstDay(reading);
        return day == Long.MAX_VALUE || day == Long.MIN_VALUE ? day : days.startOf(day);
    }

    /** Bisects a sum that never falls. */
    static long firstReaching(long target, LongUnaryOperator sum, long first, long last) {
        if (sum.applyAsLong(first) >= target) {
            return Long.MIN_VALUE;
        }
        if (sum.applyAsLong(last) < target) {
            return Long.MAX_VALUE;
        }
        long below = first;
        long reached = last;
        while (reached - below > 1) {
            long middle = below + (reached - below) / 2;
            if (sum.applyAsLong(middle) >= target) {
                reached = middle;
            } else {
                below = middle;
            }
        }
        return reached;
    }

    private long computedThrough(long day) {
        long fromMonday = day + MONDAY;
        long worked =
                Math.floorDiv(fromMonday, 7L) * workedInWeek[6] + workedInWeek[(int) Math.floorMod(fromMonday, 7L)];
        int found = Arrays.binarySearch(exceptions, day);
        int last = found >= 0 ? found : -found - 2;
        return last >= 0 ? worked + balance[last] : worked;
    }
}
