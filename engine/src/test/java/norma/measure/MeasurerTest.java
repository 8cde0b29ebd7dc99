package norma.measure;

import static norma.measure.Firm.money;
import static norma.measure.Firm.time;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import norma.fact.Client;
import norma.fact.Deal;
import norma.fact.Employee;
import norma.fact.Sale;
import org.junit.jupiter.api.Test;

class MeasurerTest {

    private static final String SALES = """
              revenue: { of: sale, sum: amount, at: at, by: [owner, segment], over: [month, rolling 7d, all] }
              orders: { of: sale, count: all, at: at, by: [owner], over: [month] }
              mean_order: { of: sale, mean: amount, at: at, by: [owner], over: [month] }
            """;

    private final Firm firm = Firm.measuring(SALES, "2026-03-16T12:00");

    @Test
    void addsUpByScopeAndPeriod() {
        sale("S1", "e1", "2026-03-02", 100);
        sale("S2", "e1", "2026-03-15", 20.5);
        sale("S3", "e2", "2026-02-27", 7);
        firm.materialise();

        assertEquals(money(120.5), revenue(Scope.WHOLE, "month"));
        assertEquals(money(120.5), revenue(Scope.of("owner", "e1"), "month"));
        assertEquals(money(0), revenue(Scope.of("owner", "e2"), "month"));
        assertEquals(money(7), revenue(Scope.of("owner", "e2"), "last month"));
        assertEquals(money(20.5), revenue(Scope.WHOLE, "rolling 7d"));
        assertEquals(money(127.5), revenue(Scope.WHOLE, "all"));
        assertEquals(money(60.25), firm.value("mean_order"));
    }

    @Test
    void casesWithoutADimensionAreAScopeOfTheirOwnSoThatThePartsAddUp() {
        firm.change(Client.TYPE, "c1", "segment", "b2b");
        firm.change(Sale.TYPE, "S1", "client", "c1", "at", time("2026-03-02"), "amount", money(10));
        firm.change(Sale.TYPE, "S2", "at", time("2026-03-02"), "amount", money(5));

        assertEquals(money(10), revenue(Scope.of("segment", "b2b"), "month"));
        assertEquals(money(5), revenue(Scope.of("segment", Scope.UNKNOWN), "month"));
        assertEquals(money(15), revenue(Scope.WHOLE, "month"));
    }

    @Test
    void whatAReferenceLeadsToMovesItsFacts() {
        firm.change(Client.TYPE, "c1", "segment", "b2b");
        firm.change(Sale.TYPE, "S1", "client", "c1", "at", time("2026-03-02"), "amount", money(10));
        firm.materialise();
        firm.change(Client.TYPE, "c1", "segment", "b2g");

        assertEquals(money(0), revenue(Scope.of("segment", "b2b"), "month"));
        assertEquals(money(10), revenue(Scope.of("segment", "b2g"), "month"));
        assertEquals(
                Set.of("client", "client.segment", "owner", "at", "amount"),
                firm.measurer().paths(Sale.TYPE));
    }

    @Test
    void tellsOnlyWhatChanged() {
        sale("S1", "e1", "2026-03-02", 100);
        sale("S2", "e2", "2026-03-02", 50);
        assertTrue(firm.materialise().stream().allMatch(revision -> revision.before() == null));
        assertEquals(List.of(), firm.materialise());

        sale("S2", "e2", "2026-03-02", 51);
        List<Revision> revisions = firm.materialise();
        assertEquals(
                List.of(
                        "revenue whole month",
                        "revenue whole all",
                        "revenue {owner=e2} month",
                        "revenue {owner=e2} all",
                        "revenue {segment=} month",
                        "revenue {segment=} all",
                        "mean_order whole month",
                        "mean_order {owner=e2} month"),
                revisions.stream().map(MeasurerTest::describe).toList());
        Revision first = revisions.get(0);
        assertEquals(150, first.before().getValue());
        assertEquals(151, first.after().getValue());
    }

