package norma.measure;

import java.math.BigInteger;

/** A whole number of 128 bits that is added to and taken from without loss. */
final class ExactSum {

    /** To be read only. */
    static final ExactSum ZERO = new ExactSum();

    private static final double TWO_TO_64 = 0x1p64;

    private long high;
    private long low;

    /** The sum that lies among numbers: its lower half, then its upper one. */
    static ExactSum at(long[] numbers, int place) {
        ExactSum sum = new ExactSum();
        sum.low = numbers[place];
        sum.high = numbers[place + 1];
        return sum;
    }

    /**
     * Adds this to a sum that lies among numbers.
     *
     * @param sign 1 to add, -1 to take away
     */
    void addTo(long[] numbers, int place, int sign) {
        if (sign > 0) {
            add(numbers, place, low, high);
        } else {
            long before = numbers[place];
            numbers[place] = before - low;
            numbers[place + 1] -= high + (Long.compareUnsigned(before, low) < 0 ? 1 : 0);
        }
    }

    /** Adds a number, of which these are the halves, to a sum that lies among numbers. */
    static void add(long[] numbers, int place, long low, long high) {
        long after = numbers[place] + low;
        numbers[place] = after;
        numbers[place + 1] += high + (Long.compareUnsigned(after, low) < 0 ? 1 : 0);
    }

    void set(long value) {
        low = value;
        high = value >> 63;
    }

    void set(ExactSum other) {
        low = other.low;
        high = other.high;
    }

    boolean isSame(ExactSum other) {
        return low == other.low && high == other.high;
    }

    /**
     * @param whole without a fraction, and below 2^126
     */
    void setWhole(double whole) {
        if (Math.abs(whole) < 0x1p63) {
            set((long) whole);
            return;
        }
        high = (long) Math.floor(whole / TWO_TO_64);
        double rest = whole - high * TWO_TO_64;
        low = rest < 0x1p63 ? (long) rest : (long) (rest - 0x1p63) ^ Long.MIN_VALUE;
    }

    /**
     * @param sign 1 to add, -1 to take away
     */
    void add(ExactSum other, int sign) {
        long before = low;
        if (sign > 0) {
            low += other.low;
            high += other.high + (Long.compareUnsigned(low, before) < 0 ? 1 : 0);
        } else {
            low -= other.low;
            high -= other.high + (Long.compareUnsigned(before, other.low) < 0 ? 1 : 0);
        }
    }

    boolean isZero() {
        return low == 0 && high == 0;
    }

    /** Whether it is a {@code long} too. */
    boolean fits() {
        return high == low >> 63;
    }

    /** The lower 64 bits: the number itself when it {@link #fits}. */
    long low() {
        return low;
    }

    /** The upper 64 bits. */
    long high() {
        return high;
    }

    double toDouble() {
        return fits() ? (double) low : toBigInteger().doubleValue();
    }

    BigInteger toBigInteger() {
        if (fits()) return BigInteger.valueOf(low);
        BigInteger unsigned = BigInteger.valueOf(low >>> 1).shiftLeft(1).add(BigInteger.valueOf(low & 1));
        return BigInteger.valueOf(high).shiftLeft(64).add(unsigned);
    }
}
