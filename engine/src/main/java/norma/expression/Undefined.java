package norma.expression;

/** How a missing value looks where values are primitives; a missing text is {@code null}. */
public final class Undefined {

    /** Missing money or a missing time. */
    public static final long LONG = Long.MIN_VALUE;

    /** A missing number; ask with {@link #is(double)}, since it equals nothing. */
    public static final double DOUBLE = Double.NaN;

    private Undefined() {}

    public static boolean is(long value) {
        return value == LONG;
    }

    public static boolean is(double value) {
        return Double.isNaN(value);
    }
}
