package norma.judge;

import static norma.Firm.at;
import static norma.Firm.change;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import norma.Firm;
import norma.calendar.Pauses;
import norma.deviation.Observation;
import norma.expression.Expression;
import norma.expression.Scene;
import norma.expression.Undefined;
import norma.fact.Deal;
import norma.fact.Fact;
import norma.fact.World;
import norma.standard.DeviationRule;
import norma.standard.Standards;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules that are held against a subject together find what each of them sees by itself, now and when time has passed. */
class LineupTest {

    private static final Standards STANDARDS = Firm.standards("""
            kpis:
              age: { title: { en: Age, ru: Возраст }, of: deal, value: "working_days(stage_entered_at, now, office)" }
              hours: { title: { en: Hours, ru: Часы }, of: deal, value: "hours(created_at, now)" }
              ahead: { title: { en: Ahead, ru: Впереди }, of: deal, value: "days(now, expected_close_at)" }
              sum: { title: { en: Sum, ru: Сумма }, of: deal, value: amount }
              tilt: { title: { en: Tilt, ru: Наклон }, of: deal, value: "days(now, expected_close_at) * (probability - 50%)" }
              cost: { title: { en: Cost, ru: Расход }, of: deal, value: "amount * calendar_days(created_at, now)" }
            norms:
              age_limit:
                kpi: age
                breach: above
                default: { warn: 3, critical: 9, clear_at: 2 }
                precedence: [owner, stage + segment, stage]
                overrides:
                  - { where: { owner: e1 }, warn: 1 }
                  - { where: { stage: proposal, segment: b2g }, warn: 6, critical: 7 }
                  - { where: { stage: negotiation, segment: b2b }, critical: 12 }
                  - { where: { stage: proposal }, warn: 4, critical: 20 }
              age_of_others: { kpi: age, breach: above, default: { warn: 5 } }
              too_young:
                kpi: age
                breach: below
                default: { warn: 2 }
                precedence: [segment]
                overrides: [{ where: { segment: b2g }, warn: 4 }]
              hours_limit:
                kpi: hours
                breach: above
                default: { warn: 100.5, critical: 300 }
                precedence: [stage]
                overrides: [{ where: { stage: lead }, warn: 200 }]
              ahead_limit: { kpi: ahead, breach: below, default: { warn: 7, critical: 0 } }
              far_limit: { kpi: ahead, breach: above, default: { warn: 5 } }
              sum_limit: { kpi: sum, breach: above, default: { warn: 500, critical: 900 } }
              tilt_limit: { kpi: tilt, breach: above, default: { warn: 4 } }
              cost_limit: { kpi: cost, breach: above, default: { warn: 4_000 } }
            deviations:
              tilted: { on: deal, breaks: tilt_limit, message: { en: "!", ru: "!" } }
              old: { on: deal, only_if: status = open, breaks: age_limit, message: { en: "!", ru: "!" } }
              old_large: { on: deal, only_if: status = open and amount > 300, breaks: age_limit, message: { en: "!", ru: "!" } }
              old_too: { on: deal, breaks: age_of_others, message: { en: "!", ru: "!" } }
              young: { on: deal, only_if: status = open, breaks: too_young, message: { en: "!", ru: "!" } }
              long_known: { on: deal, only_if: "stage in (lead, proposal)", breaks: hours_limit, message: { en: "!", ru: "!" } }
              closing: { on: deal, only_if: status = open, breaks: ahead_limit, message: { en: "!", ru: "!" } }
              far: { on: deal, only_if: status = open, breaks: far_limit, message: { en: "!", ru: "!" } }
              large: { on: deal, only_if: status = open, breaks: sum_limit, no_data: raise, message: { en: "!", ru: "!" } }
              large_of_some: { on: deal, only_if: client.segment = b2b, breaks: sum_limit, no_data: raise, message: { en: "!", ru: "!" } }
              large_late: { on: deal, only_if: "stage in (proposal, negotiation)", breaks: sum_limit, message: { en: "!", ru: "!" } }
              costly: { on: deal, breaks: cost_limit, message: { en: "!", ru: "!" } }
              waiting: { on: deal, only_if: "status = open and days(created_at, now) > 8", severity: warn, message: { en: "!", ru: "!" } }
            """);

