package norma.calendar;

/**
 * Something that accumulates as time passes: dates that have begun, or milliseconds that were worked. It never runs
 * backwards. Pauses are the same for all meters, so they are written once, here.
 */
abstract class Meter {

    /** What has accumulated up to and including the moment. Only differences have a meaning. */
    abstract long at(long t);

    /** What has accumulated before the moment; the same as {@link #at} for a meter that flows instead of ticking. */
    abstract long before(long t);

    /** The first moment that reads at least this much; {@link Long#MAX_VALUE} never, {@link Long#MIN_VALUE} always. */
    abstract long firstAt(long reading);

    /** What accumulates after {@code from}, up to and including {@code to}; negative when {@code to} is the earlier. */
    final long between(long from, long to, Pauses pauses) {
        long whole = at(to) - at(from);
        if (pauses.isEmpty()) {
            return whole;
        }
        return from <= to ? whole - lost(from, to, pauses) : whole + lost(to, from, pauses);
    }

    /** The first moment t at which {@code between(from, t, pauses)} is at least {@code amount}. */
    final long when(long from, long amount, Pauses pauses) {
        return amount > 0 ? later(from, amount, pauses) : earlier(from, amount, pauses);
    }

    private long lost(long from, long to, Pauses pauses) {
        long start = at(from);
        long end = at(to);
        long sum = 0;
        for (int i = pauses.firstEndingAfter(from); i < pauses.size() && pauses.from(i) <= to; i++) {
            sum += Math.max(0, Math.min(before(pauses.to(i)), end) - Math.max(before(pauses.from(i)), start));
        }
        return sum;
    }

    private long later(long from, long amount, Pauses pauses) {
        long start = at(from);
        long target = start + amount;
        for (int i = pauses.firstEndingAfter(from); i < pauses.size(); i++) {
            long stopped = Math.max(before(pauses.from(i)), start);
            if (target <= stopped) {
                break;
            }
            if (pauses.to(i) == Long.MAX_VALUE) {
                return Long.MAX_VALUE;
            }
            target += Math.max(0, before(pauses.to(i)) - stopped);
        }
        return firstAt(target);
    }

    private long earlier(long from, long amount, Pauses pauses) {
        long end = at(from);
        long target = end + amount;
        for (int i = pauses.size() - 1; i >= 0; i--) {
            if (pauses.from(i) > from) {
                continue;
            }
            long resumed = Math.min(before(pauses.to(i)), end);
            if (target > resumed) {
                break;
            }
            if (pauses.from(i) == Long.MIN_VALUE) {
                return Long.MIN_VALUE;
            }
            target -= Math.max(0, resumed - before(pauses.from(i)));
        }
        return firstAt(target);
    }
}
