package norma.benchmarks;

import java.util.Set;
import java.util.function.Predicate;

/** Which deals a norm is for, beside being open: in the words of definitions, of SQL and of Java (and so of DRL). */
enum Condition {
    ALL("", "", "", deal -> true),
    LARGE(
            " and amount > 100_000",
            " and amount > 1000000000",
            ", amount > 1000000000L",
            deal -> deal.amount() > 1_000_000_000L),
    NEW(" and kind = 'new'", " and kind = 'new'", ", kind == \"new\"", deal -> deal.kind()
            .equals("new")),
    DIRECT(
            " and channel in ('web', 'call')",
            " and channel in ('web', 'call')",
            ", channel in (\"web\", \"call\")",
            deal -> deal.channel().equals("web") || deal.channel().equals("call")),
    LATE(
            " and stage in (negotiation, contract, delivery)",
            " and stage in ('negotiation', 'contract', 'delivery')",
            ", stage in (\"negotiation\", \"contract\", \"delivery\")",
            deal -> LateStages.ALL.contains(deal.stage()));

    private static final class LateStages {
        static final Set<String> ALL = Set.of("negotiation", "contract", "delivery");
    }

    private final String expression;
    private final String sql;
    private final String drl;
    private final Predicate<DealRow> holds;

    Condition(String expression, String sql, String drl, Predicate<DealRow> holds) {
        this.expression = expression;
        this.sql = sql;
        this.drl = drl;
        this.holds = holds;
    }

    String expression() {
        return "status = open" + expression;
    }

    String sql() {
        return "status = 'open'" + sql;
    }

    String drl() {
        return "status == \"open\"" + drl;
    }

    boolean holds(DealRow deal) {
        return deal.isOpen() && holds.test(deal);
    }
}
