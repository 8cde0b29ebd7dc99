package norma.measure;

import norma.expression.Undefined;

/**
 * The product-limit estimate of survival: E. L. Kaplan and P. Meier, “Nonparametric Estimation from Incomplete Observations”,
 * Journal of the American Statistical Association 53 (1958), 457-481.
 */
final class KaplanMeier {

    /** Products of fractions are not exact: a curve this near to its mark has reached it. */
    private static final double TOLERANCE = 1e-12;

    private KaplanMeier() {}

    /**
     * The smallest time t with S(t) at or below 1 - q, events at a time coming before censoring at the same time; NaN when
     * the curve does not fall that low.
     *
     * @param events durations of cases that ended, as keys of {@link OrderedValue}
     * @param censored durations so far of cases that run, as keys
     */
    static double quantile(CountedLongs events, CountedLongs censored, double q) {
        Curve curve = new Curve(events.total() + censored.total(), 1 - q + TOLERANCE);
        long[][] lost = {new long[censored.distinct()], new long[censored.distinct()]};
        int[] filled = {0};
        censored.forEach((time, count) -> {
            lost[0][filled[0]] = time;
            lost[1][filled[0]++] = count;
        });
        int[] next = {0};
        events.forEach((time, count) -> {
            while (next[0] < lost[0].length && lost[0][next[0]] < time) curve.lose(lost[1][next[0]++]);
            curve.end(time, count);
        });
        return curve.reached;
    }

    /** Between two losses the product is one fraction: left by at risk. */
    private static final class Curve {

        private final double mark;
        private double before = 1;
        private long atRisk;
        private long left;
        private double reached = Undefined.DOUBLE;

        Curve(long cases, double mark) {
            this.mark = mark;
            this.atRisk = cases;
            this.left = cases;
        }

        void lose(long count) {
            if (left < atRisk) before *= (double) left / atRisk;
            left -= count;
            atRisk = left;
        }

        void end(long time, long count) {
            left -= count;
            if (Undefined.is(reached) && before * left / atRisk <= mark) reached = OrderedValue.number(time);
        }
    }
}
