package norma.benchmarks;

import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToLongFunction;
import norma.expression.Undefined;

/** What norms are about: one figure of a deal, in every contender's own words. */
enum Metric {
    STAGE_AGE("stage_entered_at", DealRow::stageEnteredAt, false, tail(12, 1)),
    AGE("created_at", DealRow::createdAt, false, tail(60, 1)),
    STEP_OVERDUE("next_step_at", DealRow::nextStepAt, false, tail(3, 0.14)),
    STEP_AHEAD("next_step_at", DealRow::nextStepAt, true, tail(5, 0.8)),
    CLOSE_OVERDUE("expected_close_at", DealRow::expectedCloseAt, false, tail(6, 0.2)),
    CLOSE_AHEAD("expected_close_at", DealRow::expectedCloseAt, true, tail(40, 0.8)),
    AMOUNT("amount", DealRow::amount, false, share -> Math.rint(Math.exp(11.5 + 1.3 * normal(share)))),
    PROBABILITY("probability", row -> 0, false, share -> Math.max(1, Math.rint(20 - 10 * normal(share))));

    private final String column;
    private final ToLongFunction<DealRow> field;
    private final boolean ahead;
    private final DoubleUnaryOperator limitOfShare;

    /** @param ahead whether the time lies ahead, so that the days count from now to it */
    Metric(String column, ToLongFunction<DealRow> field, boolean ahead, DoubleUnaryOperator limitOfShare) {
        this.column = column;
        this.field = field;
        this.ahead = ahead;
        this.limitOfShare = limitOfShare;
    }

    /** The id of the KPI. */
    String id() {
        return "deal_" + name().toLowerCase(Locale.ROOT);
    }

    boolean isTime() {
        return this != AMOUNT && this != PROBABILITY;
    }

    /** Whether it is bad to be below the limit. */
    boolean isBelow() {
        return this == PROBABILITY;
    }

    String column() {
        return column;
    }

    boolean isAhead() {
        return ahead;
    }

    /** Such that about this share of the firm's open deals is beyond it; in days, units of the currency or per cents. */
    double limit(double share) {
        return limitOfShare.applyAsDouble(share);
    }

    /** As definitions write it. */
    String expression() {
        if (!isTime()) return column;
        return ahead ? "days(now, " + column + ")" : "days(" + column + ", now)";
    }

    /** The limit as definitions write it. */
    String written(double limit) {
        return switch (this) {
            case AMOUNT -> Long.toString((long) limit);
            case PROBABILITY -> (long) limit + "%";
            default -> Double.toString(limit);
        };
    }

    /** The limit in the unit of {@link #value}. */
    double scaled(double limit) {
        return switch (this) {
            case AMOUNT -> limit * 10_000;
            case PROBABILITY -> limit / 100;
            default -> limit;
        };
    }

    /** In days, ten-thousandths of the currency's unit, or as a fraction; not a number when undefined. */
    double value(DealRow deal, long now) {
        if (this == PROBABILITY) return deal.probability();
        long raw = field.applyAsLong(deal);
        if (Undefined.is(raw)) return Double.NaN;
        if (this == AMOUNT) return raw;
        return (ahead ? raw - now : now - raw) / (double) Firm.DAY;
    }

    private static DoubleUnaryOperator tail(double mean, double share) {
        return p -> Math.max(0.5, Math.rint(mean * Math.log(share / p) * 2) / 2);
    }

    /** What a share of normally distributed values is above, by the approximation of Abramowitz and Stegun, 26.2.22. */
    private static double normal(double share) {
        double t = Math.sqrt(-2 * Math.log(share));
        return t - (2.30753 + 0.27061 * t) / (1 + 0.99229 * t + 0.04481 * t * t);
    }
}
