package norma;

import static norma.Firm.at;
import static norma.Firm.change;
import static norma.Firm.drl;
import static norma.Firm.engine;
import static norma.Firm.standards;
import static norma.Firm.words;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import norma.decide.Decision;
import norma.deviation.Deviation;
import norma.fact.Deal;
import norma.judge.DrlRules;
import norma.standard.Standards;
import org.junit.jupiter.api.Test;

class EngineTest {

    private static final String STUCK = """
            kpis:
              stage_age:
                title: { en: Time in the stage, ru: Время на этапе }
                of: deal
                unit: working_days
                value: working_days(stage_entered_at, now, office)
            norms:
              stage_age_limit:
                kpi: stage_age
                breach: above
                default: { warn: 10, critical: 20, clear_at: 8 }
                precedence: [owner, stage + segment]
                overrides:
                  - { where: { stage: negotiation, segment: b2g }, warn: 30, critical: 45 }
                  - { where: { owner: e17 }, warn: 5, critical: 9, until: 2026-03-20, reason: probation }
            deviations:
              deal_stuck:
                on: deal
                only_if: status = open and amount > 100_000
                breaks: stage_age_limit
                message: { en: "{value} in {stage}, the norm is {limit}", ru: "{value} на этапе {stage}, норма {limit}" }
            decisions:
              move_stuck_deal:
                when: deal_stuck
                phase: control
                ladder:
                  - { at: warn, do: ask_next_step, to: deal.owner, due: 1wd }
                  - { at: critical, do: review_deal, to: head_of(deal.owner), due: 2wd }
                  - { unacknowledged: 3wd, do: escalate, to: sales_director }
            """;

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

    private static final String WIN_RATE = """
            kpis:
              win_rate:
                title: { en: Win rate, ru: Доля выигранных }
                of: deal
                ratio: { count: status = won, to: "status in (won, lost)" }
                at: closed_at
                by: [owner, segment]
                over: [rolling 30d]
            norms:
              win_rate_norm: { kpi: win_rate, breach: below, default: { warn: 50%, critical: 20% } }
            deviations:
              low_win_rate:
                on: owner
                only_if: win_rate.cases >= 2
                breaks: win_rate_norm
                message: { en: "won {value}", ru: "выиграно {value}" }
              low_in_segment:
                on: segment
                breaks: win_rate_norm
                message: { en: "won {value} in {segment}", ru: "выиграно {value} в {segment}" }
              low_in_company:
                on: company
                breaks: win_rate_norm
                message: { en: "won {value}", ru: "выиграно {value}" }
            """;

    @Test
    void readings_of_any_scope_are_judged_and_time_takes_old_cases_out() {
        Engine engine = engine("2026-03-31T12:00", standards(WIN_RATE));
        engine.apply(List.of(
                change("employee", "e1", "start"),
                change("client", "C1", "start", "segment", "b2b"),
                closed("D1", "2026-03-10", "won", "e1"),
                closed("D2", "2026-03-20", "lost", "e1")));
        assertEquals(List.of(), engine.deviations(), "half is not below half");
        Difference lost = engine.apply(List.of(closed("D3", "2026-03-31", "lost", "e1")));
        assertEquals(
                List.of("low_in_company company warn", "low_in_segment b2b warn", "low_win_rate e1 warn"),
                words(lost.raised()));
        assertEquals("won 33.3%", message(engine));
        assertEquals(
                List.of("low_in_company company critical", "low_in_segment b2b critical", "low_win_rate e1 critical"),
                words(engine.advance(at("2026-04-09")).changed()),
                "the won deal of March 10 is out of the last 30 days");
        assertEquals(
                List.of("low_win_rate e1 critical"),
                words(engine.advance(at("2026-04-19")).cleared()),
                "one case is not enough any more");
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

    @Test
    void drl_sees_facts_readings_and_deviations() {
        DrlRules rules = drl("""
                package test
                import norma.fact.Employee
                import norma.measure.Reading
                import norma.deviation.Deviation
                import norma.fact.Deal
                rule "loses and lets deals stand"
                    @raises(losing) @subject($seller) @severity(critical)
                    @en("won {rate:percent} and {n} deals stand") @ru("выиграно {rate:percent}, сделок стоит: {n}")
                when
                    $seller : Employee( $id : id )
                    Reading( kpi == "win_rate", subject == $id, defined == true, value < 0.5, $rate : value )
                    accumulate( Deviation( rule == "deal_stuck", active == true, $d : subjectId )
                                and Deal( id == $d, owner == $id ); $n : count( $d ); $n >= 2 )
                then
                end
                """);
        Engine engine = Engine.at(at("2026-03-31T12:00"), standards(rules, STUCK, WIN_RATE), rules);
        engine.apply(List.of(
                change("employee", "e1", "start"),
                closed("D0", "2026-03-20", "lost", "e1"),
                deal("D1", "2026-03-17", "e1"),
                deal("D2", "2026-03-17", "e1")));
        assertTrue(engine.deviations().stream().noneMatch(d -> d.rule().equals("losing")));
        engine.advance(at("2026-04-01"));
        Deviation losing = deviation(engine, "e1", "losing");
        assertEquals("won 0% and 2 deals stand", losing.message().in(Locale.ENGLISH));
        Difference won =
                engine.apply(List.of(change("deal", "D1", "2026-04-01", "status", "won", "closed_at", "2026-04-01")));
        assertTrue(words(won.cleared()).contains("losing e1 critical"), "one deal that stands is not two");
        engine.apply(List.of(deal("D3", "2026-04-01", "e1")));
        engine.advance(at("2026-04-16"));
        assertTrue(
                engine.deviations().stream().noneMatch(d -> d.rule().equals("losing")),
                "two deals stand, but the reading has been replaced: one won and one lost is not below half");
    }

    private static norma.fact.Change deal(String id, String at, String owner) {
        return change("deal", id, at, "status", "open", "stage", "proposal", "amount", 200_000, "owner", owner);
    }

    private static norma.fact.Change closed(String id, String at, String status, String owner) {
        return change("deal", id, at, "status", status, "closed_at", at, "owner", owner, "client", "C1");
    }

    private static String message(Engine engine) {
        return engine.deviations().get(0).message().in(Locale.ENGLISH);
    }

    private static Deviation deviation(Engine engine, String subject) {
        return engine.deviations().stream()
                .filter(d -> d.subject().id().equals(subject))
                .findFirst()
                .orElseThrow();
    }

    private static Deviation deviation(Engine engine, String subject, String rule) {
        return engine.deviations().stream()
                .filter(d -> d.subject().id().equals(subject) && d.rule().equals(rule))
                .findFirst()
                .orElseThrow(() -> new AssertionError(words(engine.deviations()).toString()));
    }

    private static List<String> said(List<Decision> decisions) {
        return decisions.stream()
                .map(d -> d.action() + " " + d.assignee().orElse("nobody") + " "
                        + d.due().map(String::valueOf).orElse("none"))
                .toList();
    }
}
