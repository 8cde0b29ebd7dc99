package norma.measure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import norma.expression.Scene;
import norma.expression.Undefined;
import norma.fact.Fact;
import norma.standard.Method;

/** A quantile by linear interpolation; of money rounded half to even to 1/10000. */
final class QuantileOf implements KeepsValues {

    private final OrderedValue value;
    private final double q;

    QuantileOf(Method.Quantile method) {
        this.value = new OrderedValue(method.value());
        this.q = method.q();
    }

    @Override
    public boolean read(Fact fact, Scene scene, Case into) {
        into.key = value.key(fact, scene);
        into.leftOut = Undefined.is(into.key);
        return true;
    }

    @Override
    public boolean read(Chosen some, Scene scene, Cases into) {
        value.read(some, scene, into);
        return true;
    }

    @Override
    public Object reads() {
        return value.reads();
    }

    @Override
    public Measured measured(Cell cell, long now) {
        if (cell.cases() == 0) return Measured.undefined(Reasons.nothing(cell), 0, cell.leftOut());
        CountedLongs values = CountedLongs.of(cell.tally());
        double position = (values.total() - 1) * q;
        long[] beside = values.at((long) Math.floor(position), (long) Math.ceil(position));
        double part = position - Math.floor(position);
        Object quantile = value.isWhole()
                ? (Object) between(beside[0], beside[1], part)
                : (Object) between(OrderedValue.number(beside[0]), OrderedValue.number(beside[1]), part);
        return Measured.of(quantile, cell.cases(), cell.leftOut());
    }

    private static long between(long below, long above, double part) {
        BigDecimal gap = BigDecimal.valueOf(above).subtract(BigDecimal.valueOf(below));
        return gap.multiply(BigDecimal.valueOf(part))
                .add(BigDecimal.valueOf(below))
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }

    private static double between(double below, double above, double part) {
        return part == 0 ? below : below + (above - below) * part;
    }
}
