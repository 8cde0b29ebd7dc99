package norma.calendar;

/**
 * A half-open span of time.
 *
 * @param from its first moment, epoch milliseconds; {@link Long#MIN_VALUE} when it has no beginning
 * @param to the first moment after it, epoch milliseconds; {@link Long#MAX_VALUE} when it has no end
 */
public record Interval(long from, long to) {

    boolean isEmpty() {
        return from >= to;
    }
}
