package norma.judge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /** By cohort, as far as they were asked for; whichever hand makes one, it is the same. */
    private volatile @Nullable Rungs[] rungs = {};

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
                && isFine(glance.number(slot, value, last));
    }

    /** Whether none of them may be raised, whichever row applies: the subject concerns none, or its value is within every limit. */
    boolean isFine(Glance glance) {
        if (!concerns(glance)) return true;
        if (value == null) return false;
        for (Watch watch : raisingUnknown) if (watch.condition(glance) == Truth.UNDEFINED) return false;
        return isValueFine(value, glance);
    }

    private boolean isValueFine(Expression judged, Glance glance) {
        if (!whole) return isFine(glance.number(slot, judged));
        long now = glance.whole(slot, judged);
        return !Undefined.is(now) && !isBeyondSome(now, 0);
    }

    private boolean isFine(double number) {
        return !Undefined.is(number) && !isBeyondSome(0, number);
    }

    private boolean isBeyondSome(long wholeValue, double number) {
        if (mildest == null) return false;
        int side = mildest.compare(wholeValue, number);
        return above ? side > 0 : side < 0;
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
        boolean fine = isFine(now);
        if (fine && departs) return before; // time takes it further away from every limit
        long last = before == Long.MAX_VALUE ? glance.now() + Expression.HORIZON : before - 1;
        double then = glance.number(slot, moving, last);
        if (fine && isFine(then)) return before; // and so all the way
        double limit = nearest(glance, now, then);
        return Undefined.is(limit)
                ? before
                : Math.min(before, moving.crosses(limit, above, glance.subject(), glance, last));
    }

    /** The limit that the value passes first on its way; undefined when it passes none. */
    private double nearest(Glance glance, double now, double then) {
        Rungs here = rungs(glance);
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

    private Rungs rungs(Glance glance) {
        if (cohorts == null) return Rungs.of(watches, glance);
        int cohort = glance.cohort(cohorts);
        @Nullable Rungs[] known = rungs;
        Rungs here = cohort < known.length ? known[cohort] : null;
        if (here != null) return here;
        here = Rungs.of(watches, glance);
        @Nullable Rungs[] more = Arrays.copyOf(known, Math.max(known.length, cohort + 1));
        more[cohort] = here;
        rungs = more;
        return here;
    }

    /** The limits that hold for the subjects of a cohort, in rising order, and whose each of them is. */
    private static final class Rungs {

        private record Rung(double limit, Watch of) {}

        private final double[] limits;
        private final Watch[] of;

        private Rungs(List<Rung> rising) {
            limits = rising.stream().mapToDouble(Rung::limit).toArray();
            of = rising.stream().map(Rung::of).toArray(Watch[]::new);
        }

        static Rungs of(Watch[] watches, Glance glance) {
            List<Rung> rungs = new ArrayList<>();
            for (Watch watch : watches) for (double limit : watch.limits(glance)) rungs.add(new Rung(limit, watch));
            rungs.sort(Comparator.comparingDouble(Rung::limit));
            return new Rungs(rungs);
        }
    }
}
