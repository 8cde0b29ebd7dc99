package norma.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import norma.decide.Decision;
import norma.deviation.Course;
import norma.deviation.Deviation;
import norma.deviation.Episode;
import norma.deviation.Episodes;
import norma.diagnostics.Source;
import norma.diagnostics.Text;
import norma.fact.Catalogue;
import norma.fact.Change;
import norma.standard.DecisionRule;
import norma.standard.Severity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a store promises, of SQLite and of PostgreSQL alike. */
class StoreTest {

    private static final long NOW = 1_790_000_000_000L;
    private static final TypeReference<Map<String, Long>> ANSWER = new TypeReference<>() {};

    static Stream<String> databases() {
        return Databases.each();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void the_journal_gives_back_what_it_was_given_in_the_order_of_time(String url) {
        Map<String, @Nullable Object> set = new LinkedHashMap<>();
        set.put("title", "Сделка «№ 1»");
        set.put("amount", 9_007_199_254_740_993L);
        set.put("probability", 0.1);
        set.put("pushes", 2.0);
        set.put("owner", null);
        set.put("key", true);
        List<Change> given = List.of(
                change("D1", 20, set),
                change("D2", 10, Map.of()),
                change("D1", 20, Map.of("amount", 5L)),
                change("D3", Change.START, Map.of()));

        try (Store store = Store.open(url)) {
            store.write(tables -> {
                tables.journal().add(given, NOW);
                tables.journal().passed(NOW);
                return 0;
            });
        }
        try (Store again = Store.open(url)) {
            List<Change> kept = again.read(tables -> {
                try (Stream<Change> journal = tables.journal().inTime()) {
                    return journal.toList();
                }
            });
            assertEquals(List.of(given.get(3), given.get(1), given.get(0), given.get(2)), kept);
            assertEquals(
                    OptionalLong.of(NOW), again.read(tables -> tables.journal().now()));
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void what_fails_leaves_nothing(String url) {
        try (Store store = Store.open(url)) {
            assertThrows(
                    IllegalStateException.class,
                    () -> store.write(tables -> {
                        tables.journal().add(List.of(change("D1", 1, Map.of())), NOW);
                        throw new IllegalStateException("on the way");
                    }));
            assertEquals(0, store.<Long>read(tables -> tables.journal().size()));
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void courses_are_replaced_and_forgotten(String url) {
        Episode active = new Episode(Episode.State.ACTIVE, Severity.CRITICAL, 1, 2, 3, 4);
        Episodes episodes = new Episodes(
                Map.of("stage", "lead"),
                active,
                Map.of(Map.of("stage", "proposal"), Episode.activeSince(7, Severity.WARN)));
        Course course = new Course("stuck", "deal", "D1", episodes);
        Course other = new Course("stuck", "deal", "D2", Episodes.NONE.with(active));
        try (Store store = Store.open(url)) {
            store.write(tables -> {
                tables.courses().put(List.of(new Course("stuck", "deal", "D1", Episodes.NONE.with(active)), other));
                tables.courses().put(List.of(course, new Course("stuck", "deal", "D2", Episodes.NONE)));
                return 0;
            });
            assertEquals(List.of(course), store.read(tables -> tables.courses().all()));
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_return_soon_after_the_end_is_the_same_row_and_a_new_episode_another(String url) {
        try (Store store = Store.open(url)) {
            long[] numbers = store.write(tables -> {
                long first = Raised.in(tables, deviation("D1", 100, Severity.WARN), around("e1"), NOW, "{}");
                tables.findings().clear(List.of(first), NOW + 1);
                long returned = Raised.in(tables, deviation("D1", 100, Severity.CRITICAL), around("e1"), NOW + 2, "{}");
                tables.findings().clear(List.of(returned), NOW + 3);
                long another = Raised.in(tables, deviation("D1", 200, Severity.WARN), around("e2"), NOW + 4, "{}");
                return new long[] {first, returned, another};
            });
            assertEquals(numbers[0], numbers[1]);
            assertNotEquals(numbers[0], numbers[2]);
            List<Deviations.Row> episodes =
                    store.read(tables -> tables.deviations().episodes("stuck/deal/D1"));
            assertEquals(
                    List.of(0, 1),
                    episodes.stream().map(Deviations.Row::regressions).toList());
            assertEquals(
                    List.of("stuck/deal/D1"),
                    List.copyOf(
                            store.read(tables -> tables.deviations().standing()).keySet()));
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void pages_follow_each_other_without_gap_or_repetition(String url) {
        try (Store store = Store.open(url)) {
            store.write(tables -> {
                for (int i = 0; i < 25; i++)
                    Raised.in(
                            tables,
                            deviation("D" + i, i, i % 3 == 0 ? Severity.CRITICAL : Severity.WARN),
                            around("e" + i % 2),
                            NOW,
                            "{}");
                return 0;
            });
            List<String> seen = new ArrayList<>();
            @Nullable Place last = null;
            while (true) {
                Place before = last;
                List<Deviations.Row> page =
                        store.read(tables -> tables.deviations().page(Deviations.Filter.STANDING, before, 7));
                if (page.isEmpty()) break;
                page.forEach(row -> seen.add(row.severity().word() + " " + row.subjectId()));
                last = Place.of(page.get(page.size() - 1));
            }
            assertEquals(25, seen.stream().distinct().count());
            assertEquals(25, seen.size());
            assertEquals(List.of("critical D0", "critical D3", "critical D6"), seen.subList(0, 3));
            assertEquals("warn D1", seen.get(9));
            Deviations.Filter ofOne = new Deviations.Filter(
                    Map.of("owner", "e1", "rule", "stuck", "severity", "warn", "review", "new"), null, null, 1L, true);
            assertEquals(new Groups.Group("", 8, 0, 8 * 70_000L), store.read(tables -> tables.groups()
                    .whole(ofOne)));
            assertThrows(IllegalArgumentException.class, () -> Deviations.Filter.STANDING.with("1=1 OR owner", "e1"));
            assertEquals(Map.of("e0", 13L, "e1", 12L), store.read(tables -> tables.deviations()
                    .counts("owner", Deviations.Filter.STANDING)));
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void what_people_do_is_kept_and_a_hold_ends(String url) {
        try (Store store = Store.open(url)) {
            long number = store.write(tables -> {
                long raised = Raised.in(tables, deviation("D1", 1, Severity.WARN), around("e1"), NOW, "{}");
                tables.deviations()
                        .review(
                                raised,
                                Review.held("e2", NOW, NOW + 10, Review.Awaited.CONTACT, "отпуск"),
                                Long.MAX_VALUE);
                return raised;
            });
            assertEquals(
                    NOW + 10, store.<Long>read(tables -> tables.deviations().nextHoldOver()));
            assertTrue(
                    store.read(tables -> tables.deviations().holdsOver(NOW + 9)).isEmpty());
            Deviations.Row row = store.read(tables -> tables.deviations().holdsOver(NOW + 10))
                    .get(0);
            assertEquals(number, row.number());
            assertEquals(Review.held("e2", NOW, NOW + 10, Review.Awaited.CONTACT, "отпуск"), row.review());
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void decisions_come_back_as_they_were_called_for(String url) {
        Decision decision = new Decision(
                "move",
                "stuck/deal/D1",
                DecisionRule.Phase.LEAD,
                "call",
                Optional.of("e1"),
                Optional.empty(),
                2,
                DecisionRule.Mode.SHADOW,
                NOW);
        try (Store store = Store.open(url)) {
            store.write(tables -> {
                long raised = Raised.in(tables, deviation("D1", 1, Severity.WARN), around("e1"), NOW, "{}");
                long number = tables.decisions().add(raised, decision);
                tables.decisions().state(number, Decisions.State.DONE, "e1", NOW, null, NOW + 5);
                return 0;
            });
            Decisions.Row row =
                    store.read(tables -> tables.decisions().called()).get(0);
            assertEquals(decision, row.decision());
            assertEquals(Decisions.State.DONE, row.state());
            assertEquals(List.of(), store.read(tables -> tables.decisions().toCheck(NOW + 4)));
            assertEquals(List.of(row), store.read(tables -> tables.decisions().toCheck(NOW + 5)));
            store.write(tables -> {
                tables.decisions().noLongerCalled(List.of(row.deviation()));
                return 0;
            });
            assertEquals(List.of(), store.read(tables -> tables.decisions().called()));
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void an_audit_trail_that_was_touched_shows_it(String url) throws Exception {
        try (Store store = Store.open(url)) {
            store.write(tables -> {
                for (int i = 1; i <= 3; i++) tables.audit().add(NOW + i, "e1", "held", "deviation/" + i, "потому");
                return 0;
            });
            assertEquals(Optional.empty(), store.read(tables -> tables.audit().firstBroken()));
            try (var connection = DriverManager.getConnection(url);
                    var statement = connection.createStatement()) {
                statement.executeUpdate("UPDATE audit SET who = 'e2' WHERE target = 'deviation/2'");
            }
            assertEquals(
                    "deviation/2",
                    store.read(tables -> tables.audit().firstBroken())
                            .orElseThrow()
                            .target());
            try (var connection = DriverManager.getConnection(url);
                    var statement = connection.createStatement()) {
                statement.executeUpdate("DELETE FROM audit WHERE target = 'deviation/2'");
            }
            assertEquals(
                    "deviation/3",
                    store.read(tables -> tables.audit().firstBroken())
                            .orElseThrow()
                            .target());
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void versions_events_and_answers_are_kept(String url) {
        List<Source> files = List.of(new Source("a.yaml", "schema: 1\n# заметка\n"));
        try (Store store = Store.open(url)) {
            store.write(tables -> {
                tables.versions().add(NOW, "e1", "d1", List.of());
                tables.versions().add(NOW, "e2", "d2", files);
                tables.events().add(NOW, "raised", 1L, null, "{}");
                tables.events().add(NOW, "cleared", 1L, null, "{}");
                tables.requests().add("k", NOW, Map.of("taken", 1L));
                return 0;
            });
            assertEquals(
                    files,
                    store.read(tables -> tables.versions().inForce())
                            .orElseThrow()
                            .files());
            assertEquals(
                    List.of("raised", "cleared"),
                    store.read(tables -> tables.events().after(0, 10)).stream()
                            .map(Events.Event::kind)
                            .toList());
            long last = store.read(tables -> tables.events().last());
            assertEquals(List.of(), store.read(tables -> tables.events().after(last, 10)));
            assertEquals(Optional.of(Map.of("taken", 1L)), store.read(tables -> tables.requests()
                    .answer("k", ANSWER)));
            assertEquals(
                    Optional.empty(), store.read(tables -> tables.requests().answer("other", ANSWER)));
            store.write(tables -> tables.requests().forgetBefore(NOW));
            assertTrue(
                    store.read(tables -> tables.requests().answer("k", ANSWER)).isPresent());
            store.write(tables -> tables.requests().forgetBefore(NOW + 1));
            assertFalse(
                    store.read(tables -> tables.requests().answer("k", ANSWER)).isPresent());
        }
    }

    private static Change change(String id, long at, Map<String, @Nullable Object> set) {
        return new Change(Catalogue.type("deal").orElseThrow(), id, at, set);
    }

    private static Around around(String owner) {
        return new Around(owner, "t1", null, "C1", null);
    }

    private static Deviation deviation(String deal, long since, Severity severity) {
        return new Deviation(
                "stuck",
                new Deviation.About("deal", deal, "Deal " + deal),
                Map.of(),
                severity,
                Episode.State.ACTIVE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                since,
                since,
                Optional.of(70_000L),
                new Text("Stuck", "Застряла"),
                new Text("stuck", "застряла"),
                List.of(),
                "v1");
    }
}
