package norma.fact;

import java.math.BigDecimal;
import java.math.RoundingMode;
import norma.expression.Undefined;
import org.jspecify.annotations.Nullable;

/** Money as a count of ten-thousandths of the base currency's unit: exact under adding and taking away. */
public final class Money {

    public static final int SCALE = 4;
    public static final long UNIT = 10_000;

    private Money() {}

    /** Null for undefined. */
    public static @Nullable BigDecimal decimal(long money) {
        return Undefined.is(money) ? null : BigDecimal.valueOf(money, SCALE);
    }

    /**
     * @throws ArithmeticException when the amount is finer than a ten-thousandth or does not fit
     */
    public static long of(BigDecimal amount) {
        return amount.setScale(SCALE, RoundingMode.UNNECESSARY).unscaledValue().longValueExact();
    }
}
