package norma;

import static norma.Firm.at;
import static norma.Firm.change;
import static norma.Firm.engine;
import static norma.Firm.standards;
import static norma.Firm.words;
import static norma.StuckDeals.STUCK;
import static norma.StuckDeals.deal;
import static norma.StuckDeals.deviation;
import static norma.StuckDeals.message;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Norms are passed by time alone and by facts, each deal held against the row of the norm that is its own. */
class PassedLimitsTest {

    @Test
    void time_alone_raises_worsens_and_facts_clear() {
        Engine engine = engine("2026-03-02T12:00", standards(STUCK));
        engine.apply(List.of(deal("D1", "2026-03-02T12:00", "e1")));
        assertEquals(List.of(), engine.deviations());

        assertTrue(engine.advance(at("2026-03-16T23:59")).isEmpty(), "10 working days are not more than 10");
        assertEquals(
                List.of("deal_stuck D1 warn"),
                words(engine.advance(at("2026-03-17")).raised()));
        assertEquals("11 working days in proposal, the norm is 10 working days", message(engine));
        assertEquals(at("2026-03-17"), engine.deviations().get(0).since());

        assertEquals(
                List.of("deal_stuck D1 critical"),
                words(engine.advance(at("2026-03-31")).changed()));
        Difference moved = engine.apply(List.of(change("deal", "D1", "2026-03-31", "stage", "negotiation")));
        assertEquals(List.of("deal_stuck D1 critical"), words(moved.cleared()));
        assertEquals(List.of(), engine.deviations());
    }

    @Test
    void a_jump_over_several_limits_says_when_it_began() {
        Engine engine = engine("2026-03-02T12:00", standards(STUCK));
        engine.apply(List.of(deal("D1", "2026-03-02T12:00", "e1")));
        engine.advance(at("2026-06-01"));
        assertEquals(List.of("deal_stuck D1 critical"), words(engine.deviations()));
        assertEquals(at("2026-03-17"), engine.deviations().get(0).since());
    }

    @Test
    void a_deal_that_was_found_late_is_dated_by_the_limit_that_it_crossed() {
        Engine engine = engine("2026-04-20T12:00", standards(STUCK));
        engine.apply(List.of(
                deal("D1", "2026-03-02T12:00", "e1"), change("deal", "D1", "2026-04-17T10:00", "next_step", "a call")));
        assertEquals(at("2026-03-17"), engine.deviations().get(0).since());
    }

    @Test
    void the_row_of_a_norm_that_wins_is_named_and_ends_with_its_last_day() {
        Engine engine = engine("2026-03-02T12:00", standards(STUCK));
        engine.apply(List.of(
                change("client", "C1", "start", "segment", "b2g"),
                deal("D1", "2026-03-02T12:00", "e17"),
                change(
                        "deal",
                        "D2",
                        "2026-03-02T12:00",
                        "status",
                        "open",
                        "stage",
                        "negotiation",
                        "amount",
                        200_000,
                        "client",
                        "C1",
                        "owner",
                        "e1")));
        engine.advance(at("2026-03-19"));
        assertEquals(List.of("deal_stuck D1 critical"), words(engine.deviations()), "13 days: e17's norm is 5 and 9");
        assertEquals("owner", engine.deviations().get(0).normRow().orElseThrow());
        Difference expired = engine.advance(at("2026-03-21"));
        assertEquals(List.of("deal_stuck D1 warn"), words(expired.changed()), "the default row takes over: 14 of 10");
        assertEquals("default", engine.deviations().get(0).normRow().orElseThrow());
        engine.advance(at("2026-04-14"));
        assertEquals(
                List.of("deal_stuck D1 critical", "deal_stuck D2 warn"),
                words(engine.deviations()),
                "31 days in negotiation with a government client, whose norm is 30");
        assertEquals("stage + segment", deviation(engine, "D2").normRow().orElseThrow());
    }

    @Test
    void a_change_of_the_client_is_a_change_for_its_deals() {
        Engine engine = engine("2026-03-02T12:00", standards(STUCK));
        engine.apply(List.of(
                change("client", "C1", "start", "segment", "b2g"),
                change(
                        "deal",
                        "D2",
                        "2026-03-02T12:00",
                        "status",
                        "open",
                        "stage",
                        "negotiation",
                        "amount",
                        200_000,
                        "client",
                        "C1")));
        engine.advance(at("2026-03-25"));
        assertEquals(List.of(), engine.deviations());
        Difference difference = engine.apply(List.of(change("client", "C1", "2026-03-25", "segment", "b2b")));
        assertEquals(List.of("deal_stuck D2 warn"), words(difference.raised()));
    }

    @Test
    void a_hold_stops_the_clock_of_the_deal() {
        Engine engine = engine("2026-03-02T12:00", standards(STUCK));
        engine.apply(List.of(
                deal("D1", "2026-03-02T12:00", "e1"),
                change(
                        "hold",
                        "H1",
                        "2026-03-04T12:00",
                        "deal",
                        "D1",
                        "from",
                        "2026-03-04T12:00",
                        "to",
                        "2026-03-11T12:00")));
        engine.advance(at("2026-03-23"));
        assertEquals(List.of(), engine.deviations(), "five ticks were held: the 10th passed today");
        assertEquals(
                List.of("deal_stuck D1 warn"),
                words(engine.advance(at("2026-03-24")).raised()));
    }

    @Test
    void a_value_between_the_limit_and_clear_at_keeps_what_was_raised() {
        Engine engine = engine(
                "2026-03-02T12:00",
                standards(STUCK.replace(
                        "working_days(stage_entered_at, now, office)", "working_days(created_at, now, office)")));
        engine.apply(List.of(
                change("deal", "D1", "2026-02-12", "status", "open", "amount", 200_000, "created_at", "2026-02-12")));
        assertEquals(List.of("deal_stuck D1 warn"), words(engine.deviations()));
        engine.apply(List.of(change("deal", "D1", "2026-03-02", "created_at", "2026-02-17")));
        assertEquals(List.of("deal_stuck D1 warn"), words(engine.deviations()), "9 is not above 10, but above 8");
        engine.apply(List.of(change("deal", "D1", "2026-03-02", "created_at", "2026-02-18")));
        assertEquals(List.of(), engine.deviations());
    }

    @Test
    void a_subject_that_the_kpi_leaves_out_breaks_no_norm_of_it() {
        Engine engine = engine(
                "2026-04-20T12:00",
                standards(
                        STUCK.replace("    unit: working_days", "    only_if: stage != lead\n    unit: working_days")));
        engine.apply(List.of(
                change("deal", "D1", "2026-03-02", "status", "open", "stage", "lead", "amount", 200_000),
                deal("D2", "2026-03-02", "e1")));
        assertEquals(List.of("deal_stuck D2 critical"), words(engine.deviations()));
    }
}
