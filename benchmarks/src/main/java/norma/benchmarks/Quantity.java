package norma.benchmarks;

/** What a KPI adds up: one figure of a deal, in the words of definitions, of SQL and of DRL. */
enum Quantity {
    AMOUNT("amount", "amount", "amount", true),
    EXPECTED("amount", "round(amount * probability)", "Math.rint(amount * probability)", true),
    PROBABILITY("probability", "probability", "probability", false),
    CYCLE(
            "days(created_at, closed_at)",
            "CAST(closed_at - created_at AS float8) / CAST(86400000 AS float8)",
            "((closedAt - createdAt) / 86400000.0)",
            false),
    CLIENT("client", "client", "client", false);

    private final String expression;
    private final String sql;
    private final String drl;
    private final boolean money;

    Quantity(String expression, String sql, String drl, boolean money) {
        this.expression = expression;
        this.sql = sql;
        this.drl = drl;
        this.money = money;
    }

    String expression() {
        return expression;
    }

    String sql() {
        return sql;
    }

    String drl() {
        return drl;
    }

    /** Whether it is money, which Norma rounds to whole ten-thousandths; here the unit is one of them. */
    boolean isMoney() {
        return money;
    }
}
