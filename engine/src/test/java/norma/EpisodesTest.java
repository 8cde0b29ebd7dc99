package norma;

import static norma.Firm.at;
import static norma.Firm.change;
import static norma.Firm.engine;
import static norma.Firm.standards;
import static norma.Firm.words;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import norma.decide.Decision;
import norma.deviation.Deviation;
import norma.fact.Change;
import org.junit.jupiter.api.Test;

/** What is remembered of a rule and a subject while facts, time and definitions change. */
class EpisodesTest {

    private static final String SILENT = """
            kpis:
              silence:
                title: { en: Silence, ru: Молчание }
                of: deal
                unit: days
                value: calendar_days(created_at, now)
            norms:
              silence_limit: { kpi: silence, breach: above, default: { warn: 10 } }
            deviations:
              deal_silent:
                on: deal
                breaks: silence_limit
                group_by: [stage]
                OPTIONS
                message: { en: "{value} in {stage}", ru: "{value} на этапе {stage}" }
            decisions:
              call:
                when: deal_silent
                phase: lead
                ladder:
                  - { at: warn, do: call_client, to: deal.owner, due: 1wd }
                  - { unacknowledged: 3wd, do: escalate, to: sales_director }
            """;

    private static Engine silent(String options) {
        Engine engine = engine("2026-03-02T12:00", standards(SILENT.replace("OPTIONS", options)));
        engine.apply(List.of(change(
                "deal", "D1", "2026-03-02T12:00", "status", "open", "stage", "lead", "created_at", "2026-02-10")));
        return engine;
    }

    private static Change stage(String at, String stage) {
        return change("deal", "D1", at, "stage", stage);
    }

    private static List<String> ids(List<Deviation> deviations) {
        return deviations.stream().map(Deviation::id).toList();
    }

    @Test
    void in_another_group_it_is_another_deviation_with_its_own_episode() {
        Engine engine = silent("");
        assertEquals(List.of("deal_silent/deal/D1/stage=lead"), ids(engine.deviations()));
        assertEquals(at("2026-02-21"), engine.deviations().get(0).since());
        List<Decision> before = engine.decisions();
        assertEquals(2, before.size(), "raised ten days ago: escalated too");

        engine.advance(at("2026-03-03T12:00"));
        Difference moved = engine.apply(List.of(stage("2026-03-03T12:00", "proposal")));
        assertEquals(List.of("deal_silent/deal/D1/stage=lead"), ids(moved.cleared()));
        assertEquals(List.of("deal_silent/deal/D1/stage=proposal"), ids(moved.raised()));
        assertEquals(List.of(), moved.changed());
        assertEquals(at("2026-03-03T12:00"), moved.raised().get(0).since());
        assertEquals(
                List.of("call/1/deal_silent/deal/D1/stage=proposal"),
                engine.decisions().stream().map(Decision::id).toList(),
                "what it called for begins anew");
    }

    @Test
    void in_another_group_it_has_to_be_so_for_long_enough_again() {
        Engine engine = silent("for: 2d");
        assertEquals(1, engine.deviations().size());
        engine.advance(at("2026-03-03T12:00"));
        assertEquals(
                List.of("deal_silent/deal/D1/stage=lead"),
                ids(engine.apply(List.of(stage("2026-03-03T12:00", "proposal"))).cleared()));
        assertEquals(List.of(), engine.deviations());
        assertEquals(
                List.of("deal_silent/deal/D1/stage=proposal"),
                ids(engine.advance(at("2026-03-05T12:00")).raised()));
    }

    @Test
    void a_quick_return_to_a_group_is_its_former_episode() {
        Engine engine = silent("reopen_within: 7d");
        engine.advance(at("2026-03-03T12:00"));
        engine.apply(List.of(stage("2026-03-03T12:00", "proposal")));
        engine.advance(at("2026-03-04T12:00"));
        Difference back = engine.apply(List.of(stage("2026-03-04T12:00", "lead")));
        assertEquals(List.of("deal_silent/deal/D1/stage=proposal"), ids(back.cleared()));
        assertEquals(List.of("deal_silent/deal/D1/stage=lead"), ids(back.raised()));
        assertEquals(at("2026-02-21"), back.raised().get(0).since());
    }

    @Test
    void a_group_may_be_a_path_to_another_fact() {
        Engine engine = engine(
                "2026-03-02T12:00",
                standards(SILENT.replace("[stage]", "[client.segment]").replace("OPTIONS", "")));
        engine.apply(List.of(
                change("client", "C1", "start", "segment", "b2b"),
                change("deal", "D1", "2026-03-02", "status", "open", "client", "C1", "created_at", "2026-02-10")));
        Difference moved = engine.apply(List.of(change("client", "C1", "2026-03-02", "segment", "b2g")));
        assertEquals(List.of("deal_silent/deal/D1/client.segment=b2b"), ids(moved.cleared()));
        assertEquals(List.of("deal_silent/deal/D1/client.segment=b2g"), ids(moved.raised()));
    }

    private static final String THIN = """
            deviations:
              client_small:
                on: client
                only_if: size = 'small'
                clear_for: 5d
                message: { en: small, ru: мал }
            decisions:
              grow:
                when: client_small
                phase: lead
                ladder: [{ unacknowledged: 3wd, do: escalate, to: sales_director }]
            """;

    @Test
    void an_escalation_counts_from_when_it_was_raised_and_recovering_does_not_restart_it() {
        Engine engine = engine("2026-03-02T12:00", standards(THIN));
        engine.apply(List.of(change("client", "C1", "2026-03-02T12:00", "size", "small")));
        engine.advance(at("2026-03-03T12:00"));
        engine.apply(List.of(change("client", "C1", "2026-03-03T12:00", "size", "large")));
        engine.advance(at("2026-03-04T12:00"));
        engine.apply(List.of(change("client", "C1", "2026-03-04T12:00", "size", "small")));
        assertEquals(at("2026-03-02T12:00"), engine.deviations().get(0).raisedAt());
        assertEquals(1, engine.advance(at("2026-03-05T12:00")).decided().size(), "three working days after March 2");
    }