    private final World world = new World();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void together_they_find_what_each_sees(int seed) {
        Random random = new Random(seed);
        fill(random);
        Glance.Slots slots = new Glance.Slots();
        List<Watch> watches = STANDARDS.deviations().values().stream()
                .map(rule -> new Watch(rule, STANDARDS, slots))
                .toList();
        Scene now = new At(at("2026-03-04T12:00"));
        Sweep sweep =
                new Sweep(new Glance(now, slots), new CaseBook(STANDARDS, world, now, new Failures()), new Failures());
        Lineup lineup = Lineup.of(watches);
        List<Case> expected = new ArrayList<>();
        DueQueue due = new DueQueue();
        for (Fact deal : world.all(Deal.TYPE)) {
            sweep.first(deal, world.number(deal), lineup, Long.MAX_VALUE);
            expected.addAll(raised(deal, watches, now));
        }
        assertEquals(expected, sweep.seen());
        assertTrue(expected.size() > 100, expected.size() + " found");

        sweep.tellDues(due);
        Expression waiting = STANDARDS.deviations().get("waiting").onlyIf().orElseThrow();
        int moments = 0;
        for (Fact deal : world.all(Deal.TYPE)) {
            long next = due.at(world.number(deal));
            long last = next == Long.MAX_VALUE ? at("2027-03-04") : next;
            for (int i = 0; i < 20; i++) {
                long before = i == 0 ? last - 1 : now.now() + (long) (random.nextDouble() * (last - now.now()));
                assertEquals(seen(watches, deal, now), seen(watches, deal, new At(before)), deal + " at " + before);
            }
            for (long anyway : new long[] {
                last - 1, last, last + 1, now.now() - 86_400_000, now.now() + random.nextInt(1, 2_000_000_000)
            }) assertEquals(Math.min(next, anyway), lookedAtAgain(deal, watches, slots, now, anyway), deal.toString());
            if (next == Long.MAX_VALUE) continue;
            moments++;
            boolean differs = !seen(watches, deal, now).equals(seen(watches, deal, new At(next)));
            boolean inVain = next == waiting.changesAt(deal, now) || next == at("2026-03-05T00:00");
            assertTrue(differs || inVain, deal + " at " + next);
        }
        assertTrue(moments > 100, moments + " moments");
    }

    /** Whichever subject comes first: what was found out about it must not be taken for the next one's. */
    @Test
    void alone_each_finds_what_it_sees_of_one_deal_after_the_other() {
        fill(new Random(6));
        Scene now = new At(at("2026-03-04T12:00"));
        List<Fact> deals = new ArrayList<>(world.all(Deal.TYPE));
        for (DeviationRule rule : STANDARDS.deviations().values()) {
            for (int first = 0; first < 30; first++) {
                Collections.rotate(deals, 1);
                Glance.Slots slots = new Glance.Slots();
                List<Watch> alone = List.of(new Watch(rule, STANDARDS, slots));
                Sweep sweep = new Sweep(
                        new Glance(now, slots), new CaseBook(STANDARDS, world, now, new Failures()), new Failures());
                Lineup lineup = Lineup.of(alone);
                List<Case> expected = new ArrayList<>();
                for (Fact deal : deals) {
                    sweep.first(deal, world.number(deal), lineup, Long.MAX_VALUE);
                    expected.addAll(raised(deal, alone, now));
                }
                assertEquals(expected, sweep.seen());
                assertTrue(expected.size() > 5, rule.id() + ": " + expected.size() + " found");
            }
        }
    }

    /** When a fact that is looked at at this moment anyway is to be looked at next; at that moment where no rule concerns it. */
    private long lookedAtAgain(Fact deal, List<Watch> watches, Glance.Slots slots, Scene now, long anyway) {
        Sweep sweep =
                new Sweep(new Glance(now, slots), new CaseBook(STANDARDS, world, now, new Failures()), new Failures());
        DueQueue due = new DueQueue();
        due.set(world.number(deal), anyway);
        sweep.again(new Looks.Look(deal, world.number(deal), Alteration.TOUCHED, true), Lineup.of(watches), anyway);
        assertEquals(raised(deal, watches, now), sweep.seen());
        sweep.tellDues(due);
        return Math.min(anyway, due.at(world.number(deal)));
    }

    private static List<Case> raised(Fact deal, List<Watch> watches, Scene now) {
        return watches.stream()
                .filter(watch -> raises(watch, watch.observe(deal, now)))
                .map(watch -> Case.of(watch.rule().id(), deal))
                .toList();
    }

