package norma.benchmarks;

import java.util.Set;
import java.util.function.Predicate;

/** Which deals a KPI counts: in the words of definitions, of SQL (and so of DRL) and of Java. */
enum Cases {
    ALL("", "TRUE", deal -> true),
    NEW("kind = 'new'", "kind = 'new'", deal -> deal.kind().equals("new")),
    LARGE("amount > 100_000", "amount > 1000000000", deal -> deal.amount() > 1_000_000_000L),
    DIRECT("channel in ('web', 'call')", "channel IN ('web', 'call')", deal -> Set.of("web", "call")
            .contains(deal.channel())),
    OPEN("status = open", "status = 'open'", DealRow::isOpen),
    WON("status = won", "status = 'won'", deal -> deal.status().equals("won")),
    LOST("status = lost", "status = 'lost'", deal -> deal.status().equals("lost")),
    CLOSED("status in (won, lost)", "status IN ('won', 'lost')", deal -> !deal.isOpen()),
    CLOSED_NEW(
            "status in (won, lost) and kind = 'new'",
            "status IN ('won', 'lost') AND kind = 'new'",
            CLOSED.holds.and(NEW.holds)),
    CLOSED_LARGE(
            "status in (won, lost) and amount > 100_000",
            "status IN ('won', 'lost') AND amount > 1000000000",
            CLOSED.holds.and(LARGE.holds)),
    CLOSED_DIRECT(
            "status in (won, lost) and channel in ('web', 'call')",
            "status IN ('won', 'lost') AND channel IN ('web', 'call')",
            CLOSED.holds.and(DIRECT.holds)),
    WON_NEW("status = won and kind = 'new'", "status = 'won' AND kind = 'new'", WON.holds.and(NEW.holds));

    private final String expression;
    private final String sql;
    private final Predicate<DealRow> holds;

    Cases(String expression, String sql, Predicate<DealRow> holds) {
        this.expression = expression;
        this.sql = sql;
        this.holds = holds;
    }

    /** Empty for all deals. */
    String expression() {
        return expression;
    }

    String sql() {
        return sql;
    }

    /** Constraints that follow another one; empty for all deals. */
    String drl() {
        if (this == ALL) return "";
        return ", "
                + sql.replace(" AND ", ", ")
                        .replace(" = ", " == ")
                        .replace(" IN ", " in ")
                        .replace('\'', '"');
    }

    boolean holds(DealRow deal) {
        return holds.test(deal);
    }
}
