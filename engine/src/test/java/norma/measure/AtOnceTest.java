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

/**
 * Many facts are read at once, and what they lead to is searched for at once: references to nowhere, texts, times that are still to
 * come, values that are undefined, and expressions that leave their range.
 */
class AtOnceTest {

    private static final long DAY = 86_400_000;

    private final Firm firm = Firm.measuring("""
              by_team: { of: deal, count: all, by: [owner.team, segment, [owner.team, stage]], over: [all] }
              clients: { of: deal, distinct: client, by: [owner.team, [owner, stage], owner], at: created_at, over: [month, rolling 30d] }
              middle: { of: deal, median: amount, by: [owner.team, owner, [owner, stage]], at: created_at, over: [month, rolling 7d] }
              total: { of: deal, sum: amount, by: [owner, [owner, stage]], at: created_at, over: [month] }
              clients_won: { of: deal, distinct: client, only_if: status = won, by: [segment], over: [all] }
              segments: { of: deal, distinct: segment, by: [stage], over: [all] }
              sizes: { of: deal, distinct: "if(amount * 1_000_000_000_000 > 1, 'huge', 'small')", by: [stage], over: [all] }
              huge: { of: deal, count: all, only_if: amount * 1_000_000_000_000 > 1, by: [stage], over: [all] }
              huge_later: { of: deal, count: all, only_if: amount * 1_000_000_000_000 > 1, at: expected_close_at, over: [month] }
              sum_of_huge: { of: deal, sum: amount * 1_000_000_000_000, by: [owner], over: [all] }
              of_open: { of: deal, count: status = open, by: [owner], at: created_at, over: [month] }
              later: { of: deal, count: all, only_if: status != lost, by: [stage], at: expected_close_at, over: [month] }
              win_rate: { of: deal, ratio: { count: status = won, to: "status in (won, lost)" }, by: [owner], at: created_at, over: [month, all] }
              paid: { of: deal, ratio: { sum: amount, to: "if(amount > 50_000, amount, amount * 2)" }, by: [owner, stage], at: created_at, over: [month] }
              expected: { of: deal, weighted_sum: { value: amount, weight: probability }, only_if: status = open, by: [owner], over: [all] }
              pushed: { of: deal, weighted_sum: { value: pushes, weight: probability }, by: [owner], over: [all] }
              likely: { of: deal, mean: probability, by: [owner], at: created_at, over: [month] }
              age: { of: deal, mean: "days(created_at, closed_at)", by: [owner], at: closed_at, over: [month] }
              largest: { of: deal, max: amount, only_if: amount > 10_000 or stage = lead, by: [owner], at: created_at, over: [month] }
              least_likely: { of: deal, min: probability, by: [stage], over: [all] }
              last: { of: deal, max: created_at, by: [stage], over: [all] }
            """, "2026-03-16T12:00");

    @BeforeEach
    void hire() {
        for (int i = 0; i < 3; i++) firm.change(Employee.TYPE, "e" + i, "team", i == 2 ? null : "t" + i);
        for (int i = 0; i < 5; i++) firm.change(Client.TYPE, "c" + i, "segment", i % 2 == 0 ? "b2b" : "b2g");
        RandomDeals source = new RandomDeals(31, firm.now());
        for (int i = 0; i < 3 * Batch.MOST; i++) {
            Deal deal = source.next(10_000);
            Map<String, @Nullable Object> set = new HashMap<>(Deal.TYPE.values(deal));
            if (set.get("created_at") instanceof Long created) set.put("expected_close_at", created + 100 * DAY);
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
        for (String kpi : firm.standards().kpis().keySet())
            assertTrue(
                    readings.stream()
                            .anyMatch(reading -> reading.getKpi().equals(kpi)
                                    && reading.measured().cases() > 0),
                    kpi);
        for (String kpi : List.of("huge", "huge_later", "sum_of_huge", "paid", "expected", "likely", "middle"))
            assertTrue(
                    readings.stream()
                            .anyMatch(reading -> reading.getKpi().equals(kpi)
                                    && reading.measured().leftOut() > 0),
                    "none was left out of " + kpi);

        firm.at("2026-09-01");
        assertEquals(List.copyOf(oneByOne.readings()), List.copyOf(atOnce.readings()), "when more times have come");
        assertTrue(oneByOne.readings().size() > readings.size());
        firm.world().all(Deal.TYPE).forEach(atOnce::remove);
        assertEquals(List.of(), List.copyOf(atOnce.readings()));
    }
}
