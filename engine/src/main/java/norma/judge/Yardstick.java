package norma.judge;

import java.util.List;
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
    private final @Nullable Expression value;
    private final int slot;
    private final boolean above;
    private final boolean crosses;
    private final @Nullable Limit mildest;

    /** @param alike at least one; all of one {@link Watch#judges} */
    Yardstick(List<Watch> alike) {
        Watch first = alike.get(0);
        watches = alike.toArray(Watch[]::new);
        restless = alike.stream().filter(Watch::isRestless).toArray(Watch[]::new);
        value = first.value();
        slot = first.valueSlot();
        above = first.breach() == Norm.Breach.ABOVE;
        crosses = first.crosses();
        mildest = alike.stream()
                .map(Watch::mildest)
                .filter(Objects::nonNull)
                .min(Limit.mildestFirst(first.breach()))
                .orElse(null);
    }

    Watch[] watches() {
        return watches;
    }

    /** Whether none of them may be raised, whichever row applies: the subject concerns none, or its value is within every limit. */
    boolean isFine(Glance glance) {
        if (!concerns(glance)) return true;
        if (value == null) return false;
        if (!value.type().whole()) return isFine(glance.number(slot, value));
        long whole = glance.whole(slot, value);
        return !Undefined.is(whole) && !isBeyondSome(whole, 0);
    }

    private boolean isFine(double number) {
        return !Undefined.is(number) && !isBeyondSome(0, number);
    }

    private boolean isBeyondSome(long whole, double number) {
        if (mildest == null) return false;
        int side = mildest.compare(whole, number);
        return above ? side > 0 : side < 0;
    }

    private boolean concerns(Glance glance) {
        for (Watch watch : watches) if (watch.condition(glance) != Truth.FALSE) return true;
        return false;
    }

    /** The earliest moment after now at which time alone may change what they see; {@code before} when it is not earlier. */
    long due(Glance glance, long before) {
        long due = before;
        for (Watch watch : restless) due = watch.due(glance, due);
        return value != null && crosses && concerns(glance) ? crossing(value, glance, due) : due;
    }

    private long crossing(Expression moving, Glance glance, long before) {
        if (!moving.movesOneWay()) return Math.min(before, moving.crosses(0, above, glance.subject(), glance));
        double now = glance.number(slot, moving);
        if (Undefined.is(now)) return before;
        double then =
                glance.number(slot, moving, before == Long.MAX_VALUE ? glance.now() + Expression.HORIZON : before);
        if (isFine(now) && isFine(then)) return before; // and so all the way
        double limit = nearest(glance, now, then);
        return Undefined.is(limit)
                ? before
                : Math.min(before, moving.crosses(limit, above, glance.subject(), glance, before));
    }

    /** The limit that the value passes first on its way; undefined when it passes none. */
    private double nearest(Glance glance, double now, double then) {
        double nearest = Undefined.DOUBLE;
        for (Watch watch : watches) {
            if (watch.condition(glance) != Truth.TRUE) continue;
            for (double limit : watch.limits(glance)) {
                if (passes(now, limit) == passes(then, limit)) continue;
                if (Undefined.is(nearest) || Math.abs(limit - now) < Math.abs(nearest - now)) nearest = limit;
            }
        }
        return nearest;
    }

    /** An undefined value passes as well: then it has to be looked for when that begins. */
    private boolean passes(double number, double limit) {
        return above ? !(number <= limit) : !(number < limit);
    }
}
