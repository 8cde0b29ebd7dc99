package norma.server.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import norma.diagnostics.Problems;
import norma.fact.Change;
import norma.fact.Money;
import org.junit.jupiter.api.Test;

/** Exports that nobody here made, each sum held against SQL over the same file. */
class PublicExportsTest {

    private final List<Change> changes = new ArrayList<>();

    @Test
    void repeatedRowsOfAFixedWidthFileStayRepeatedSales() throws SQLException {
        Account account = read("cdnow");
        String lines = "(select line from read_csv('" + file("cdnow", "CDNOW_sample.txt")
                + "', columns = {'line': 'varchar'}, delim = '\\0', quote = '', header = false))";
        assertEquals(
                answer("select count(*) from " + lines), "" + account.facts().get("sale"));
        assertEquals(
                answer("select count(distinct split_part(trim(line), ' ', 1)) from " + lines),
                "" + account.facts().get("client"));
        assertEquals(
                answer("select sum(cast(trim(line[-7:]) as decimal(18, 4))) from " + lines),
                money("sale", "amount").toPlainString());
        assertEquals(0, account.rejected());
    }

    @Test
    void aFileWithoutAHeaderIsReadByTheNamesOfTheMapping() throws SQLException {
        Account account = read("sales-quotas");
        String quotas = "read_csv('" + file("sales-quotas", "SalesPersonQuotaHistory.csv")
                + "', delim = '\t', header = false, all_varchar = true)";
        assertEquals(
                answer("select count(*) from " + quotas), "" + account.facts().get("plan"));
        assertEquals(
                answer("select sum(cast(column3 as decimal(18, 4))) from " + quotas),
                money("plan", "amount").toPlainString());
        assertEquals(17L, account.facts().get("employee"));
        assertEquals(0, account.sources().get(1).lookups().get(0).missing());
        assertEquals(3L, account.sources().get(1).blanks().get("territory"), "three managers have no territory");
        assertEquals(0, account.rejected());
    }

    @Test
    void aDealThatClosesOnTheDayOfItsCreationIsTakenAndOneThatClosesBeforeIsNot() throws SQLException {
        Account account = read("salesforce-export");
        String closed = "select count(*) from read_csv('" + file("salesforce-export", "sf_opportunity_data.csv")
                + "', all_varchar = true) where is_closed = 'true' and ";
        long closings = changes.stream()
                .filter(change -> change.set().containsKey("closed_at"))
                .count();
        assertEquals(answer(closed + "close_date[:10] >= created_date[:10]"), "" + closings);
        assertEquals("6", answer(closed + "close_date < created_date and close_date[:10] = created_date[:10]"));
        assertEquals(answer(closed + "close_date[:10] < created_date[:10]"), "" + account.rejected());
        Rejection late = account.sources().get(1).rejections().get(0);
        assertEquals(
                "sf_opportunity_data.csv:6 close_date OUT_OF_ORDER",
                late.file() + ":" + late.line() + " " + late.column() + " " + late.code());
    }

    private Account read(String name) {
        Path mapping = Project.root().resolve("server/src/test/resources/exports/" + name + ".yaml");
        Problems problems = new Problems();
        Optional<Intake> intake = Told.mapping(mapping, Terms.open(), problems)
                .flatMap(found -> Intake.bind(Project.data(name), found, problems));
        assertEquals(List.of(), problems.all());
        return intake.orElseThrow().read(changes::add, rejection -> {});
    }

    private BigDecimal money(String type, String field) {
        long sum = changes.stream()
                .filter(change -> change.type().name().equals(type))
                .mapToLong(change -> (Long) change.set().get(field))
                .sum();
        return Money.decimal(sum);
    }

    private static String file(String folder, String name) {
        return Project.data(folder).resolve(name).toString();
    }

    private static String answer(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
