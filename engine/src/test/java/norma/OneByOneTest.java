package norma;

import static norma.Firm.at;
import static norma.Firm.change;
import static norma.Firm.deviations;
import static norma.Firm.engine;
import static norma.Firm.readings;
import static norma.Firm.standards;
import static norma.Firm.state;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import norma.deviation.Deviation;
import norma.fact.Change;
import norma.standard.Standards;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Changes taken in one by one while time passes lead where all of them at once lead. The rules say {@code no_data: clear}:
 * with {@code keep} what was so before there was no data stays, and the way does matter.
 */
class OneByOneTest {

    static final String DEFINITIONS = """
            kpis:
              age:
                title: { en: Age, ru: Возраст }
                of: deal
                value: working_days(stage_entered_at, now, office)
              open_amount:
                title: { en: Open amount, ru: Сумма открытых }
                of: deal
                only_if: status = open
                sum: amount
                by: [owner, team, stage]
              win_rate:
                title: { en: Win rate, ru: Доля выигранных }
                of: deal
                ratio: { count: status = won, to: "status in (won, lost)" }
                at: closed_at
                by: [owner, team, segment, [owner, segment]]
                over: [rolling 14d, month, all]
              typical:
                title: { en: Median won, ru: Медиана выигранных }
                of: deal
                only_if: status = won
                median: amount
                at: closed_at
                by: [owner]
                over: [rolling 30d]
              cycle:
                title: { en: Days to the end, ru: Дней до закрытия }
                of: deal
                mean: working_days(created_at, closed_at, office)
                at: closed_at
                by: [owner, segment]
                over: [rolling 30d, all]
              stay:
                title: { en: Stay in the stage, ru: Пребывание на этапе }
                of: visit
                sum: calendar_days(entered_at, left_at)
                by: [stage, owner]
              service:
                title: { en: Days of service, ru: Дней работы }
                of: employee
                sum: working_days(hired_at, left_at, office)
                by: [team]
              known:
                title: { en: Known for, ru: Известен }
                of: client
                value: working_days(since, now, office)
              deal_of_segment:
                title: { en: Stays by the deal's client, ru: Пребывания по клиенту сделки }
                of: visit
                only_if: deal.client.segment = b2b
                count: deal.amount > 500
              in_stage:
                title: { en: Time in stage, ru: Время на этапе }
                of: visit
                survival: { from: entered_at, to: left_at, in: calendar_days, quantile: 0.5 }
                by: [stage]
              class:
                title: { en: Class, ru: Класс }
                of: deal
                only_if: status = won
                abc: { item: client, measure: amount, breaks: [60, 90], crossing: inside }
            norms:
              age_limit:
                kpi: age
                breach: above
                default: { warn: 5, critical: 12 }
                precedence: [owner + stage, segment]
                overrides:
                  - { where: { segment: b2g }, warn: 8, critical: 20 }
                  - { where: { owner: e1, stage: lead }, warn: 2 }
              rate_norm: { kpi: win_rate, breach: below, default: { warn: 50%, critical: 25% } }
            deviations:
              old:
                on: deal
                only_if: status = open and amount > 500
                breaks: age_limit
                muted_by: [poor]
                message: { en: "{value}", ru: "{value}" }
              poor:
                on: owner
                no_data: clear
                only_if: win_rate.cases >= 3
                breaks: rate_norm
                message: { en: "{value}", ru: "{value}" }
              long_known:
                on: client
                no_data: clear
                only_if: known > 35
                message: { en: "{known}", ru: "{known}" }
              long_served:
                on: employee
                no_data: clear
                only_if: working_days(hired_at, now, office) > 40
                message: { en: "{team}", ru: "{team}" }
              small_of_class_a:
                on: client
                no_data: clear
                only_if: class = A and size is undefined
                message: { en: "{class}", ru: "{class}" }
              poor_segment:
                on: segment
                no_data: clear
                breaks: rate_norm
                over: all
                message: { en: "{value}", ru: "{value}" }
            """;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void the_way_does_not_matter(long seed) {
        Standards standards = standards(DEFINITIONS);
        List<Change> changes = changes(new Random(seed));
        String end = "2026-03-31T18:00";

        Engine atOnce = engine(end, standards);
        atOnce.apply(changes);
        Engine oneByOne = engine("2026-01-01", standards);
        for (Change change : changes) {
            if (change.at() > oneByOne.now()) oneByOne.advance(change.at());
            oneByOne.apply(List.of(change));
        }
        oneByOne.advance(at(end));

        assertEquals(readings(atOnce), readings(oneByOne));
        assertEquals(deviations(atOnce), deviations(oneByOne));
        assertFalse(deviations(atOnce).isEmpty());
    }

