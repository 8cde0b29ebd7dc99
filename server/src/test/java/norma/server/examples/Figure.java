package norma.server.examples;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/** One reading as text, from either side. A null value is undefined; the other nulls are "not stated". */
record Figure(
        String kpi,
        String scope,
        String period,
        @Nullable String value,
        @Nullable String unit,
        @Nullable String numerator,
        @Nullable String denominator,
        @Nullable String cases) {

    private static final BigDecimal TOLERANCE = new BigDecimal("1e-9");

    String key() {
        return kpi + " [" + scope + "] " + period;
    }

    /** Whether this figure says what the reference says: money, counts and classes to the last digit. */
    boolean agreesWith(Figure reference) {
        return same(value, reference.value, isExact())
                && agrees(numerator, reference.numerator, isExact())
                && agrees(denominator, reference.denominator, isExact())
                && agrees(cases, reference.cases, true);
    }

    private boolean isExact() {
        return "money".equals(unit) || "count".equals(unit) || "class".equals(unit);
    }

    private static boolean agrees(@Nullable String measured, @Nullable String stated, boolean exact) {
        return stated == null || same(measured, stated, exact);
    }

    private static boolean same(@Nullable String measured, @Nullable String stated, boolean exact) {
        if (measured == null || stated == null) return measured == stated;
        if (!isNumber(stated) || !isNumber(measured)) return measured.equals(stated);
        BigDecimal difference =
                new BigDecimal(measured).subtract(new BigDecimal(stated)).abs();
        BigDecimal allowed =
                exact ? BigDecimal.ZERO : new BigDecimal(stated).abs().multiply(TOLERANCE, MathContext.DECIMAL64);
        return difference.compareTo(allowed) <= 0;
    }

    private static boolean isNumber(String text) {
        return text.matches("-?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?");
    }
}
