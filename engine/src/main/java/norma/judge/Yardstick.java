package norma.judge;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import norma.expression.Expression;
import norma.expression.Truth;
import norma.expression.Undefined;
import norma.standard.Limit;
import norma.standard.Norm;
import org.jspecify.annotations.Nullable;

/**
 * Rules that judge the same value by limits on the same side; or one that judges none. The value of a subject is worked out once
 * for all of them, and mostly shows that none has anything to say, now or before something else is due.
 */
final class Yardstick {

    private final Watch[] watches;
    private final Watch[] restless;
    private final Watch[] conditions;
    private final Watch[] raisingUnknown;
    private final @Nullable Expression value;
    private final int slot;
    private final boolean whole;
    private final boolean above;
    private final boolean crosses;
    private final boolean movesOneWay;
    private final boolean departs;
    private final boolean approaches;
    private final @Nullable Limit mildest;
    private final @Nullable Cohorts cohorts;

    private final Ladders certain = new Ladders();
    private final Ladders possible = new Ladders();

    /** @param alike at least one; all of one {@link Watch#judges} */
    Yardstick(List<Watch> alike) {
        Watch first = alike.get(0);
        watches = alike.toArray(Watch[]::new);
        restless = alike.stream().filter(Watch::isRestless).toArray(Watch[]::new);
        conditions = one(alike);
        raisingUnknown = alike.stream().filter(Watch::raisesUnknown).toArray(Watch[]::new);
        value = first.value();
        slot = first.valueSlot();
        whole = value != null && value.type().whole();
        above = first.breach() == Norm.Breach.ABOVE;
        crosses = first.crosses();
        movesOneWay = value != null && value.movesOneWay();
        departs = value != null && (above ? value.onlyFalls() : value.onlyRises());
        approaches = value != null && (above ? value.onlyRises() : value.onlyFalls());
        cohorts = first.cohorts();
        mildest = alike.stream()
                .map(Watch::mildest)
                .filter(Objects::nonNull)
                .min(Limit.mildestFirst(first.breach()))
                .orElse(null);
    }

    /** One rule of each condition. */
    static Watch[] one(List<Watch> watches) {
        Map<Object, Watch> conditions = new LinkedHashMap<>();
        for (Watch watch : watches) conditions.putIfAbsent(watch.asks(), watch);
        return conditions.values().toArray(Watch[]::new);
    }

    Watch[] watches() {
        return watches;
    }

    /**
     * Whether it is easily seen that none of them has anything to say, now and until this moment. A value that time takes only
     * towards its limits need not be known for now: what is within them at the end was so before.
     */
    boolean isFineUntil(long moment, Glance glance) {
        if (value == null || restless.length > 0 || raisingUnknown.length > 0) return false;
        if (!concerns(glance)) return true;
        if (!crosses || departs) return isValueFine(value, glance);
        long last = moment - 1;
        return approaches
                && moment != DueQueue.NEVER
                && last >= glance.now()
                && isFine(glance.number(slot, value, last), glance);
    }

    /** Whether none of them may be raised, whichever row applies: the subject concerns none, or its value is within every limit. */
    boolean isFine(Glance glance) {
        if (!concerns(glance)) return true;
        if (value == null) return false;
        for (Watch watch : raisingUnknown) if (watch.condition(glance) == Truth.UNDEFINED) return false;
        return isValueFine(value, glance);
    }

    private boolean isValueFine(Expression judged, Glance glance) {
        if (!whole) return isFine(glance.number(slot, judged), glance);
        long now = glance.whole(slot, judged);
        return !Undefined.is(now) && !isBeyondSome(now, 0);
    }

    private boolean isFine(double number, Glance glance) {
        return !Undefined.is(number) && (!isBeyondSome(0, number) || !isBeyondPossible(number, glance));
    }

    private boolean isBeyondSome(long wholeValue, double number) {
        if (mildest == null) return false;
        int side = mildest.compare(wholeValue, number);
        return above ? side > 0 : side < 0;
    }