    private static boolean raises(Watch watch, Observation seen) {
        return switch (seen.verdict()) {
            case BREACH -> true;
            case NO_DATA -> watch.rule().noData() == DeviationRule.NoData.RAISE;
            default -> false;
        };
    }

    @Test
    void a_glance_at_another_time_sees_the_rows_of_that_time() {
        Standards standards = Firm.standards("""
                kpis:
                  hours: { title: { en: Hours, ru: Часы }, of: deal, value: "hours(created_at, now)" }
                norms:
                  hours_limit:
                    kpi: hours
                    breach: above
                    default: { warn: 100 }
                    precedence: [owner]
                    overrides: [{ where: { owner: e1 }, warn: 5, until: 2026-03-20, reason: probation }]
                deviations:
                  long_known: { on: deal, breaks: hours_limit, message: { en: "!", ru: "!" } }
                """);
        world.apply(change("deal", "D1", "start", "owner", "e1", "created_at", "2026-03-01"));
        Fact deal = world.all(Deal.TYPE).iterator().next();
        Glance.Slots slots = new Glance.Slots();
        Watch watch = new Watch(standards.deviations().get("long_known"), standards, slots);
        Glance glance = new Glance(new At(at("2026-03-20T23:00")), slots);

        assertArrayEquals(new double[] {5}, watch.limits(glance.at(deal)));
        assertArrayEquals(new double[] {100}, watch.limits(glance.at(deal, at("2026-03-21T01:00"))));
        assertArrayEquals(new double[] {5}, watch.limits(glance.again().at(deal)));
    }

    private static List<String> seen(List<Watch> watches, Fact fact, Scene scene) {
        return watches.stream()
                .map(watch -> watch.observe(fact, scene))
                .map(seen -> seen.verdict() + " " + seen.severity())
                .toList();
    }

    private void fill(Random random) {
        for (int i = 0; i < 6; i++)
            world.apply(change(
                    "client", "C" + i, "start", "segment", List.of("b2b", "b2g").get(i % 2)));
        for (int i = 0; i < 300; i++) {
            List<Object> set = new ArrayList<>();
            set.addAll(List.of("status", random.nextInt(4) > 0 ? "open" : "won"));
            set.addAll(List.of("owner", "e" + random.nextInt(4)));
            if (random.nextInt(9) > 0) set.addAll(List.of("client", "C" + random.nextInt(8)));
            if (random.nextInt(9) > 0)
                set.addAll(List.of(
                        "stage", List.of("lead", "proposal", "negotiation").get(random.nextInt(3))));
            if (random.nextInt(9) > 0) set.addAll(List.of("amount", random.nextInt(1_000)));
            if (random.nextInt(9) > 0) set.addAll(List.of("stage_entered_at", day(random, -20, 21)));
            if (random.nextInt(9) > 0) set.addAll(List.of("created_at", day(random, -30, 31)));
            if (random.nextInt(9) > 0) set.addAll(List.of("expected_close_at", day(random, -10, 30)));
            set.addAll(List.of("probability", random.nextInt(3) / 2.0));
            world.apply(change("deal", "D" + i, "start", set.toArray()));
            if (random.nextInt(6) == 0)
                world.apply(change(
                        "hold",
                        "H" + i,
                        "start",
                        "deal",
                        "D" + i,
                        "from",
                        day(random, -10, 20),
                        "to",
                        day(random, 5, 9)));
        }
    }

    private static String day(Random random, int from, int days) {
        return java.time.LocalDateTime.of(2026, 3, 4, 0, 0)
                .plusDays(from)
                .plusMinutes(random.nextInt(days * 24 * 60))
                .toString();
    }

    /** The facts at a moment; no KPI has readings. */
    private final class At implements Scene {

        private final long now;

        At(long now) {
            this.now = now;
        }

        @Override
        public long now() {
            return now;
        }

        @Override
        public Pauses pauses(Object subject) {
            return world.pauses(subject);
        }

        @Override
        public @Nullable Object find(String factType, String id) {
            return world.find(factType, id);
        }

        @Override
        public long whole(String kpi, String over, Object subject) {
            return Undefined.LONG;
        }

        @Override
        public double number(String kpi, String over, Object subject) {
            return Undefined.DOUBLE;
        }

        @Override
        public @Nullable String words(String kpi, String over, Object subject) {
            return null;
        }
    }
}
