package norma.server.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The same figures by {@code reference.sql} of the example, computed by DuckDB over the raw files. */
final class Reference {

    private Reference() {}

    /** Runs the script with its variables (values as SQL) and reads its two tables. */
    static Outcome compute(Path script, Map<String, String> variables) {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            for (Map.Entry<String, String> variable : variables.entrySet()) {
                statement.execute("SET VARIABLE " + variable.getKey() + " = " + variable.getValue());
            }
            for (String command : commands(script)) statement.execute(command);
            return new Outcome(figures(statement), findings(statement));
        } catch (SQLException | IOException e) {
            throw new AssertionError(script + ": " + e.getMessage(), e);
        }
    }

    private static List<String> commands(Path script) throws IOException {
        String text = Files.readString(script).replaceAll("(?m)--.*$", "");
        return List.of(text.split(";\\s*(\\R|$)")).stream()
                .filter(command -> !command.isBlank())
                .toList();
    }

    private static List<Figure> figures(Statement statement) throws SQLException {
        List<Figure> figures = new ArrayList<>();
        try (ResultSet row = statement.executeQuery("SELECT * FROM readings")) {
            while (row.next()) {
                figures.add(new Figure(
                        row.getString("kpi"),
                        row.getString("scope"),
                        row.getString("period"),
                        row.getString("value"),
                        null,
                        row.getString("numerator"),
                        row.getString("denominator"),
                        row.getString("cases")));
            }
        }
        return figures;
    }

    private static Set<Finding> findings(Statement statement) throws SQLException {
        Set<Finding> findings = new LinkedHashSet<>();
        try (ResultSet row = statement.executeQuery("SELECT * FROM deviations")) {
            while (row.next()) {
                findings.add(new Finding(row.getString("rule"), row.getString("subject"), row.getString("severity")));
            }
        }
        return findings;
    }
}
