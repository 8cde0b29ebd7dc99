package norma.benchmarks;

/** Which deals a KPI counts: in the words of definitions and of SQL. */
enum Cases {
    ALL("", "TRUE"),
    NEW("kind = 'new'", "kind = 'new'"),
    LARGE("amount > 100_000", "amount > 1000000000"),
    DIRECT("channel in ('web', 'call')", "channel IN ('web', 'call')"),
    OPEN("status = open", "status = 'open'"),
    WON("status = won", "status = 'won'"),
    LOST("status = lost", "status = 'lost'"),
    CLOSED("status in (won, lost)", "status IN ('won', 'lost')"),
    CLOSED_NEW("status in (won, lost) and kind = 'new'", "status IN ('won', 'lost') AND kind = 'new'"),
    CLOSED_LARGE("status in (won, lost) and amount > 100_000", "status IN ('won', 'lost') AND amount > 1000000000"),
    CLOSED_DIRECT(
            "status in (won, lost) and channel in ('web', 'call')",
            "status IN ('won', 'lost') AND channel IN ('web', 'call')"),
    WON_NEW("status = won and kind = 'new'", "status = 'won' AND kind = 'new'");

    private final String expression;
    private final String sql;

    Cases(String expression, String sql) {
        this.expression = expression;
        this.sql = sql;
    }

    /** Empty for all deals. */
    String expression() {
        return expression;
    }

    String sql() {
        return sql;
    }
}
