package norma.measure;

import static norma.measure.Firm.money;
import static norma.measure.Firm.time;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import norma.fact.Client;
import norma.fact.Sale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What falls on a break, ties, items that measure nothing: the conventions of ABC, XYZ and shares. */
class RankingsTest {

    private static final String ABC =
            "  class: { of: sale, abc: { item: client, measure: amount, breaks: [80, 95], crossing: %s } }\n";

    private Firm firm = Firm.measuring(ABC.formatted("inside"), "2026-03-16");

    @ParameterizedTest
    @CsvSource({
        // the item that crosses 80 completes A; exactly 80 before an item leaves it to B
        "inside, 70 20 10,     A A B",
        "inside, 50 30 15 5,   A A B C",
        "inside, 100,          A",
        "inside, 40 40 10 5 5, A A B B C",
        // only what stays strictly below 80 with itself is A
        "below,  70 20 10,     A B C",
        "below,  50 30 15 5,   A B C C",
        "below,  100,          C",
        "below,  40 39 15 6,   A A B C",
        // what measures nothing or less is in the last class and adds nothing to the whole
        "inside, 80 15 5 0 -9, A B C C C",
        "inside, 0 0,          C C",
    })
    void cutsWhereTheSharesAddUpToTheBreaks(String crossing, String amounts, String classes) {
        firm = Firm.measuring(ABC.formatted(crossing), "2026-03-16");
        String[] sales = amounts.trim().split(" ");
        for (int i = 0; i < sales.length; i++) sale("S" + i, "c" + i, "2026-03-02", Double.parseDouble(sales[i]));
        firm.materialise();

        assertEquals(classes.trim(), String.join(" ", classes("class").values()));
    }

    @Test
    void itemsThatMeasureTheSameAreOrderedByIdentifierWhateverTheOrderOfArrival() {
        for (String client : List.of("c4", "c2", "c5", "c1", "c3")) sale("S" + client, client, "2026-03-02", 20);
        firm.materialise();

        assertEquals(Map.of("c1", "A", "c2", "A", "c3", "A", "c4", "A", "c5", "B"), classes("class"));
        Measured first = firm.measured("class", Scope.of("client", "c1"), "");
        assertEquals(money(20), first.numerator());
        assertEquals(money(100), first.denominator());
        assertEquals(1, first.cases());
    }

    @Test
    void salesWithoutAClientAreNotRanked() {
        sale("S1", "c1", "2026-03-02", 10);
        firm.change(Sale.TYPE, "S2", "amount", money(1000));
        firm.materialise();

        assertEquals("A", firm.measured("class", Scope.of("client", "c1"), "").value());
        Measured unknown = firm.measured("class", Scope.of("client", Scope.UNKNOWN), "");
        assertNull(unknown.value());
        assertEquals(
                "these cases belong to no item, and are not ranked",
                unknown.undefined().orElseThrow().en());
    }

    @Test
    void oneItemThatGrowsMayMoveTheOthers() {
        sale("S1", "c1", "2026-03-02", 80);
        sale("S2", "c2", "2026-03-02", 20);
        firm.materialise();
        sale("S2", "c2", "2026-03-02", 500);

        assertEquals(
                List.of("c1 A to B", "c2 B to A"),
                firm.materialise().stream()
                        .map(r -> r.after().dimension("client") + " "
                                + r.before().getWords() + " to " + r.after().getWords())
                        .sorted()
                        .toList());
        firm.change(Client.TYPE, "c1");
        assertEquals("B", firm.measurer().words("class", "", firm.find("client", "c1")));
    }