    private static final String LARGE = """
            kpis:
              open_amount:
                title: { en: Open, ru: Открыто }
                of: deal
                sum: amount
                by: [segment]
            norms:
              open_norm: { kpi: open_amount, breach: below, default: { warn: 1000 } }
            deviations:
              little_open: { on: segment, breaks: open_norm, message: { en: "{value}", ru: "{value}" } }
              deal_dear:
                on: deal
                only_if: amount > 100
                message: { en: dear, ru: дорого }
              deal_named: { on: deal, only_if: next_step is undefined, message: { en: none, ru: нет } }
            decisions:
              fill: { when: deal_named, phase: lead, ladder: [{ at: warn, do: fill, to: deal.owner, due: 1wd }] }
            """;

    @Test
    void a_replacement_tells_only_what_is_different() {
        Engine engine = engine("2026-03-02T12:00", standards(LARGE));
        engine.apply(List.of(
                change("client", "C1", "start", "segment", "b2b"),
                change("deal", "D1", "2026-03-02", "client", "C1", "amount", 50)));
        List<Decision> before = engine.decisions();
        engine.advance(at("2026-03-03T12:00"));

        assertTrue(engine.replace(standards(LARGE)).isEmpty(), "the same");
        assertTrue(engine.replace(standards(LARGE, "lists: { others: [] }\n")).isEmpty(), "a list that nothing uses");
        assertEquals(before, engine.decisions(), "decided when they were, and due when they were");

        String version = version(engine, "little_open");
        Difference limit = engine.replace(standards(LARGE.replace("warn: 1000", "warn: 2000")));
        assertEquals(List.of("little_open b2b warn"), words(limit.changed()));
        assertEquals(List.of(), limit.readings());
        assertEquals(List.of(), limit.decided());
        assertTrue(!version.equals(version(engine, "little_open")), "another norm, another version of its rule");

        Difference counted = engine.replace(
                standards(LARGE.replace("sum: amount", "count: all").replace("warn: 1000", "warn: 2")));
        assertEquals(List.of("little_open b2b warn"), words(counted.changed()));
        assertEquals(2, counted.readings().size(), "the segment and the whole: 1 instead of 50 roubles");
    }

    private static String version(Engine engine, String rule) {
        return engine.deviations().stream()
                .filter(d -> d.rule().equals(rule))
                .map(Deviation::version)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_failure_is_forgotten_once_the_rule_works_again() {
        Engine engine = engine("2026-03-02T12:00", standards(LARGE.replace("amount > 100", "amount + amount > 100")));
        engine.apply(List.of(new Change(
                norma.fact.Deal.TYPE, "D1", at("2026-03-02"), java.util.Map.of("amount", Long.MAX_VALUE - 1))));
        assertEquals(
                List.of("deal_dear deal D1"),
                engine.failures().stream()
                        .map(f -> f.rule() + " " + f.subject())
                        .toList());
        engine.apply(List.of(change("deal", "D1", "2026-03-02", "amount", 10)));
        assertEquals(List.of(), List.copyOf(engine.failures()), "20 is not more than 100");
    }

    @Test
    void a_condition_that_fails_is_told_of_a_fact_that_was_seen_before_and_whose_value_is_within_its_limits() {
        Engine engine = engine("2026-03-02T12:00", standards("""
                kpis:
                  age: { title: { en: Age, ru: Возраст }, of: deal, value: "days(created_at, now)" }
                norms:
                  age_limit: { kpi: age, breach: above, default: { warn: 30 } }
                deviations:
                  old: { on: deal, only_if: amount + amount > 1, breaks: age_limit, message: { en: "!", ru: "!" } }
                """));
        engine.apply(List.of(change("deal", "D1", "2026-03-01", "amount", 100, "created_at", "2026-03-01")));
        assertEquals(List.of(), List.copyOf(engine.failures()));

        engine.apply(List.of(new Change(
                norma.fact.Deal.TYPE, "D1", at("2026-03-02"), java.util.Map.of("amount", Long.MAX_VALUE - 1))));
        assertEquals(
                List.of("old deal D1"),
                engine.failures().stream()
                        .map(f -> f.rule() + " " + f.subject())
                        .toList());
    }

    @Test
    void a_condition_that_is_unknown_raises_where_the_rule_says_so_though_the_value_is_within_its_limits() {
        Engine engine = engine("2026-03-02T12:00", standards("""
                kpis:
                  sum: { title: { en: Sum, ru: Сумма }, of: deal, value: amount }
                norms:
                  sum_limit: { kpi: sum, breach: above, default: { warn: 500 } }
                deviations:
                  large: { on: deal, only_if: client.segment = b2b, breaks: sum_limit, no_data: raise, message: { en: "!", ru: "!" } }
                """));
        engine.apply(List.of(
                change("client", "C1", "2026-03-01", "segment", "b2b"),
                change("deal", "D1", "2026-03-01", "amount", 100),
                change("deal", "D2", "2026-03-01", "amount", 100, "client", "C1")));
        assertEquals(List.of("large/deal/D1"), ids(engine.deviations()));

        engine.apply(List.of(change("deal", "D2", "2026-03-02", "client", null)));
        engine.apply(List.of(change("deal", "D1", "2026-03-02", "client", "C1")));
        assertEquals(List.of("large/deal/D2"), ids(engine.deviations()));
    }
}
