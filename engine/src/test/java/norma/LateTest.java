package norma;

import static norma.Firm.at;
import static norma.Firm.change;
import static norma.Firm.deviations;
import static norma.Firm.drl;
import static norma.Firm.readings;
import static norma.Firm.standards;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import norma.deviation.Deviation;
import norma.fact.Catalogue;
import norma.fact.Change;
import norma.fact.Deal;
import norma.fact.Fact;
import norma.fact.FactType;
import norma.fact.RefusedChange;
import norma.fact.Visit;
import norma.judge.DrlRules;
import norma.standard.Standards;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Changes that come late, or in any order, lead where the same changes lead that come when they happen. */
class LateTest {

    private static final String VISITS = """
              long_stay:
                on: visit
                no_data: clear
                only_if: left_at is defined and calendar_days(entered_at, left_at) > 4
                message: { en: "{stage}", ru: "{stage}" }
            """;
    private static final String DRL = """
            package test
            import norma.fact.Deal
            import norma.fact.Visit
            rule "returned"
                @raises(returned)
                @title_en("Returned")
                @title_ru("Вернулась")
                @subject($visit)
                @severity(warn)
                @en("returned")
                @ru("вернулась")
            when
                $visit : Visit( nth > 1, $deal : deal )
                Deal( id == $deal, status == "open" )
            then
            end
            """;

    private final DrlRules rules = drl(DRL);
    private final Standards standards = standards(rules, OneByOneTest.DEFINITIONS + VISITS);

    /** What is kept of the changes that an engine has taken in, as a store keeps them. */
    private static final class Kept implements Archive {

        private final List<Change> changes = new ArrayList<>();

        @Override
        public List<Change> of(FactType type, String id) {
            return changes.stream()
                    .filter(change -> change.type() == type && change.id().equals(id))
                    .sorted(Comparator.comparingLong(Change::at))
                    .toList();
        }
    }

    /** The visits of a deal that is told anew are gone, and the next one may get what was theirs: their number, by which moments wait. */
    @Test
    void a_visit_that_follows_on_one_that_never_was_waits_for_its_own_moment() {
        Standards staying = standards("""
                deviations:
                  stays:
                    on: visit
                    only_if: "left_at is undefined and hours(entered_at, now) > 48"
                    message: { en: "{stage}", ru: "{stage}" }
                """);
        Kept kept = new Kept();
        kept.changes.add(change("deal", "A", "2026-03-02T10:00", "stage", "lead"));
        kept.changes.add(change("deal", "A", "2026-03-02T12:00", "stage", "proposal"));
        try (Engine engine = Engine.at(at("2026-03-03T10:00"), staying, DrlRules.none())) {
            engine.apply(kept.changes, kept);
            Change late = change("deal", "A", "2026-03-02T09:00", "status", "won");
            engine.apply(List.of(late), kept);
            assertEquals(List.of(), List.copyOf(engine.facts(Visit.TYPE)));

            engine.apply(List.of(change("deal", "B", "2026-03-03T10:00", "stage", "lead")), kept);

            assertEquals(List.of(), engine.advance(at("2026-03-05T10:00")).raised());
            List<Deviation> raised = engine.advance(at("2026-03-05T10:01")).raised();
            assertEquals(
                    List.of("B#lead#1"),
                    raised.stream().map(each -> each.subject().id()).toList());
        }
    }

    private record Arrival(Change change, long at) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void the_order_of_arrival_does_not_matter(long seed) {
        List<Arrival> arrivals = arrivals(seed);
        List<Change> inOrder =
                new ArrayList<>(arrivals.stream().map(Arrival::change).toList());
        inOrder.sort(Comparator.comparingLong(Change::at));
        Engine punctual = Engine.at(at("2026-01-01"), standards, rules);
        for (Change change : inOrder) {
            punctual.advance(Math.max(punctual.now(), change.at()));
            punctual.apply(List.of(change));
        }
        Engine late = Engine.at(at("2026-01-01"), standards, rules);
        Kept kept = new Kept();
        int overtaken = 0;
        for (List<Arrival> together : batches(arrivals, new Random(seed))) {
            late.advance(Math.max(late.now(), together.get(together.size() - 1).at()));
            List<Change> changes = together.stream().map(Arrival::change).toList();
            overtaken += (int)
                    changes.stream().filter(change -> isLate(change, kept)).count();
            late.apply(changes, kept);
            kept.changes.addAll(changes);
        }
        long end = at("2026-05-20T18:00");
        punctual.advance(end);
        late.advance(end);

        assertSame(facts(punctual), facts(late));
        assertSame(readings(punctual), readings(late));
        assertSame(deviations(punctual), deviations(late));
        assertEquals(punctual.failures(), late.failures());
        assertTrue(overtaken > 10, overtaken + " late changes");
        assertFalse(late.deviations().isEmpty());
    }

    /** In lines; only those are told that are not the same. */
    private static void assertSame(String expected, String found) {
        Set<String> lost = expected.lines().collect(Collectors.toCollection(TreeSet::new));
        Set<String> made = found.lines().collect(Collectors.toCollection(TreeSet::new));
        Set<String> both = new TreeSet<>(lost);
        both.retainAll(made);
        lost.removeAll(both);
        made.removeAll(both);
        assertEquals(String.join("\n", lost), String.join("\n", made));
    }

    /** Half of them come when they happen, the others up to forty days later. */
    private static List<Arrival> arrivals(long seed) {
        Random random = new Random(seed * 17);
        List<Arrival> arrivals = new ArrayList<>();
        for (Change change : OneByOneTest.changes(new Random(seed))) {
            long happened = Math.max(change.at(), at("2026-01-01"));
            long delay = random.nextBoolean()
                    ? 0
                    : Duration.ofHours(random.nextInt(40 * 24)).toMillis();
            arrivals.add(new Arrival(change, happened + delay));
        }
        arrivals.sort(Comparator.comparingLong(Arrival::at));
        return arrivals;
    }

