package norma.benchmarks;

/** Which deals a KPI counts: in the words of definitions, of SQL and of DRL. */
enum Cases {
    ALL("", "TRUE", ""),
    NEW("kind = 'new'", "kind = 'new'", "kind == \"new\""),
    LARGE("amount > 100_000", "amount > 1000000000", "amount > 1000000000L"),
    DIRECT("channel in ('web', 'call')", "channel IN ('web', 'call')", "channel in (\"web\", \"call\")"),
    OPEN("status = open", "status = 'open'", "status == \"open\""),
    WON("status = won", "status = 'won'", "status == \"won\""),
    LOST("status = lost", "status = 'lost'", "status == \"lost\""),
    CLOSED("status in (won, lost)", "status IN ('won', 'lost')", "status in (\"won\", \"lost\")"),
    CLOSED_NEW(
            "status in (won, lost) and kind = 'new'",
            "status IN ('won', 'lost') AND kind = 'new'",
            "status in (\"won\", \"lost\"), kind == \"new\""),
    CLOSED_LARGE(
            "status in (won, lost) and amount > 100_000",
            "status IN ('won', 'lost') AND amount > 1000000000",
            "status in (\"won\", \"lost\"), amount > 1000000000L"),
    CLOSED_DIRECT(
            "status in (won, lost) and channel in ('web', 'call')",
            "status IN ('won', 'lost') AND channel IN ('web', 'call')",
            "status in (\"won\", \"lost\"), channel in (\"web\", \"call\")"),
    WON_NEW("status = won and kind = 'new'", "status = 'won' AND kind = 'new'", "status == \"won\", kind == \"new\"");

    private final String expression;
    private final String sql;
    private final String drl;

    Cases(String expression, String sql, String drl) {
        this.expression = expression;
        this.sql = sql;
        this.drl = drl;
    }

    /** Empty for all deals. */
    String expression() {
        return expression;
    }

    String sql() {
        return sql;
    }

    /** Constraints of a pattern; empty for all deals. */
    String drl() {
        return drl;
    }
}