    private static String describe(Revision revision) {
        Reading reading = revision.either();
        return reading.getKpi() + " " + reading.scope() + " " + reading.getPeriodName();
    }

    @Test
    void aScopeWithoutCasesDisappears() {
        sale("S1", "e1", "2026-03-02", 100);
        firm.materialise();
        sale("S1", "e2", "2026-03-02", 100);

        assertTrue(firm.materialise().stream()
                .filter(revision -> revision.either().scope().equals(Scope.of("owner", "e1")))
                .allMatch(revision -> revision.after() == null));
        assertTrue(firm.measurer().readings().stream().noneMatch(r -> "e1".equals(r.dimension("owner"))));
    }

    @Test
    void aMillisecondIsNotLostInDays() {
        Firm cases =
                Firm.measuring("  cycle: { of: deal, mean: \"days(created_at, closed_at)\" }\n", "2026-03-16T12:00");
        for (int i = 0; i < 3; i++)
            cases.change(
                    Deal.TYPE, "D" + i, "created_at", time("2026-03-02"), "closed_at", time("2026-03-02") + 29_204);

        assertEquals(29_204 / 86_400_000.0, (double) cases.value("cycle"), 1e-18);
    }

    @Test
    void whatLiesAheadCountsWhenItsTimeHasCome() {
        sale("S1", "e1", "2026-03-17", 100);
        assertEquals(money(0), firm.value("revenue"));
        firm.at("2026-03-17");
        assertEquals(money(100), firm.value("revenue"));
        sale("S1", "e1", "2026-03-18", 100);
        assertEquals(money(0), firm.value("revenue"));
    }

    @Test
    void aNewMonthBeginsAtLocalMidnight() {
        sale("S1", "e1", "2026-03-02", 100);
        firm.at("2026-03-31T23:59").materialise();
        assertEquals(money(100), firm.value("revenue"));

        firm.at("2026-04-01T00:00");
        assertTrue(firm.materialise().stream().anyMatch(r -> r.after()
                .period()
                .equals(new Period("month", LocalDate.of(2026, 4, 1), LocalDate.of(2026, 4, 30)))));
        assertEquals(money(0), firm.value("revenue"));
        assertEquals(money(100), revenue(Scope.WHOLE, "last month"));
        assertEquals(
                Optional.of("no cases"), firm.measured("mean_order").undefined().map(reason -> reason.en()));
        assertEquals(
                Optional.of("нет случаев"),
                firm.measured("mean_order").undefined().map(reason -> reason.ru()));
    }

    @Test
    void aSubjectHasTheReadingOfTheCutThatItIsIn() {
        sale("S1", "e1", "2026-03-02", 100);
        firm.change(Employee.TYPE, "e1").change(Deal.TYPE, "D1");
        Measurer measurer = firm.measurer();

        assertEquals(
                money(100),
                measurer.of("revenue", "month", firm.world().find("employee", "e1"))
                        .value());
        assertEquals(money(100), measurer.of("revenue", "", Scope.WHOLE).value());
        assertEquals(1.0, measurer.number("revenue.cases", "", Scope.WHOLE));
        assertEquals(
                "KPI revenue is not measured for such a subject",
                measurer.of("revenue", "", firm.world().find("deal", "D1"))
                        .undefined()
                        .orElseThrow()
                        .en());
        assertEquals(
                "KPI revenue is not measured by period 'week'",
                measurer.of("revenue", "week", Scope.WHOLE)
                        .undefined()
                        .orElseThrow()
                        .en());
        assertEquals(Optional.empty(), measurer.find("revenue", Scope.of("team", "t1"), "", firm.now()));
    }

    @Test
    void timeDoesNotRunBackwards() {
        assertThrows(IllegalArgumentException.class, () -> firm.measurer().materialise(time("2026-03-16T11:59")));
    }

    private void sale(String id, String owner, String date, double amount) {
        firm.change(Sale.TYPE, id, "owner", owner, "at", time(date), "amount", money(amount));
    }

    private Object revenue(Scope scope, String over) {
        return firm.measured("revenue", scope, over).value();
    }
}
