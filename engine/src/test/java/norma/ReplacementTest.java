package norma;

import static norma.Firm.at;
import static norma.Firm.change;
import static norma.Firm.deviations;
import static norma.Firm.engine;
import static norma.Firm.readings;
import static norma.Firm.standards;
import static norma.Firm.words;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import norma.fact.Change;
import norma.measure.Reading;
import norma.measure.Revision;
import norma.standard.Standards;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Other definitions over standing facts lead where an engine that is made with them leads. */
class ReplacementTest {

    /** KPI by id, each as one firm or another may write it. */
    private static final Map<String, List<String>> KPIS = new TreeMap<>(Map.of(
            "amount_open",
            List.of(
                    "of: deal, only_if: status = open, sum: amount, by: [owner, team]",
                    "of: deal, only_if: status = open and stage in few, sum: amount, by: [owner, team, segment]"),
            "rate",
            List.of(
                    "of: deal, ratio: { count: status = won, to: 'status in (won, lost)' }, at: closed_at, by: [owner,"
                            + " segment], over: [rolling 14d, month, all]",
                    "of: deal, ratio: { count: status = won, to: 'status in (won, lost)' }, at: closed_at, by: [owner],"
                            + " over: [all, rolling 30d]"),
            "typical",
            List.of(
                    "of: deal, only_if: status = won, median: amount, at: closed_at, by: [owner], over: [rolling 30d]",
                    "of: deal, only_if: status = won, max: amount, at: closed_at, by: [owner], over: [rolling 30d]"),
            "cycle",
            List.of(
                    "of: deal, mean: 'working_days(created_at, closed_at)', at: closed_at, by: [owner], over: [month]",
                    "of: deal, mean: 'calendar_days(created_at, closed_at)', at: closed_at, by: [owner], over: [month]"),
            "age_open",
            List.of(
                    "of: deal, only_if: status = open, mean: 'calendar_days(created_at, now)', by: [owner]",
                    "of: deal, only_if: status = open, max: 'calendar_days(created_at, now)', by: [owner]"),
            "stay",
            List.of(
                    "of: visit, survival: { from: entered_at, to: left_at, in: calendar_days, quantile: 0.5 }, by:"
                            + " [stage]",
                    "of: visit, survival: { from: entered_at, to: left_at, in: calendar_days, quantile: 0.8 }, by:"
                            + " [stage]"),
            "grade",
            List.of(
                    "of: deal, only_if: status = won, abc: { item: client, measure: amount, breaks: [60, 90], crossing:"
                            + " inside }",
                    "of: deal, only_if: status = won, abc: { item: client, measure: amount, breaks: [50, 90], crossing:"
                            + " inside }"),
            "age",
            List.of(
                    "of: deal, value: 'working_days(stage_entered_at, now)'",
                    "of: deal, value: 'calendar_days(stage_entered_at, now)'")));

    /** What a firm may have chosen: for each KPI none or one of its texts, and the rest. */
    private static final class Choice {

        private final Map<String, Integer> kpis = new HashMap<>();
        private int warn = 40;
        private boolean doubled;
        private boolean holiday;
        private boolean byAmount = true;
        private boolean few;

        void change(Random random) {
            switch (random.nextInt(8)) {
                case 0 -> warn = 20 + random.nextInt(60);
                case 1 -> doubled = !doubled;
                case 2 -> holiday = !holiday;
                case 3 -> byAmount = !byAmount;
                case 4 -> few = !few;
                default -> {
                    List<String> ids = List.copyOf(KPIS.keySet());
                    kpis.put(ids.get(random.nextInt(ids.size())), random.nextInt(3));
                }
            }
        }

        private boolean has(String id) {
            return kpis.getOrDefault(id, 0) < 2;
        }

