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

    /** The same of many facts at once; those that have none are left out. */
    void read(Chosen some, Scene scene, Cases into) {
        into.start(some);
        if (isWhole()) {
            expression.wholes(some.facts, some.many, scene, into.keys);
        } else {
            expression.numbers(some.facts, some.many, scene, into.numbers);
            for (int i = 0; i < some.many; i++) into.keys[i] = key(into.numbers[i]);
        }
        for (int i = 0; i < some.many; i++) into.leftOut[i] = Undefined.is(into.keys[i]);
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
