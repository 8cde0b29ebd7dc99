package norma.expression;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Arithmetic of money in 1/10000 of the currency unit: exact, rounded half to even, never wrapping round. */
final class MoneyMath {

    static final int SCALE = 4;
    static final long UNIT = 10_000;

    /** Up to here every whole number is exact as a double. */
    private static final long EXACT = 1L << 53;

    private static final double LIMIT = 0x1p63;

    private MoneyMath() {}

    /** @param amount in currency units, with at most four decimals */
    static long of(BigDecimal amount) {
        return amount.movePointRight(SCALE).longValueExact();
    }

    static long plus(long a, long b) {
        if (Undefined.is(a) || Undefined.is(b)) return Undefined.LONG;
        long sum = a + b;
        if (((a ^ sum) & (b ^ sum)) < 0 || Undefined.is(sum)) throw OutOfRange.money();
        return sum;
    }

    static long minus(long a, long b) {
        return Undefined.is(b) ? Undefined.LONG : plus(a, -b);
    }

    static long times(long a, double factor) {
        if (Undefined.is(a) || Undefined.is(factor)) return Undefined.LONG;
        if (Math.abs(a) <= EXACT) return rounded(a * factor);
        if (Double.isInfinite(factor)) throw OutOfRange.money();
        return rounded(BigDecimal.valueOf(a).multiply(new BigDecimal(factor)));
    }

    static long by(long a, double divisor) {
        if (Undefined.is(a) || Undefined.is(divisor) || divisor == 0) return Undefined.LONG;
        return rounded(a / divisor);
    }

    /** By a decimal that was written in the expression, {@code unscaled / power}: exact before it is rounded. */
    static long times(long a, long unscaled, long power) {
        if (Undefined.is(a)) return Undefined.LONG;
        long low = a * unscaled;
        boolean fits = Math.multiplyHigh(a, unscaled) == (low >> 63);
        if (!fits) {
            BigDecimal product = BigDecimal.valueOf(a).multiply(BigDecimal.valueOf(unscaled));
            return rounded(product.divide(BigDecimal.valueOf(power)));
        }
        long whole = low / power;
        long rest = Math.abs(low % power);
        boolean up = rest > power - rest || (rest == power - rest && (whole & 1) != 0);
        long result = up ? whole + Long.signum(low) : whole;
        if (Undefined.is(result)) throw OutOfRange.money();
        return result;
    }

    static double ratio(long a, long b) {
        return Undefined.is(a) || Undefined.is(b) || b == 0 ? Undefined.DOUBLE : (double) a / (double) b;
    }

    private static long rounded(double amount) {
        double result = Math.rint(amount);
        if (!(Math.abs(result) < LIMIT)) throw OutOfRange.money();
        return (long) result;
    }

    private static long rounded(BigDecimal amount) {
        BigDecimal result = amount.setScale(0, RoundingMode.HALF_EVEN);
        if (result.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) throw OutOfRange.money();
        return result.longValue();
    }
}