        Standards standards() {
            StringBuilder text = new StringBuilder("kpis:\n");
            text.append("  always: { title: { en: A, ru: А }, of: client, count: segment = b2b }\n");
            KPIS.forEach((id, texts) -> {
                if (has(id))
                    text.append(
                            "  " + id + ": { title: { en: T, ru: Т }, " + texts.get(kpis.getOrDefault(id, 0)) + " }\n");
            });
            if (doubled && has("rate"))
                text.append("  twice: { title: { en: D, ru: Д }, of: deal, formula: 'rate * 2', by: [owner], over:"
                        + " [all] }\n");
            text.append("lists: { few: [" + (few ? "lead" : "lead, proposal") + "] }\n");
            if (has("rate"))
                text.append("norms:\n  rate_norm: { kpi: rate, breach: below, default: { warn: " + warn + "% } }\n");
            text.append("deviations:\n");
            text.append("  large: { on: deal, only_if: status = open and amount > " + (byAmount ? 500 : 900)
                    + ", message: { en: L, ru: Л } }\n");
            if (has("rate"))
                text.append(
                        "  poor: { on: owner, no_data: clear, breaks: rate_norm, over: all, message: { en: P, ru: П }"
                                + " }\n");
            if (has("rate") && kpis.getOrDefault("rate", 0) == 0 && doubled)
                text.append(
                        "  poor_segment: { on: segment, no_data: clear, breaks: rate_norm, over: all, message: { en:"
                                + " P, ru: П } }\n");
            if (has("age"))
                text.append("  old: { on: deal, only_if: status = open and age > 15, message: { en: O, ru: О } }\n");
            if (has("grade"))
                text.append("  best: { on: client, no_data: clear, only_if: grade = A, message: { en: B, ru: Б } }\n");
            text.append("calendars:\n  plain: { zone: Europe/Moscow }\n");
            return Firm.standardsOf(
                    holiday
                            ? Firm.MODEL.replace(
                                    "fri] }", "fri], holidays: [{ from: 2026-03-05, to: 2026-03-12, en: H, ru: П }] }")
                            : Firm.MODEL,
                    text.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void a_replaced_engine_equals_one_made_with_the_new_definitions(long seed) {
        Random random = new Random(seed);
        List<Change> changes = changes(random);
        Choice choice = new Choice();
        Engine engine = engine("2026-01-01", choice.standards());
        int taken = 0;
        for (int step = 1; step <= 25; step++) {
            long now = at(LocalDate.of(2026, 1, 1).plusDays(3L * step) + "T15:00");
            engine.advance(now);
            int from = taken;
            while (taken < changes.size() && changes.get(taken).at() <= now) taken++;
            engine.apply(changes.subList(from, taken));
            for (int i = random.nextInt(3); i >= 0; i--) choice.change(random);
            Standards next = choice.standards();
            Map<String, String> before = shown(engine);
            Difference difference = engine.replace(next);

            Engine anew = Engine.at(now, next, norma.judge.DrlRules.none());
            anew.apply(changes.subList(0, taken));
            assertEquals(readings(anew), readings(engine), "step " + step);
            assertEquals(deviations(anew), deviations(engine), "step " + step);
            difference.readings().forEach(revision -> revise(before, revision));
            assertEquals(shown(engine), before, "the difference leads from the readings before to those after");
        }
    }

    private static void revise(Map<String, String> shown, Revision revision) {
        Reading before = revision.before();
        Reading after = revision.after();
        if (before != null && isComparable(before)) assertEquals(shown.remove(place(before)), value(before));
        if (after != null && isComparable(after)) shown.put(place(after), value(after));
    }

    private static Map<String, String> shown(Engine engine) {
        Map<String, String> shown = new TreeMap<>();
        for (Reading reading : engine.readings()) if (isComparable(reading)) shown.put(place(reading), value(reading));
        return shown;
    }

    /** A calendar period without cases is shown as it goes on, and not among all that have cases. */
    private static boolean isComparable(Reading reading) {
        return !reading.definition().ofSubject() && !reading.period().name().equals("month");
    }

    private static String place(Reading reading) {
        return reading.getKpi() + " " + reading.scope() + " " + reading.period().name();
    }

    private static String value(Reading reading) {
        return reading.measured().toString();
    }

    @Test
    void another_norm_measures_nothing_anew() {
        Choice choice = new Choice();
        Engine engine = engine("2026-03-31T12:00", choice.standards());
        engine.apply(changes(new Random(1)));
        assertFalse(words(engine.deviations()).contains("poor e1 warn"));
        choice.warn = 99;

        Difference difference = engine.replace(choice.standards());

        assertEquals(List.of(), difference.readings());
        assertTrue(words(difference.raised()).contains("poor e1 warn"));
    }

    @Test
    void a_kpi_that_says_something_else_leaves_the_readings_of_the_others() {
        Choice choice = new Choice();
        Engine engine = engine("2026-03-31T12:00", choice.standards());
        engine.apply(changes(new Random(1)));
        choice.kpis.put("typical", 1);

        Difference difference = engine.replace(choice.standards());

        assertFalse(difference.readings().isEmpty());
        difference.readings().forEach(revision -> {
            assertEquals("typical", revision.either().getKpi());
            assertTrue(revision.before() != null, "it was another figure before");
        });
    }

    @Test
    void a_kpi_rests_on_the_calendar_of_the_model_though_it_does_not_name_it() {
        Choice choice = new Choice();
        Engine engine = engine("2026-03-31T12:00", choice.standards());
        engine.apply(changes(new Random(1)));
        choice.holiday = true;

        assertFalse(engine.replace(choice.standards()).readings().isEmpty());
    }

    @Test
    void a_first_rule_about_a_segment_finds_the_readings_that_stand() {
        String rate = """
                kpis:
                  rate:
                    title: { en: Rate, ru: Доля }
                    of: deal
                    ratio: { count: status = won, to: "status in (won, lost)" }
                    by: [segment]
                norms:
                  rate_norm: { kpi: rate, breach: below, default: { warn: 90% } }
                """;
        Engine engine = engine("2026-03-31T12:00", standards(rate));
        engine.apply(List.of(
                change("client", "C1", "start", "segment", "b2g"),
                change("deal", "D1", "start", "status", "lost", "client", "C1")));

        Difference difference = engine.replace(standards(rate + """
                deviations:
                  poor_segment: { on: segment, breaks: rate_norm, message: { en: P, ru: П } }
                """));

        assertEquals(1, difference.raised().size());
        assertEquals(List.of(), difference.readings());
    }

    private static List<Change> changes(Random random) {
        List<Change> changes = new ArrayList<>();
        for (int i = 1; i <= 4; i++) {
            changes.add(change("employee", "e" + i, "start", "team", "t" + i % 2));
            changes.add(change("client", "C" + i, "start", "segment", i % 2 == 0 ? "b2b" : "b2g"));
        }
        for (int i = 0; i < 200; i++) {
            LocalDate date = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(80));
            String day = date + "T" + (10 + random.nextInt(9)) + ":00";
            String id = "D" + random.nextInt(40);
            String status = List.of("open", "open", "won", "lost").get(random.nextInt(4));
            changes.add(change(
                    "deal",
                    id,
                    day,
                    "status",
                    status,
                    "created_at",
                    date.minusDays(random.nextInt(30)).toString(),
                    "closed_at",
                    status.equals("open")
                            ? null
                            : date.plusDays(random.nextInt(12)).toString(),
                    "amount",
                    100 * (1 + random.nextInt(20)),
                    "owner",
                    "e" + (1 + random.nextInt(4)),
                    "client",
                    "C" + (1 + random.nextInt(4)),
                    "stage",
                    List.of("lead", "proposal", "negotiation").get(random.nextInt(3))));
        }
        changes.sort(Comparator.comparingLong(Change::at));
        return changes;
    }
}
