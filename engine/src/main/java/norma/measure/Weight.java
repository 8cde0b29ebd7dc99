package norma.measure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** A factor as the shortest decimal that is read as it, by which amounts are multiplied exactly and rounded half to even. */
final class Weight {

    private static final int MOST_PLACES = 18;

    private final double factor;
    private final BigDecimal decimal;
    private final long digits;
    private final long unit;

    /** @param factor finite */
    Weight(double factor) {
        this.factor = factor;
        decimal = BigDecimal.valueOf(factor);
        boolean fits = decimal.scale() >= 0
                && decimal.scale() <= MOST_PLACES
                && decimal.unscaledValue().bitLength() < Long.SIZE;
        digits = fits ? decimal.unscaledValue().longValueExact() : 0;
        unit = fits ? BigDecimal.TEN.pow(decimal.scale()).longValueExact() : 0;
    }

    /**
     * @throws ArithmeticException when the product does not fit
     */
    long of(long amount) {
        long product = amount * digits;
        boolean fits = unit > 0 && Math.multiplyHigh(amount, digits) == product >> 63;
        if (fits) return rounded(product);
        return BigDecimal.valueOf(amount)
                .multiply(decimal)
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }

    private long rounded(long product) {
        long whole = product / unit;
        long rest = Math.abs(product % unit);
        long other = unit - rest;
        boolean up = rest > other || rest == other && (whole & 1) != 0;
        return up ? whole + Long.signum(product) : whole;
    }

    /** Weights that were met lately: most firms have few, such as the probability of each stage. Any thread may ask. */
    static final class Lately {

        private final @Nullable Weight[] met = new Weight[256];

        Weight of(double factor) {
            long bits = Double.doubleToRawLongBits(factor);
            int place = (int) ((bits * 0x9E3779B97F4A7C15L) >>> 56);
            Weight known = met[place];
            if (known == null || Double.doubleToRawLongBits(known.factor) != bits)
                met[place] = known = new Weight(factor);
            return known;
        }
    }
}
