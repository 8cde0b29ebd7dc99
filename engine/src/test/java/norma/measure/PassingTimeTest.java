package norma.measure;

import static norma.measure.Firm.time;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import norma.fact.Deal;
import norma.fact.Sale;
import org.junit.jupiter.api.Test;

/** What changes though no fact does. */
class PassingTimeTest {

    @Test
    void daysFallOutOfARollingWindowAtMidnightAndNothingElseIsTold() {
        Firm firm = Firm.measuring(
                "  sales: { of: sale, count: all, at: at, by: [owner], over: [rolling 3d] }\n", "2026-03-16T12:00");
        firm.change(Sale.TYPE, "S1", "owner", "e1", "at", time("2026-03-14T23:59"));
        firm.change(Sale.TYPE, "S2", "owner", "e2", "at", time("2026-03-15"));
        firm.materialise();
        assertEquals(2.0, firm.value("sales"));

        assertEquals(List.of(), firm.at("2026-03-16T23:59").materialise());
        List<Revision> revisions = firm.at("2026-03-17").materialise();
        assertEquals(
                List.of("whole 1.0", "{owner=e1} 0.0"),
                revisions.stream()
                        .map(r -> r.after().scope() + " " + r.after().getValue())
                        .toList());
        assertEquals(
                new Period("rolling 3d", LocalDate.of(2026, 3, 15), LocalDate.of(2026, 3, 17)),
                revisions.get(0).after().period());
        firm.at("2026-06-01").materialise();
        assertEquals(0.0, firm.value("sales"));
    }

    @Test
    void aFactThatChangesWhileNothingIsMeasuredOfItCountsAsItIsWhenItsTimeComes() {
        String closed = "  wins: { of: deal, count: status = won, at: closed_at }\n";
        String clients = "  clients: { of: client, count: all }\n";
        Firm firm = Firm.measuring(closed + clients, "2026-03-16");
        firm.change(Deal.TYPE, "D1", "status", "won", "closed_at", time("2026-03-20"));
        firm.materialise();
        assertEquals(0.0, firm.value("wins"));

        firm.measurer().replace(Firm.standards(clients), Set.of());
        firm.change(Deal.TYPE, "D1", "status", "lost");
        firm.measurer().replace(Firm.standards(closed + clients), Set.of("wins"));

        firm.at("2026-03-21").materialise();
        assertEquals(0.0, firm.value("wins"));
    }

    @Test
    void aKpiThatReadsNowIsCountedAgain() {
        Firm firm = Firm.measuring("""
                  age: { of: deal, only_if: status = open, value: "days(created_at, now)" }
                  old: { of: deal, count: "days(created_at, now) > 10", by: [owner] }
                  mean_age: { of: deal, mean: age }
                  old_share: { of: deal, formula: old / mean_age.cases }
                """, "2026-03-16");
        firm.change(Deal.TYPE, "D1", "owner", "e1", "status", "open", "created_at", time("2026-03-06"));
        firm.change(Deal.TYPE, "D2", "owner", "e1", "status", "won", "created_at", time("2026-03-01"));
        firm.materialise();
        assertEquals(1.0, firm.value("old"));
        assertEquals(10.0, firm.value("mean_age"));
        assertEquals(10.0, firm.measurer().number("age", "", firm.find("deal", "D1")));
        assertEquals(
                "the KPI is not about this subject",
                firm.measurer()
                        .of("age", "", firm.find("deal", "D2"))
                        .undefined()
                        .orElseThrow()
                        .en());

        List<Revision> revisions = firm.at("2026-03-16T12:00").materialise();
        assertEquals(
                List.of("old 2.0", "old 2.0", "mean_age 10.5", "old_share 2.0"),
                revisions.stream()
                        .map(r -> r.after().getKpi() + " " + r.after().getValue())
                        .toList());
    }

    @Test
    void eachDayIsAsIfMeasuredAfresh() {
        Firm firm = Firm.measuring("""
                  sales: { of: sale, count: all, at: at, by: [owner], over: [day, week, month, quarter, year, rolling 5d, all] }
                  share: { of: sale, share: { sum: amount, by: owner }, at: at, over: [rolling 5d] }
                  class: { of: sale, abc: { item: owner, measure: amount, breaks: [80, 95] }, at: at, over: [week] }
                """, "2025-12-20");
        for (int i = 0; i < 60; i++)
            firm.change(
                    Sale.TYPE, "S" + i, "owner", "e" + i % 4, "amount", 100L + i, "at", firm.now() + i * 20_000_000L);
        firm.materialise();
        for (int day = 0; day < 30; day++) {
            firm.at(firm.now() + 86_400_000L).materialise();
            assertEquals(
                    List.copyOf(firm.measuredAfresh().readings()),
                    List.copyOf(firm.measurer().readings()));
        }
        assertTrue(firm.measurer().readings().stream()
                .anyMatch(r -> r.period().name().equals("quarter")));
    }
}
