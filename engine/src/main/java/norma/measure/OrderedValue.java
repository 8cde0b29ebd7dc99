package norma.measure;

import java.util.List;
import norma.expression.Expression;
import norma.expression.Scene;
import norma.expression.Undefined;

/** A number, an amount or a time as a {@code long} that orders as the value does. */
record OrderedValue(Expression expression) {

    private static final long ALL_BUT_SIGN = Long.MAX_VALUE;

    /** {@link Undefined#LONG} when undefined. */
    long key(Object fact, Scene scene) {
        return isWhole() ? expression.whole(fact, scene) : key(expression.number(fact, scene));
    }

    /** What a KPI that keeps the keys of all cases reads. */
    Object reads() {
        return List.of("values", expression.meaning());
    }

    /** The key of a number; undefined for NaN. */
    static long key(double number) {
        if (Double.isNaN(number)) return Undefined.LONG;
        long bits = Double.doubleToRawLongBits(number + 0.0); // one zero only
        return bits ^ ((bits >> 63) & ALL_BUT_SIGN);
    }

    static double number(long key) {
        return Double.longBitsToDouble(key ^ ((key >> 63) & ALL_BUT_SIGN));
    }

    Object boxed(long key) {
        return isWhole() ? (Object) key : (Object) number(key);
    }

    boolean isWhole() {
        return expression.type().whole();
    }
}
