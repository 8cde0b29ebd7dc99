package norma.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import norma.fact.Change;
import norma.fact.Client;
import norma.fact.Deal;
import norma.fact.Employee;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What many facts lead to is searched for at once: references to nowhere, texts, and expressions that leave their range. */
class AtOnceTest {

    private final Firm firm = Firm.measuring("""
              by_team: { of: deal, count: all, by: [owner.team, segment, [owner.team, stage]], over: [all] }
              clients: { of: deal, distinct: client, by: [owner.team, [owner, stage], owner], at: created_at, over: [month, rolling 30d] }
              middle: { of: deal, median: amount, by: [owner.team, owner, [owner, stage]], at: created_at, over: [month, rolling 7d] }
              total: { of: deal, sum: amount, by: [owner, [owner, stage]], at: created_at, over: [month] }
              clients_won: { of: deal, distinct: client, only_if: status = won, by: [segment], over: [all] }
              segments: { of: deal, distinct: segment, by: [stage], over: [all] }
              sizes: { of: deal, distinct: "if(amount * 1_000_000_000_000 > 1, 'huge', 'small')", by: [stage], over: [all] }
              huge: { of: deal, count: all, only_if: amount * 1_000_000_000_000 > 1, by: [stage], over: [all] }
            """, "2026-03-16T12:00");

    @BeforeEach
    void hire() {
        for (int i = 0; i < 3; i++) firm.change(Employee.TYPE, "e" + i, "team", i == 2 ? null : "t" + i);
        for (int i = 0; i < 5; i++) firm.change(Client.TYPE, "c" + i, "segment", i % 2 == 0 ? "b2b" : "b2g");
        RandomDeals source = new RandomDeals(31, firm.now());
        for (int i = 0; i < 3 * Batch.MOST; i++) {
            Deal deal = source.next(10_000);
            Map<String, @Nullable Object> set = new HashMap<>(Deal.TYPE.values(deal));
            firm.world().apply(new Change(Deal.TYPE, deal.id(), Change.START, set));
        }
    }

    @Test
    void manyAtOnceAreWhatEachIsByItself() {
        Measurer oneByOne = new Measurer(firm.standards(), firm.world(), firm);
        firm.world().all(Deal.TYPE).forEach(oneByOne::add);
        Measurer atOnce = new Measurer(firm.standards(), firm.world(), firm);
        atOnce.addAll();

        List<Reading> readings = List.copyOf(oneByOne.readings());
        assertEquals(readings, List.copyOf(atOnce.readings()));
        for (String kpi : List.of("by_team", "clients", "middle", "total", "clients_won", "segments", "sizes", "huge"))
            assertTrue(readings.stream().anyMatch(reading -> reading.getKpi().equals(kpi)), kpi);
        assertTrue(
                readings.stream()
                        .anyMatch(reading -> reading.getKpi().equals("huge")
                                && reading.measured().leftOut() > 0),
                "no amount was out of range");
        firm.world().all(Deal.TYPE).forEach(atOnce::remove);
        assertEquals(List.of(), List.copyOf(atOnce.readings()));
    }
}