    /** What is raised and over again before anybody looks is told all the same, and at its time. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void one_long_way_gives_what_short_ones_give(long seed) {
        Standards standards = standards(DEFINITIONS);
        List<Change> changes = changes(new Random(seed));
        long end = at("2026-03-31T18:00");

        Engine leaping = engine("2026-01-01", standards);
        leaping.apply(changes);
        Difference whole = leaping.advance(end);
        Engine strolling = engine("2026-01-01", standards);
        strolling.apply(changes);
        List<String> raised = new ArrayList<>();
        List<String> cleared = new ArrayList<>();
        while (strolling.now() < end) {
            Difference part = strolling.advance(
                    Math.min(end, strolling.now() + Duration.ofMinutes(90).toMillis()));
            raised.addAll(told(part.raised()));
            cleared.addAll(told(part.cleared()));
        }

        assertEquals(raised, told(whole.raised()));
        assertEquals(cleared, told(whole.cleared()));
        assertEquals(state(strolling), state(leaping));
        assertTrue(cleared.size() > 5, cleared.size() + " cleared");
    }

    private static List<String> told(List<Deviation> deviations) {
        return deviations.stream()
                .map(deviation -> deviation.id() + " since " + deviation.since())
                .toList();
    }

    /** People, clients that change their segment and owners their team, deals that move, shrink, close and reopen. */
    static List<Change> changes(Random random) {
        List<Change> changes = new ArrayList<>();
        for (int i = 1; i <= 4; i++) {
            changes.add(change(
                    "employee",
                    "e" + i,
                    "start",
                    "team",
                    "t" + i % 2,
                    "hired_at",
                    "2026-01-0" + i,
                    "left_at",
                    "2026-03-2" + i));
            changes.add(change(
                    "client", "C" + i, "start", "segment", i % 2 == 0 ? "b2b" : "b2g", "since", "2026-01-1" + i));
        }
        for (int i = 0; i < 150; i++) {
            String day = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(88)) + "T" + (10 + random.nextInt(9)) + ":00";
            changes.add(
                    switch (random.nextInt(16)) {
                        case 12, 13 -> hold(random, day);
                        case 14 -> absence(random, day);
                        case 0 -> change("employee", "e" + one(random, 4), day, "team", "t" + random.nextInt(2));
                        case 1 ->
                            change(
                                    "client",
                                    "C" + one(random, 4),
                                    day,
                                    "segment",
                                    random.nextBoolean() ? "b2b" : "b2g");
                        case 2, 3, 4 -> change("deal", "D" + one(random, 25), day, "status", "won", "closed_at", day);
                        case 5, 6 -> change("deal", "D" + one(random, 25), day, "status", "lost", "closed_at", day);
                        default ->
                            change(
                                    "deal",
                                    "D" + one(random, 25),
                                    day,
                                    "status",
                                    "open",
                                    "created_at",
                                    "2026-01-0" + one(random, 9),
                                    "amount",
                                    100 * one(random, 20),
                                    "owner",
                                    "e" + one(random, 4),
                                    "client",
                                    "C" + one(random, 4),
                                    "stage",
                                    List.of("lead", "proposal", "negotiation").get(random.nextInt(3)));
                    });
        }
        changes.sort(Comparator.comparingLong(Change::at));
        return changes;
    }

    /** Of a deal or of its client; late more often than not, moved, left open, handed to another deal or taken back. */
    private static Change hold(Random random, String day) {
        String from = random.nextInt(5) == 0 ? null : any(random);
        return change(
                "hold",
                "H" + one(random, 6),
                day,
                "deal",
                random.nextInt(3) == 0 ? null : "D" + one(random, 25),
                "client",
                random.nextInt(3) != 0 ? null : "C" + one(random, 4),
                "from",
                from,
                "to",
                random.nextInt(3) == 0 ? null : any(random));
    }

    private static Change absence(Random random, String day) {
        String from = random.nextInt(5) == 0 ? null : any(random);
        return change(
                "absence",
                "A" + one(random, 4),
                day,
                "owner",
                "e" + one(random, 4),
                "from",
                from,
                "to",
                random.nextInt(3) == 0 ? null : any(random));
    }

    private static String any(Random random) {
        return LocalDate.of(2026, 1, 1).plusDays(random.nextInt(100)).toString();
    }

    private static int one(Random random, int of) {
        return 1 + random.nextInt(of);
    }
}
