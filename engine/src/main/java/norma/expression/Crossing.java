package norma.expression;

/**
 * Finds when a comparison changes as time passes, where the order of its sides moves only one way. It asks at ever later
 * moments until the order differs, then bisects: exact to the millisecond, whatever clock or calendar is behind it.
 */
final class Crossing {

    /** What has not changed in a hundred years never does. */
    static final long HORIZON = 100L * 366 * 86_400_000;

    /** Compares the two sides at a moment. */
    @FunctionalInterface
    interface Order {
        /** Negative, 0 or positive as the left side is smaller, equal or larger; {@link #UNKNOWN} when one is undefined. */
        int at(long moment);
    }

    static final int UNKNOWN = 2;

    private final Order order;
    private final Operator operator;
    private final long step;

    /** @param step how many milliseconds away the change is likely */
    Crossing(Order order, Operator operator, double step) {
        this.order = order;
        this.operator = operator;
        this.step = Math.max(1, (long) Math.min(HORIZON, step));
    }

    /** The first moment after now, and not after {@code last}, at which it is not as it is now; {@link Long#MAX_VALUE} for never. */
    long next(long now, long last) {
        int order = this.order.at(now);
        if (order == UNKNOWN) return Long.MAX_VALUE;
        long at = change(now, side(order), last);
        if (operator.orders() || at == Long.MAX_VALUE) return at;
        // An equality has two ends: past the first one the truth may still be what it was.
        int then = this.order.at(at);
        return operator.holds(then) == operator.holds(order) ? change(at, side(then), last) : at;
    }

    /** What may change only once: the truth of an ordering, otherwise the order itself. */
    private int side(int order) {
        return operator.orders() ? (operator.holds(order) ? 1 : 0) : order;
    }

    private int sideAt(long moment) {
        return side(order.at(moment));
    }

    private long change(long from, int here, long last) {
        long same = from;
        long leap = step;
        while (true) {
            if (same >= last) return Long.MAX_VALUE;
            long there = leap > last - same ? last : same + leap;
            if (sideAt(there) != here) return bisect(same, there, here);
            same = there;
            leap *= 2;
        }
    }

    private long bisect(long same, long other, int here) {
        if (other - same > 1 && sideAt(other - 1) == here) return other;
        while (other - same > 1) {
            long middle = same + (other - same) / 2;
            if (sideAt(middle) == here) same = middle;
            else other = middle;
        }
        return other;
    }

    /** The moment since which it has been as it is now; {@link Undefined#LONG} when it always was. For an ordering operator. */
    long last(long now) {
        int here = order.at(now);
        if (here == UNKNOWN) return Undefined.LONG;
        boolean holds = operator.holds(here);
        long same = now;
        long leap = step;
        while (now - same < HORIZON) {
            long other = same - leap;
            if (operator.holds(order.at(other)) == holds) {
                same = other;
                leap = Math.min(HORIZON, leap * 2);
                continue;
            }
            while (same - other > 1) {
                long middle = other + (same - other) / 2;
                if (operator.holds(order.at(middle)) == holds) same = middle;
                else other = middle;
            }
            return same;
        }
        return Undefined.LONG;
    }
}