    @ParameterizedTest
    @CsvSource({
        // amounts of December, January and February; the population deviation of 9 11 10 is 8.16 %, of a sample 10 %
        "inside, population, 10 10 10, X",
        "inside, population, 9 11 10,  X",
        "inside, sample,     9 11 10,  X",
        "below,  sample,     9 11 10,  Y",
        "below,  population, 9 11 10,  X",
        "inside, population, 15 10 5,  Z",
        "inside, population, 12 10 8,  Y",
        // a month without sales is a zero
        "inside, population, 30 - -,   Z",
    })
    void variesOverWholeMonths(String crossing, String deviation, String amounts, String expected) {
        firm = Firm.measuring("""
                  steadiness: { of: sale, at: at, xyz: { item: client, measure: amount, breaks: [10, 25], every: month, periods: 3, deviation: %s, crossing: %s } }
                """.formatted(deviation, crossing), "2026-03-16");
        String[] sales = amounts.trim().split(" ");
        for (int i = 0; i < 3; i++) {
            if (!sales[i].equals("-")) sale("S" + i, "c1", "2025-12-15", i, Double.parseDouble(sales[i]));
        }
        sale("S8", "c1", "2026-03-02", 0, 1_000_000); // this month is not over: it does not count
        sale("S9", "c1", "2025-11-30", 0, 1_000_000);
        firm.materialise();

        assertEquals(
                expected,
                firm.measured("steadiness", Scope.of("client", "c1"), "").value());
    }

    @Test
    void theNineCellsFollowTheirTwoClassesAsMonthsPass() {
        firm = Firm.measuring("""
                  a: { of: sale, at: at, abc: { item: client, measure: amount, breaks: [80, 95] } }
                  x: { of: sale, at: at, xyz: { item: client, measure: amount, breaks: [10, 25], every: month, periods: 2 } }
                  nine: { of: sale, at: at, abc_xyz: { abc: a, xyz: x } }
                """, "2026-03-16");
        sale("S1", "c1", "2026-01-10", 0, 80);
        sale("S2", "c1", "2026-01-10", 1, 80);
        sale("S3", "c2", "2026-01-10", 0, 10);
        firm.materialise();

        assertEquals(Map.of("c1", "AX", "c2", "BZ"), classes("nine"));
        Reading steady = firm.measurer().readings().stream()
                .filter(r -> r.getKpi().equals("x"))
                .findFirst()
                .orElseThrow();
        assertEquals(new Period("all", LocalDate.of(2026, 1, 1), LocalDate.of(2026, 2, 28)), steady.period());

        firm.at("2026-04-01");
        assertTrue(firm.materialise().stream().anyMatch(r -> r.either().getKpi().equals("nine")));
        assertEquals("AZ", firm.measured("nine", Scope.of("client", "c1"), "").value());
        Measured gone = firm.measured("nine", Scope.of("client", "c2"), "");
        assertEquals(
                "KPI x: not applicable: the mean is not above zero",
                gone.undefined().orElseThrow().en());
        assertEquals(
                "показатель x: неприменимо: среднее не больше нуля",
                gone.undefined().orElseThrow().ru());
    }

    @Test
    void sharesOfTheWholeAddUpToOneWithWhatHasNoOwner() {
        firm = Firm.measuring(
                "  part: { of: sale, at: at, share: { sum: amount, by: owner }, over: [month] }\n", "2026-03-16");
        firm.change(Sale.TYPE, "S1", "owner", "e1", "at", time("2026-03-01"), "amount", money(30));
        firm.change(Sale.TYPE, "S2", "owner", "e2", "at", time("2026-03-01"), "amount", money(60));
        firm.change(Sale.TYPE, "S3", "at", time("2026-03-01"), "amount", money(10));
        firm.materialise();

        assertEquals(0.3, firm.measured("part", Scope.of("owner", "e1"), "").value());
        assertEquals(0.1, firm.measured("part", Scope.of("owner", ""), "").value());
        firm.at("2026-04-02").materialise();
        assertEquals(
                "the whole is not above zero",
                firm.measured("part", Scope.of("owner", "e1"), "")
                        .undefined()
                        .orElseThrow()
                        .en());
        assertEquals(
                0.6,
                firm.measured("part", Scope.of("owner", "e2"), "last month").value());
    }

    private void sale(String id, String client, String date, double amount) {
        sale(id, client, date, 0, amount);
    }

    private void sale(String id, String client, String date, int monthsLater, double amount) {
        long at = time(LocalDate.parse(date).plusMonths(monthsLater).toString());
        firm.change(Sale.TYPE, id, "client", client, "at", at, "amount", money(amount));
    }

    private Map<String, String> classes(String kpi) {
        return firm.measurer().readings().stream()
                .filter(reading -> reading.getKpi().equals(kpi))
                .collect(Collectors.toMap(r -> r.dimension("client"), Reading::getWords, (a, b) -> b, TreeMap::new));
    }
}