    private static List<List<Arrival>> batches(List<Arrival> arrivals, Random random) {
        List<List<Arrival>> batches = new ArrayList<>();
        for (int from = 0; from < arrivals.size(); ) {
            int to = Math.min(arrivals.size(), from + 1 + random.nextInt(4));
            batches.add(arrivals.subList(from, to));
            from = to;
        }
        return batches;
    }

    private static boolean isLate(Change change, Kept kept) {
        return kept.of(change.type(), change.id()).stream().anyMatch(known -> known.at() > change.at());
    }

    private static Set<String> visits(Engine engine) {
        return engine.facts(Visit.TYPE).stream().map(Fact::id).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String facts(Engine engine) {
        return Catalogue.TYPES.stream()
                .flatMap(type -> engine.facts(type).stream())
                .map(Fact::toString)
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    @Test
    void an_episode_that_was_raised_keeps_its_time_and_what_never_was_is_over() {
        Engine engine = Engine.at(at("2026-03-02"), standards, rules);
        Kept kept = new Kept();
        take(engine, kept, change("deal", "D1", "2026-03-02", "status", "open", "stage", "lead", "amount", 900));
        engine.advance(at("2026-03-12"));
        Deviation old = only(engine, "old");
        take(engine, kept, change("deal", "D1", "2026-03-12", "stage", "proposal"));
        assertEquals("D1#lead#1", only(engine, "long_stay").subject().id());

        take(engine, kept, change("deal", "D1", "2026-03-03", "amount", 1000));
        assertEquals(at("2026-03-12"), ((Deal) engine.fact(Deal.TYPE, "D1").orElseThrow()).stageEnteredAtMillis());
        Difference told = take(engine, kept, change("deal", "D1", "2026-03-04", "stage", "proposal"));

        assertEquals(
                List.of("long_stay/visit/D1#lead#1"),
                told.cleared().stream().map(Deviation::id).toList());
        assertEquals(at("2026-03-04"), ((Deal) engine.fact(Deal.TYPE, "D1").orElseThrow()).stageEnteredAtMillis());
        assertEquals("old/deal/D1", old.id());
        assertEquals(Set.of("D1#lead#1", "D1#proposal#1"), visits(engine));
    }

    @Test
    void a_stay_that_never_was_is_gone_with_all_that_was_said_of_it() {
        Engine engine = Engine.at(at("2026-03-02"), standards, rules);
        Kept kept = new Kept();
        take(engine, kept, change("deal", "D1", "2026-03-02", "status", "open", "stage", "lead", "amount", 900));
        engine.advance(at("2026-03-12"));
        take(engine, kept, change("deal", "D1", "2026-03-04", "stage", "proposal"));
        take(engine, kept, change("deal", "D1", "2026-03-10", "stage", "lead"));
        assertEquals(Set.of("D1#lead#1", "D1#proposal#1", "D1#lead#2"), visits(engine));
        assertEquals("D1#lead#2", only(engine, "returned").subject().id());
        assertEquals("D1#proposal#1", only(engine, "long_stay").subject().id());

        Difference told =
                take(engine, kept, change("deal", "D1", "2026-03-03", "status", "won", "closed_at", "2026-03-03"));

        assertEquals(Set.of("D1#lead#1"), visits(engine));
        assertEquals(
                Set.of("returned/visit/D1#lead#2", "long_stay/visit/D1#proposal#1"),
                told.cleared().stream().map(Deviation::id).collect(Collectors.toSet()));
        assertFalse(readings(engine).contains("{stage=proposal}"), readings(engine));
    }

    @Test
    void a_past_period_is_measured_by_what_is_known_now() {
        Engine engine = Engine.at(at("2026-03-10"), standards, rules);
        Kept kept = new Kept();
        take(
                engine,
                kept,
                change("deal", "D1", "2026-01-10", "status", "won", "closed_at", "2026-01-10", "owner", "e1"));
        take(engine, kept, change("deal", "D2", "2026-03-01", "amount", 5, "owner", "e1"));
        String january = "win_rate {owner=e1} Period[name=month, from=2026-01-01, to=2026-01-31] Measured[value=";
        assertEquals(january + "1.0", value(engine, january));

        take(engine, kept, change("deal", "D2", "2026-01-20", "status", "lost", "closed_at", "2026-01-20"));

        assertEquals(january + "0.5", value(engine, january));
    }

    private static String value(Engine engine, String start) {
        String line = readings(engine)
                .lines()
                .filter(each -> each.startsWith(start))
                .findFirst()
                .orElseThrow();
        return line.substring(0, line.indexOf(',', start.length()));
    }

    @Test
    void without_an_archive_a_late_change_is_refused_and_nothing_is_taken_in() {
        Engine engine = Engine.at(at("2026-03-12"), standards, rules);
        engine.apply(List.of(change("deal", "D1", "2026-03-05", "status", "open", "amount", 900)));
        String before = facts(engine);

        assertThrows(
                RefusedChange.class,
                () -> engine.apply(List.of(
                        change("deal", "D2", "2026-03-05", "status", "open"),
                        change("deal", "D1", "2026-03-04", "amount", 50))));
        assertEquals(before, facts(engine));
    }

    private static Difference take(Engine engine, Kept kept, Change change) {
        Difference difference = engine.apply(List.of(change), kept);
        kept.changes.add(change);
        return difference;
    }

    private static Deviation only(Engine engine, String rule) {
        return engine.deviations().stream()
                .filter(deviation -> deviation.rule().equals(rule))
                .findFirst()
                .orElseThrow();
    }
}
