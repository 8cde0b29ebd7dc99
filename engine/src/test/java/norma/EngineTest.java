package norma;

import static norma.Firm.at;
import static norma.Firm.change;
import static norma.Firm.engine;
import static norma.Firm.standards;
import static norma.Firm.words;
import static norma.StuckDeals.STUCK;
import static norma.StuckDeals.deal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import norma.decide.Decision;
import norma.fact.Deal;
import norma.standard.Standards;
import org.junit.jupiter.api.Test;

/** What an engine takes in, what it puts in force, and what is shown and done then. */
class EngineTest {

    @Test
    void decisions_climb_the_ladder_and_go_with_the_deviation() {
        Engine engine = engine("2026-03-02T12:00", standards(STUCK));
        engine.apply(List.of(
                change("employee", "boss", "start", "position", "sales_director"),
                change("employee", "head", "start", "team", "t1"),
                change("employee", "e1", "start", "team", "t1"),
                change("team", "t1", "start", "head", "head"),
                deal("D1", "2026-03-02T12:00", "e1")));
        Difference warned = engine.advance(at("2026-03-17"));
        assertEquals(List.of("ask_next_step e1 " + at("2026-03-18")), said(warned.decided()));
        assertEquals(
                List.of("escalate boss none"),
                said(engine.advance(at("2026-03-20")).decided()));
        assertEquals(
                List.of("review_deal head " + at("2026-04-02")),
                said(engine.advance(at("2026-03-31")).decided()));
        engine.apply(List.of(change("deal", "D1", "2026-03-31", "status", "won", "closed_at", "2026-03-31")));
        assertEquals(List.of(), engine.decisions());
    }

    @Test
    void a_change_whose_time_has_not_come_waits() {
        Engine engine = engine("2026-03-02T12:00", standards(STUCK));
        engine.apply(
                List.of(deal("D1", "2026-02-02T12:00", "e1"), change("deal", "D1", "2026-03-05", "status", "lost")));
        assertEquals(List.of("deal_stuck D1 warn"), words(engine.deviations()));
        assertEquals(
                List.of("deal_stuck D1 critical"),
                words(engine.advance(at("2026-03-05")).cleared()),
                "it became critical on the day before");
    }

    @Test
    void a_change_older_than_what_is_known_is_refused_and_nothing_of_its_batch_is_taken() {
        Engine engine = engine("2026-03-02T12:00", standards(STUCK));
        engine.apply(List.of(change("deal", "D1", "2026-03-01", "status", "open")));
        assertThrows(
                IllegalArgumentException.class,
                () -> engine.apply(
                        List.of(deal("D2", "2026-03-01", "e1"), change("deal", "D1", "2026-02-01", "status", "lost"))));
        assertTrue(engine.fact(Deal.TYPE, "D2").isEmpty());
    }

    @Test
    void definitions_are_replaced_under_standing_facts() {
        Engine engine = engine("2026-03-02T12:00", standards(STUCK));
        engine.apply(List.of(deal("D1", "2026-03-02T12:00", "e1"), deal("D2", "2026-02-02T12:00", "e1")));
        assertEquals(List.of("deal_stuck D2 warn"), words(engine.deviations()));
        Difference same = engine.replace(standards(STUCK));
        assertEquals(List.of(), same.raised());
        assertEquals(List.of(), same.cleared());
        Difference wider = engine.replace(standards(STUCK.replace("warn: 10, critical: 20", "warn: 25, critical: 40")));
        assertEquals(List.of("deal_stuck D2 warn"), words(wider.cleared()));
        engine.advance(at("2026-03-10"));
        assertEquals(List.of("deal_stuck D2 warn"), words(engine.deviations()), "26 working days, by the new norm");
        Difference gone = engine.replace(standards("lists: { none: [] }\n"));
        assertEquals(List.of("deal_stuck D2 warn"), words(gone.cleared()));
    }

    @Test
    void a_muted_deviation_is_not_shown_while_the_other_stands() {
        Standards standards = standards(STUCK, """
                deviations:
                  client_lost:
                    on: client
                    only_if: loyalty = 'lost'
                    message: { en: lost, ru: потерян }
                  deal_silent:
                    on: deal
                    only_if: status = open
                    muted_by: [client_lost, deal_stuck]
                    message: { en: silent, ru: молчит }
                """);
        Engine engine = engine("2026-03-02T12:00", standards);
        engine.apply(List.of(
                change("client", "C1", "start"),
                change("deal", "D1", "2026-03-02", "status", "open", "client", "C1"),
                deal("D2", "2026-02-02T12:00", "e1")));
        assertEquals(List.of("deal_silent D1 warn", "deal_stuck D2 warn"), words(engine.deviations()));
        Difference difference = engine.apply(List.of(change("client", "C1", "2026-03-02", "loyalty", "lost")));
        assertEquals(List.of("deal_silent D1 warn"), words(difference.cleared()));
        Difference back = engine.apply(List.of(change("client", "C1", "2026-03-02", "loyalty", "loyal")));
        assertEquals(List.of("deal_silent D1 warn"), words(back.raised()));
    }

    private static List<String> said(List<Decision> decisions) {
        return decisions.stream()
                .map(d -> d.action() + " " + d.assignee().orElse("nobody") + " "
                        + d.due().map(String::valueOf).orElse("none"))
                .toList();
    }
}