    /** Whether the value is beyond a limit that may be the subject's, as far as its own fields tell. */
    private boolean isBeyondPossible(double number, Glance glance) {
        if (cohorts == null) return true;
        Ladder likely = possible.of(glance.nearCohort(cohorts), () -> Ladder.possible(watches, glance));
        int rungs = likely.limits.length;
        for (int i = 0; i < rungs; i++) {
            int mildest = above ? i : rungs - 1 - i;
            double limit = likely.limits[mildest];
            if (above ? !(number > limit) : !(number < limit)) return false;
            if (likely.of[mildest].condition(glance) != Truth.FALSE) return true;
        }
        return false;
    }

    private boolean concerns(Glance glance) {
        for (Watch watch : conditions) if (watch.condition(glance) != Truth.FALSE) return true;
        return false;
    }

    /** The earliest moment after now at which time alone may change what they see; {@code before} when it is not earlier. */
    long due(Glance glance, long before) {
        long due = before;
        for (Watch watch : restless) due = watch.due(glance, due);
        return value != null && crosses && concerns(glance) ? crossing(value, glance, due) : due;
    }

    private long crossing(Expression moving, Glance glance, long before) {
        if (!movesOneWay) return Math.min(before, moving.crosses(0, above, glance.subject(), glance));
        double now = glance.number(slot, moving);
        if (Undefined.is(now)) return before;
        boolean fine = isFine(now, glance);
        if (fine && departs) return before; // time takes it further away from every limit
        long last = before == Long.MAX_VALUE ? glance.now() + Expression.HORIZON : before - 1;
        double then = glance.number(slot, moving, last);
        if (fine && isFine(then, glance)) return before; // and so all the way
        double limit = nearest(glance, now, then);
        return Undefined.is(limit)
                ? before
                : Math.min(before, moving.crosses(limit, above, glance.subject(), glance, last));
    }

    /** The limit that the value passes first on its way; undefined when it passes none. */
    private double nearest(Glance glance, double now, double then) {
        Ladder here = ladder(glance);
        int next = 0;
        while (next < here.limits.length && isAbove(now, here.limits[next])) next++;
        for (int up = next; up < here.limits.length && isAbove(then, here.limits[up]); up++)
            if (here.of[up].condition(glance) == Truth.TRUE) return here.limits[up];
        for (int down = next - 1; down >= 0 && !isAbove(then, here.limits[down]); down--)
            if (here.of[down].condition(glance) == Truth.TRUE) return here.limits[down];
        return Undefined.DOUBLE;
    }

    /** An undefined value counts as above as well: then it has to be looked for when that begins. */
    private boolean isAbove(double number, double limit) {
        return above ? !(number <= limit) : !(number < limit);
    }

    private Ladder ladder(Glance glance) {
        return cohorts == null
                ? Ladder.certain(watches, glance)
                : certain.of(glance.cohort(cohorts), () -> Ladder.certain(watches, glance));
    }

    /** By cohort, as far as they were asked for; whichever hand makes one, it is the same. */
    private static final class Ladders {

        private volatile @Nullable Ladder[] known = {};

        Ladder of(int cohort, Supplier<Ladder> made) {
            @Nullable Ladder[] before = known;
            Ladder found = cohort < before.length ? before[cohort] : null;
            if (found != null) return found;
            found = made.get();
            @Nullable Ladder[] more = Arrays.copyOf(before, Math.max(before.length, cohort + 1));
            more[cohort] = found;
            known = more;
            return found;
        }
    }

    /** Limits in rising order, and whose each of them is. */
    private static final class Ladder {

        private record Rung(double limit, Watch of) {}

        private final double[] limits;
        private final Watch[] of;

        private Ladder(List<Rung> rising) {
            limits = rising.stream().mapToDouble(Rung::limit).toArray();
            of = rising.stream().map(Rung::of).toArray(Watch[]::new);
        }

        /** Those that hold for the subject. */
        static Ladder certain(Watch[] watches, Glance glance) {
            return of(watches, watch -> Arrays.stream(watch.limits(glance)));
        }

        /** Those that may hold for it. */
        static Ladder possible(Watch[] watches, Glance glance) {
            return of(watches, watch -> watch.possibleLimits(glance));
        }

        private static Ladder of(Watch[] watches, Function<Watch, DoubleStream> limits) {
            return new Ladder(Arrays.stream(watches)
                    .flatMap(watch -> limits.apply(watch).mapToObj(limit -> new Rung(limit, watch)))
                    .sorted(Comparator.comparingDouble(Rung::limit))
                    .toList());
        }
    }
}
