package norma.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import norma.benchmarks.Standard.Limits;
import norma.benchmarks.Standard.Row;
import norma.benchmarks.Standard.Rule;

/**
 * The standard as SQL over a table {@code deals}: one query for each norm, all of them in one statement. Times are columns of
 * epoch milliseconds and amounts whole ten-thousandths, which both databases compare faster than their own types.
 */
final class Sql {

    static final String COLUMNS = """
            id %1$s, client %1$s, segment %2$s, owner %1$s, team %1$s, stage %3$s, status %4$s, amount bigint,
            probability float8, kind %5$s, channel %6$s, created_at bigint, stage_entered_at bigint,
            expected_close_at bigint, closed_at bigint, next_step_at bigint""";

    private Sql() {}

    static String judge(Standard standard, long now) {
        return standard.rules().stream().map(rule -> judge(rule, now)).collect(Collectors.joining("\nUNION ALL\n"));
    }

    private static String judge(Rule rule, long now) {
        String than = rule.metric().isBelow() ? "<" : ">";
        return """
                SELECT id, '%1$s', v %2$s critical, v, CASE WHEN v %2$s critical THEN critical ELSE warn END FROM (
                  SELECT id, %3$s AS v, %4$s AS warn, %5$s AS critical FROM deals WHERE %6$s AND %7$s) AS one
                WHERE v %2$s warn""".formatted(
                        rule.id(),
                        than,
                        value(rule.metric(), now),
                        limit(rule, Limits::warn),
                        limit(rule, Limits::critical),
                        rule.condition().sql(),
                        beyondMildest(rule, now));
    }

    private static String value(Metric metric, long now) {
        if (!metric.isTime()) return "CAST(" + metric.column() + " AS float8)";
        String millis = metric.isAhead() ? metric.column() + " - " + now : now + " - " + metric.column();
        return "CAST(" + millis + " AS float8) / CAST(86400000 AS float8)";
    }

    /** What no row of the norm lets pass; a database can look for it in a column or an index by itself. */
    private static String beyondMildest(Rule rule, long now) {
        double limit = rule.metric().scaled(rule.mildest());
        return switch (rule.metric()) {
            case AMOUNT -> "amount > " + (long) limit;
            case PROBABILITY -> "probability < " + limit;
            default -> {
                long days = (long) (limit * Firm.DAY);
                yield rule.metric().isAhead()
                        ? rule.metric().column() + " > " + (now + days)
                        : rule.metric().column() + " < " + (now - days);
            }
        };
    }

    private static String limit(Rule rule, ToDoubleFunction<Limits> which) {
        StringBuilder out = new StringBuilder("CASE");
        for (Row row : rule.rows()) {
            out.append(" WHEN stage = '").append(row.stage()).append("'");
            if (row.segment() != null)
                out.append(" AND segment = '").append(row.segment()).append("'");
            out.append(" THEN ").append(number(rule, which.applyAsDouble(row.limits())));
        }
        return out + " ELSE " + number(rule, which.applyAsDouble(rule.byDefault())) + " END";
    }

    private static String number(Rule rule, double limit) {
        return String.format(
                Locale.ROOT,
                "CAST(%s AS float8)",
                java.math.BigDecimal.valueOf(rule.metric().scaled(limit)).toPlainString());
    }

    static List<Finding> findings(PreparedStatement query) throws SQLException {
        List<Finding> found = new ArrayList<>();
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next())
                found.add(new Finding(
                        rows.getString(1),
                        rows.getString(2),
                        rows.getBoolean(3),
                        rows.getDouble(4),
                        rows.getDouble(5)));
        }
        return found;
    }

    static void run(Connection connection, String... statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (String each : statements) statement.execute(each);
        }
    }
}
