package norma.server.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** The company behaves as a mid-size distributor does. */
class DemoPlausibilityTest {

    @Test
    void aboutAThirdOfClosedDealsAreWonAndATenthOfAllAreOpen() {
        double won = count("deals.csv", row -> row.getField("status").equals("won"));
        double lost = count("deals.csv", row -> row.getField("status").equals("lost"));
        double open = count("deals.csv", row -> row.getField("status").equals("open"));

        between(0.28, 0.42, won / (won + lost));
        between(0.07, 0.15, open / (won + lost + open));
    }

    @Test
    void everySellerWinsAndLoses() {
        Export.grouped("deals.csv", "owner").forEach((owner, deals) -> {
            double won = deals.stream()
                    .filter(row -> row.getField("status").equals("won"))
                    .count();
            double lost = deals.stream()
                    .filter(row -> row.getField("status").equals("lost"))
                    .count();
            between(0.18, 0.55, won / (won + lost));
        });
    }

    @Test
    void wonDealsAreSignedInTheLastStageAndTakeWeeks() {
        double[] days = Export.rows("deals.csv").stream()
                .filter(row -> row.getField("status").equals("won"))
                .peek(row -> assertEquals("5 Contract", row.getField("stage")))
                .mapToDouble(row -> ChronoUnit.HOURS.between(
                                Export.time(row.getField("created_at")), Export.time(row.getField("closed_at")))
                        / 24.0)
                .sorted()
                .toArray();

        between(25, 50, days[days.length / 2]);
    }

    @Test
    void stagesMostlyFollowEachOtherWithSomeSkipsAndReturns() {
        int next = 0;
        int skips = 0;
        int returns = 0;
        for (List<NamedCsvRecord> history :
                Export.grouped("deal_history.csv", "deal").values()) {
            for (int i = 1; i < history.size(); i++) {
                int step = stage(history.get(i)) - stage(history.get(i - 1));
                next += step == 1 ? 1 : 0;
                skips += step > 1 ? 1 : 0;
                returns += step < 0 ? 1 : 0;
            }
        }
        double moves = next + skips + returns;
        between(0.85, 0.97, next / moves);
        between(0.01, 0.1, skips / moves);
        between(0.01, 0.1, returns / moves);
    }

    @Test
    void amountsAreSkewed() {
        double[] amounts = Export.rows("deals.csv").stream()
                .mapToDouble(row -> Export.number(row, "amount"))
                .sorted()
                .toArray();
        double mean = Export.rows("deals.csv").stream()
                .mapToDouble(row -> Export.number(row, "amount"))
                .average()
                .orElseThrow();

        between(1.5, 3, mean / amounts[amounts.length / 2]);
    }

    @Test
    void aFifthOfTheClientsBringsMostOfTheTurnover() {
        Map<String, Double> turnover = new TreeMap<>();
        Export.rows("sales.csv")
                .forEach(row -> turnover.merge(row.getField("client"), Export.number(row, "amount"), Double::sum));
        double[] amounts = turnover.values().stream()
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        double total = 0;
        double top = 0;
        for (int i = 0; i < amounts.length; i++) {
            total += amounts[i];
            top += i >= amounts.length * 0.8 ? amounts[i] : 0;
        }
        between(0.5, 0.85, top / total);
    }

    @Test
    void theProfitOfASaleIsItsAmountLessReturnsAndCost() {
        Export.rows("sales.csv")
                .forEach(row -> assertEquals(
                        Export.number(row, "amount")
                                - Export.number(row, "returned")
                                - Export.number(row, "cost_of_goods"),
                        Export.number(row, "profit"),
                        0.001));
    }

    @Test
    void winterEndsSlowlyAndAutumnIsBusy() {
        Map<String, Integer> created = new TreeMap<>();
        Export.rows("deals.csv")
                .forEach(row -> created.merge(row.getField("created_at").substring(0, 7), 1, Integer::sum));

        assertTrue(created.get("2026-10") > created.get("2026-08") * 1.2, created.toString());
        assertTrue(created.get("2025-12") > created.get("2026-01") * 1.3, created.toString());
    }

    private static int stage(NamedCsvRecord row) {
        return Integer.parseInt(row.getField("stage").substring(0, 1));
    }

    private static double count(String file, Predicate<NamedCsvRecord> which) {
        return Export.rows(file).stream().filter(which).count();
    }

    private static void between(double least, double most, double value) {
        assertTrue(value >= least && value <= most, value + " is not between " + least + " and " + most);
    }
}
