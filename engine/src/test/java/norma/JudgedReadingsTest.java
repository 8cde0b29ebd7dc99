package norma;

import static norma.Firm.at;
import static norma.Firm.change;
import static norma.Firm.drl;
import static norma.Firm.engine;
import static norma.Firm.standards;
import static norma.Firm.words;
import static norma.StuckDeals.STUCK;
import static norma.StuckDeals.deal;
import static norma.StuckDeals.message;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import norma.deviation.Deviation;
import norma.fact.Change;
import norma.judge.DrlRules;
import org.junit.jupiter.api.Test;

/** Readings of sellers, segments and the company are judged, by norms and by rules in DRL. */
class JudgedReadingsTest {

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

    private static Change closed(String id, String at, String status, String owner) {
        return change("deal", id, at, "status", status, "closed_at", at, "owner", owner, "client", "C1");
    }

    private static Deviation deviation(Engine engine, String subject, String rule) {
        return engine.deviations().stream()
                .filter(d -> d.subject().id().equals(subject) && d.rule().equals(rule))
                .findFirst()
                .orElseThrow(() -> new AssertionError(words(engine.deviations()).toString()));
    }
}
