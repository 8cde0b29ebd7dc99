package norma.measure;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Locale;
import norma.expression.Expression;
import norma.expression.Kind;
import norma.expression.Scene;
import norma.expression.Type;
import norma.expression.Undefined;
import norma.fact.Money;
import org.jspecify.annotations.Nullable;

/**
 * How a quantity is held as a whole number, so that adding and taking away leaves nothing behind.
 *
 * <p>Money is whole as it is. Durations are held in millionths of a second, of which a day and an hour have a whole number: a
 * millisecond is no decimal part of a day. Other numbers are rounded to a billionth, half to even: exact for decimals of nine
 * places, and near enough for anything that was measured. Numbers beyond 10^20 do not count.
 */
enum Scale {
    COUNT(1),
    MONEY(Money.UNIT),
    DAYS(86_400_000_000L),
    HOURS(3_600_000_000L),
    NUMBER(1_000_000_000);

    private static final double LARGEST = 1e20;

    private final long unit;

    Scale(long unit) {
        this.unit = unit;
    }

    static Scale of(Type type) {
        return switch (type.kind()) {
            case MONEY -> MONEY;
            case DAYS, WORKING_DAYS -> DAYS;
            case HOURS, WORKING_HOURS -> HOURS;
            default -> NUMBER;
        };
    }

    /** False when the value is undefined. */
    boolean read(Expression value, Object fact, Scene scene, ExactSum into) {
        if (this == MONEY) {
            long money = value.whole(fact, scene);
            into.set(Undefined.is(money) ? 0 : money);
            return !Undefined.is(money);
        }
        return set(value.number(fact, scene), into);
    }

    /**
     * The same of many facts at once: those whose value is undefined are left out.
     *
     * @param low the lower halves of the values
     * @param high the upper halves
     */
    void read(Expression value, Chosen some, Scene scene, Cases into, long[] low, long[] high) {
        if (this == MONEY) {
            value.wholes(some.facts, some.many, scene, low);
            for (int i = 0; i < some.many; i++) {
                if (Undefined.is(low[i])) into.leftOut[i] = true;
                high[i] = low[i] >> 63;
            }
            return;
        }
        ExactSum exact = new ExactSum();
        value.numbers(some.facts, some.many, scene, into.numbers);
        for (int i = 0; i < some.many; i++) {
            if (!set(into.numbers[i], exact)) into.leftOut[i] = true;
            low[i] = exact.low();
            high[i] = exact.high();
        }
    }

    /** False when there is no such number. */
    boolean set(double number, ExactSum into) {
        if (!(Math.abs(number) <= LARGEST)) return false;
        into.setWhole(Math.rint(number * unit));
        return true;
    }

    /** In units: an amount in the currency. */
    double inUnits(ExactSum sum) {
        return sum.toDouble() / unit;
    }

    /** Null when it is too large for money. */
    @Nullable
    Object boxed(ExactSum sum) {
        if (this != MONEY) return inUnits(sum);
        return sum.fits() && !Undefined.is(sum.low()) ? (Object) sum.low() : null;
    }

    /**
     * A quotient as a value of this type: money rounded half to even, null when it does not fit.
     *
     * @param divisor not zero
     */
    static @Nullable Object quotient(ExactSum sum, Scale scale, ExactSum divisor, Scale divisorScale, Type type) {
        if (type.kind() != Kind.MONEY) return scale.inUnits(sum) / divisorScale.inUnits(divisor);
        BigInteger money = exact(sum, divisorScale)
                .divide(exact(divisor, scale), Money.SCALE, RoundingMode.HALF_EVEN)
                .unscaledValue();
        return money.bitLength() < Long.SIZE ? (Object) money.longValue() : null;
    }

    private static BigDecimal exact(ExactSum sum, Scale times) {
        return new BigDecimal(sum.toBigInteger()).multiply(BigDecimal.valueOf(times.unit));
    }

    /** Without a fraction where there is none. */
    static String plain(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.format(Locale.ROOT, "%.4g", number);
    }
}
