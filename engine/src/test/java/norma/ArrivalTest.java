package norma;

import static norma.Firm.at;
import static norma.Firm.change;
import static norma.Firm.engine;
import static norma.Firm.standards;
import static norma.Firm.state;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import norma.fact.Change;
import norma.fact.Deal;
import norma.fact.FactType;
import org.junit.jupiter.api.Test;

/** How changes come in: refused ones leave no trace, and those that wait keep their order. */
class ArrivalTest {

    private static final String DEFINITIONS = """
            kpis:
              open_amount:
                title: { en: Open amount, ru: Сумма открытых }
                of: deal
                only_if: status = open
                sum: amount
                by: [owner, segment]
            deviations:
              large:
                on: deal
                only_if: status = open and amount > 500
                message: { en: "{amount}", ru: "{amount}" }
            decisions:
              look_at_it:
                when: large
                phase: control
                ladder: [{ at: warn, do: look, to: deal.owner, due: 1wd }]
            """;

    @Test
    void a_refused_batch_changes_nothing() {
        Engine refusing = engine("2026-03-10T12:00", standards(DEFINITIONS));
        Engine untouched = engine("2026-03-10T12:00", standards(DEFINITIONS));
        for (Engine each : List.of(refusing, untouched))
            each.apply(List.of(
                    change("client", "C1", "start", "segment", "b2b"),
                    change("deal", "D1", "2026-03-05", "status", "open", "amount", 900, "client", "C1"),
                    change("deal", "D2", "2026-03-06", "status", "open", "amount", 100, "client", "C1")));
        List<Change> late = List.of(
                change("client", "C1", "2026-03-03", "segment", "b2g"),
                change("deal", "D2", "2026-03-07", "amount", 700),
                change("deal", "D3", "2026-03-04", "status", "open", "amount", 800, "client", "C1"),
                change("deal", "D4", "2026-03-20", "status", "open", "amount", 800),
                change("deal", "D1", "2026-03-04", "amount", 50));

        assertThrows(IllegalArgumentException.class, () -> refusing.apply(late));
        assertEquals(state(untouched), state(refusing));

        for (Engine each : List.of(refusing, untouched)) {
            each.apply(List.of(change("client", "C1", "2026-03-03", "segment", "b2g")));
            each.advance(at("2026-03-21"));
        }
        assertEquals(state(untouched), state(refusing));
    }

    @Test
    void a_value_that_its_field_cannot_hold_is_refused_before_anything_is_taken_in() {
        Engine engine = engine("2026-03-10T12:00", standards(DEFINITIONS));
        String before = state(engine);
        List<Change> wrong = List.of(
                change("deal", "D1", "2026-03-05", "status", "open", "amount", 900),
                new Change(Deal.TYPE, "D2", at("2026-03-06"), Map.of("amount", "900")));

        assertThrows(IllegalArgumentException.class, () -> engine.apply(wrong));
        assertEquals(before, state(engine));
    }

    @Test
    void changes_of_one_time_that_wait_keep_the_order_in_which_they_arrived() {
        Engine engine = engine("2026-03-10T12:00", standards(DEFINITIONS));
        List<Change> waiting = new ArrayList<>();
        for (int amount = 1; amount <= 40; amount++)
            waiting.add(change("deal", "D" + amount % 4, "2026-03-11T10:00", "amount", amount));
        engine.apply(waiting);
        engine.advance(at("2026-03-12"));

        FactType deals = Deal.TYPE;
        for (int last = 37; last <= 40; last++)
            assertEquals(
                    last * 10_000L, ((Deal) engine.fact(deals, "D" + last % 4).orElseThrow()).amountExact());
    }
}
