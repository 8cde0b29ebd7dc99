package norma.calendar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The spans in which a clock stands still, for a hold of a deal or an absence of a person: sorted and disjoint. */
public final class Pauses {
    private static final Pauses NONE = new Pauses(List.of());

    private final long[] from;
    private final long[] to;

    private Pauses(List<Interval> disjoint) {
        from = disjoint.stream().mapToLong(Interval::from).toArray();
        to = disjoint.stream().mapToLong(Interval::to).toArray();
    }

    public static Pauses none() {
        return NONE;
    }

    /** Joins the intervals that overlap or touch, and leaves out those that end when or before they begin. */
    public static Pauses of(List<Interval> intervals) {
        List<Interval> sorted = intervals.stream()
                .filter(interval -> !interval.isEmpty())
                .sorted(Comparator.comparingLong(Interval::from))
                .toList();
        if (sorted.isEmpty()) {
            return NONE;
        }
        List<Interval> disjoint = new ArrayList<>();
        Interval open = sorted.get(0);
        for (Interval next : sorted) {
            if (next.from() <= open.to()) {
                open = new Interval(open.from(), Math.max(open.to(), next.to()));
            } else {
                disjoint.add(open);
                open = next;
            }
        }
        disjoint.add(open);
        return new Pauses(disjoint);
    }

    /** These pauses and those of another list together. */
    public Pauses and(Pauses others) {
        if (others.isEmpty()) {
            return this;
        }
        if (isEmpty()) {
            return others;
        }
        List<Interval> both = new ArrayList<>(intervals());
        both.addAll(others.intervals());
        return of(both);
    }

    public boolean isEmpty() {
        return from.length == 0;
    }

    /** Whether the clock stands still at this moment (epoch milliseconds). */
    public boolean covers(long t) {
        int index = firstEndingAfter(t);
        return index < from.length && from[index] <= t;
    }

    /** Paused milliseconds of [from, to); 0 when {@code to} is not after {@code from}. */
    public long overlap(long from, long to) {
        long sum = 0;
        for (int i = firstEndingAfter(from); i < size() && this.from[i] < to; i++) {
            sum += Math.min(this.to[i], to) - Math.max(this.from[i], from);
        }
        return sum;
    }

    /** The pauses in order of time. */
    public List<Interval> intervals() {
        List<Interval> intervals = new ArrayList<>();
        for (int i = 0; i < size(); i++) {
            intervals.add(new Interval(from[i], to[i]));
        }
        return List.copyOf(intervals);
    }

    int size() {
        return from.length;
    }

    long from(int index) {
        return from[index];
    }

    long to(int index) {
        return to[index];
    }

    /** The index of the first pause whose end is after the moment; {@link #size()} when there is none. */
    int firstEndingAfter(long t) {
        int found = Arrays.binarySearch(to, t);
        return found >= 0 ? found + 1 : -found - 1;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Pauses that && Arrays.equals(from, that.from) && Arrays.equals(to, that.to);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(from) + Arrays.hashCode(to);
    }

    @Override
    public String toString() {
        return intervals().toString();
    }
}
