package norma.benchmarks;

/** What a KPI adds up: one figure of a deal, in the words of definitions and of SQL. */
enum Quantity {
    AMOUNT("amount", "amount", true),
    EXPECTED("amount", "round(amount * probability)", true),
    PROBABILITY("probability", "probability", false),
    CYCLE("days(created_at, closed_at)", "CAST(closed_at - created_at AS float8) / CAST(86400000 AS float8)", false),
    CLIENT("client", "client", false);

    private final String expression;
    private final String sql;
    private final boolean money;

    Quantity(String expression, String sql, boolean money) {
        this.expression = expression;
        this.sql = sql;
        this.money = money;
    }

    String expression() {
        return expression;
    }

    /** Of a deal; of no use for {@link #CLIENT}, which is no number. */
    double value(DealRow deal) {
        return switch (this) {
            case AMOUNT -> deal.amount();
            case EXPECTED -> Math.rint(deal.amount() * deal.probability());
            case PROBABILITY -> deal.probability();
            case CYCLE -> (deal.closedAt() - deal.createdAt()) / (double) Firm.DAY;
            case CLIENT -> throw new IllegalArgumentException("a client is no number");
        };
    }

    String sql() {
        return sql;
    }

    /** Whether it is money, which Norma rounds to whole ten-thousandths; here the unit is one of them. */
    boolean isMoney() {
        return money;
    }
}
