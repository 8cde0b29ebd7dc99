package norma.benchmarks;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import norma.benchmarks.Indicator.Time;

/**
 * KPI as SQL: one query for each time that places deals in months, with a column for each KPI and a grouping set for each
 * dimension, so that the deals are read once.
 */
final class MeasureSql implements Measuring {

    private static final long MOSCOW = 3 * 3_600_000;

    private final Connection connection;
    private final Dialect dialect;
    private final Map<Time, List<Indicator>> byTime;

    /** What the databases say differently. */
    enum Dialect {
        DUCKDB("year(epoch_ms(%1$s)) * 12 + month(epoch_ms(%1$s)) - 1", "quantile_cont(%s, 0.5)"),
        POSTGRESQL(
                "CAST(extract(year FROM date_at) * 12 + extract(month FROM date_at) AS int) - 1",
                "percentile_cont(0.5) WITHIN GROUP (ORDER BY %s)");

        private final String month;
        private final String median;

        Dialect(String month, String median) {
            this.month = month;
            this.median = median;
        }

        private String placed(String time) {
            String local = time + " + " + MOSCOW;
            String from = this == DUCKDB
                    ? "deals"
                    : "(SELECT *, to_timestamp((" + local + ") / 1000) AT TIME ZONE 'UTC' AS date_at FROM deals) AS d";
            return "SELECT *, " + month.formatted(local) + " AS month FROM " + from + " WHERE " + time + " <= "
                    + Firm.NOW;
        }
    }

    MeasureSql(Connection connection, Dialect dialect, List<Indicator> indicators) {
        this.connection = connection;
        this.dialect = dialect;
        this.byTime = indicators.stream().collect(Collectors.groupingBy(Indicator::at));
    }

    private String query(Time time, List<Indicator> indicators) {
        String sets = Indicator.DIMENSIONS.stream()
                .map(dimension -> "(" + dimension + ", month)")
                .collect(Collectors.joining(", "));
        return "SELECT " + String.join(", ", Indicator.DIMENSIONS) + ", month,\n"
                + indicators.stream().map(this::column).collect(Collectors.joining(",\n"))
                + "\nFROM (" + dialect.placed(time.column()) + ") AS placed\nGROUP BY GROUPING SETS (" + sets + ")";
    }

    /** Null where no deal counts. */
    private String column(Indicator indicator) {
        String value = indicator.quantity().sql();
        String aggregate =
                switch (indicator.kind()) {
                    case COUNT -> "count(*)";
                    case SUM -> "sum(" + value + ")";
                    case MEAN -> "avg(" + value + ")";
                    case MEDIAN -> dialect.median.formatted(value);
                    case MIN -> "min(" + value + ")";
                    case MAX -> "max(" + value + ")";
                    case DISTINCT -> "count(DISTINCT " + value + ")";
                    case SHARE -> "avg(CASE WHEN " + indicator.part().sql() + " THEN 1.0::float8 ELSE 0 END)";
                };
        String filtered = indicator.cases() == Cases.ALL
                ? aggregate
                : aggregate + " FILTER (WHERE " + indicator.cases().sql() + ")";
        return "CAST(" + filtered + " AS float8)";
    }

    /** @param values one for each KPI; not a number where there is none */
    private record Row(String dimension, String of, int month, double[] values) {}

    @Override
    public Answer measure() throws SQLException {
        Map<Time, List<Row>> rows = new HashMap<>();
        for (var of : byTime.entrySet()) rows.put(of.getKey(), rows(of.getKey(), of.getValue()));
        return () -> figures(rows);
    }

    private List<Row> rows(Time time, List<Indicator> indicators) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (var statement = connection.prepareStatement(query(time, indicators));
                ResultSet result = statement.executeQuery()) {
            while (result.next()) rows.add(row(result, indicators.size()));
        }
        return rows;
    }

    private static Row row(ResultSet result, int columns) throws SQLException {
        int dimension = 0;
        String of = result.getString(1);
        while (of == null) of = result.getString(++dimension + 1);
        int month = result.getInt(Indicator.DIMENSIONS.size() + 1);
        double[] values = new double[columns];
        for (int i = 0; i < columns; i++) {
            double value = result.getDouble(Indicator.DIMENSIONS.size() + 2 + i);
            values[i] = result.wasNull() ? Double.NaN : value;
        }
        return new Row(Indicator.DIMENSIONS.get(dimension), of, month, values);
    }

    private Map<Figure, Double> figures(Map<Time, List<Row>> byRows) {
        Map<Figure, Double> figures = new HashMap<>();
        byTime.forEach((time, indicators) -> {
            for (Row row : byRows.getOrDefault(time, List.of()))
                for (int i = 0; i < indicators.size(); i++) {
                    Indicator indicator = indicators.get(i);
                    double value = row.values[i];
                    boolean counted =
                            indicator.kind() == Indicator.Kind.COUNT || indicator.kind() == Indicator.Kind.DISTINCT;
                    if (Double.isNaN(value) || (counted && value == 0)) continue;
                    figures.put(new Figure(indicator.id(), row.dimension, row.of, row.month), value);
                }
        });
        return figures;
    }
}
