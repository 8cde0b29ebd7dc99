package norma.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import norma.deviation.Deviation;
import norma.deviation.Episode;
import norma.diagnostics.Text;
import norma.standard.Severity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Many deviations, read page by page from SQLite and from PostgreSQL: all of them, once each, the worst first. */
class FeedPagesTest {

    private static final int MANY = 20_000;
    private static final long NOW = 1_790_000_000_000L;
    private static final Deviations.Filter OPEN = Deviations.Filter.STANDING.onlyToAttendTo();

    private static final Comparator<Deviations.Row> WORST_FIRST = Comparator.comparing(Deviations.Row::severity)
            .thenComparing(FeedPagesTest::stake)
            .reversed()
            .thenComparing(Deviations.Row::since)
            .thenComparing(Deviations.Row::number);

    static Stream<String> databases() {
        return Databases.each();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void pages_are_complete_and_in_order(String url) {
        try (Store store = Store.open(url)) {
            fill(store);
            List<Deviations.Row> standing = store.read(
                    tables -> List.copyOf(tables.deviations().standing().values()));
            assertTrue(standing.size() > MANY * 0.8 && standing.size() < MANY, "some are over: " + standing.size());
            walk(store, Deviations.Filter.STANDING, standing);

            List<Deviations.Row> open = standing.stream()
                    .filter(row -> row.review().state() == Review.State.NEW
                            || row.review().state() == Review.State.ACKNOWLEDGED)
                    .toList();
            walk(store, OPEN, open);
            walk(
                    store,
                    OPEN.with("head", "h3").with("rule", "r1"),
                    among(open, row -> row.around().head(), "h3").stream()
                            .filter(row -> row.rule().equals("r1"))
                            .toList());
            walk(store, OPEN.empty("head"), among(open, row -> row.around().head(), null));
            for (String column : List.of("head", "client", "rule")) groups(store, column, open);
            counts(store, standing);
            newOnes(store, open);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void what_changes_while_somebody_turns_the_pages_moves_nothing_else(String url) {
        try (Store store = Store.open(url)) {
            store.write(tables -> {
                for (int i = 0; i < 100; i++)
                    Raised.in(tables, deviation(i, "r", i, Severity.WARN, 1_000L - i), around(0), NOW, "{}");
                return 0;
            });
            List<Deviations.Row> first = page(store, Deviations.Filter.STANDING, null, 10);
            Deviations.Row last = first.get(9);
            store.write(tables -> {
                tables.findings().clear(List.of(last.number()), NOW);
                Raised.in(tables, deviation(500, "r", 0, Severity.CRITICAL, 1L), around(0), NOW, "{}");
                return 0;
            });
            assertEquals(
                    List.of("D10", "D11", "D12"),
                    page(store, Deviations.Filter.STANDING, Place.of(last), 3).stream()
                            .map(Deviations.Row::subjectId)
                            .toList());
        }
    }

    private static void walk(Store store, Deviations.Filter filter, List<Deviations.Row> expected) {
        List<Long> seen = new ArrayList<>();
        @Nullable Place last = null;
        while (true) {
            List<Deviations.Row> page = page(store, filter, last, 499);
            page.forEach(row -> seen.add(row.number()));
            if (page.size() < 499) break;
            last = Place.read(Place.of(page.get(page.size() - 1)).toString()).orElseThrow();
        }
        assertEquals(
                expected.stream()
                        .sorted(WORST_FIRST)
                        .map(Deviations.Row::number)
                        .toList(),
                seen);
    }

    private static List<Deviations.Row> page(Store store, Deviations.Filter filter, @Nullable Place after, int most) {
        return store.read(tables -> tables.deviations().page(filter, after, most));
    }

    private static void groups(Store store, String column, List<Deviations.Row> open) {
        List<Groups.Group> seen = new ArrayList<>();
        Groups.@Nullable Group last = null;
        while (true) {
            Groups.Group before = last;
            List<Groups.Group> page = store.read(tables -> tables.groups().page(column, OPEN, before, 7));
            seen.addAll(page);
            if (page.size() < 7) break;
            last = Groups.Group.at(page.get(6).place()).orElseThrow();
        }
        Map<String, List<Deviations.Row>> parts = open.stream()
                .collect(Collectors.groupingBy(
                        row -> Objects.toString(value(row, column), ""), TreeMap::new, Collectors.toList()));
        List<Groups.Group> expected = parts.entrySet().stream()
                .map(each -> counted(each.getKey(), each.getValue()))
                .sorted(Comparator.comparingLong(Groups.Group::critical)
                        .thenComparingLong(Groups.Group::stake)
                        .reversed())
                .toList();
        assertEquals(expected, seen, column);
        assertEquals(counted("", open), store.read(tables -> tables.groups().whole(OPEN)));
    }

    /** What is at stake in one subject counts once. */
    private static Groups.Group counted(String key, List<Deviations.Row> rows) {
        Map<String, Long> stakes =
                rows.stream().collect(Collectors.toMap(Deviations.Row::subjectId, FeedPagesTest::stake, Math::max));
        return new Groups.Group(
                key,
                rows.size(),
                rows.stream().filter(row -> row.severity() == Severity.CRITICAL).count(),
                stakes.values().stream().mapToLong(Long::longValue).sum());
    }

    private static void counts(Store store, List<Deviations.Row> standing) {
        for (String column : List.of("head", "client", "rule", "review")) {
            Map<String, Long> expected = standing.stream()
                    .filter(row -> value(row, column) != null)
                    .collect(Collectors.groupingBy(row -> String.valueOf(value(row, column)), Collectors.counting()));
            assertEquals(
                    expected, store.read(tables -> tables.deviations().counts(column, Deviations.Filter.STANDING)));
        }
    }

    private static void newOnes(Store store, List<Deviations.Row> open) {
        List<Long> some = open.stream()
                .map(Deviations.Row::number)
                .filter(number -> number % 97 == 0)
                .toList();
        long mark = store.read(tables -> tables.events().last());
        store.write(tables -> {
            some.forEach(number -> tables.events().add(NOW, "raised", number, null, "{}"));
            tables.events().add(NOW, "eased", open.get(0).number(), null, "{}");
            return 0;
        });
        walk(
                store,
                OPEN.onlyWorseAfter(mark),
                open.stream().filter(row -> some.contains(row.number())).toList());
        assertEquals(Set.copyOf(some), store.read(tables -> tables.events()
                .worseAfter(mark, open.stream().map(Deviations.Row::number).toList())));
    }

    private static List<Deviations.Row> among(
            List<Deviations.Row> rows, Function<Deviations.Row, @Nullable String> column, @Nullable String value) {
        return rows.stream()
                .filter(row -> Objects.equals(column.apply(row), value))
                .toList();
    }

    private static @Nullable String value(Deviations.Row row, String column) {
        return switch (column) {
            case "head" -> row.around().head();
            case "client" -> row.around().client();
            case "rule" -> row.rule();
            default -> row.review().state().word();
        };
    }

    private static long stake(Deviations.Row row) {
        Long stake = row.stake();
        return stake == null ? 0 : stake;
    }

    /** Several rules find something in one deal, many have the same at stake, some nothing; some are over, some held. */
    private static void fill(Store store) {
        Random chance = new Random(5);
        store.write(tables -> {
            for (int i = 0; i < MANY; i++) {
                int deal = chance.nextInt(MANY / 3);
                Severity severity = chance.nextInt(3) == 0 ? Severity.CRITICAL : Severity.WARN;
                @Nullable Long stake = chance.nextInt(10) == 0 ? null : Long.valueOf(chance.nextInt(200)) * 10_000L;
                long number = Raised.in(
                        tables, deviation(deal, "r" + chance.nextInt(9), i, severity, stake), around(deal), NOW, "{}");
                if (chance.nextInt(10) == 0) tables.findings().clear(List.of(number), NOW);
                if (chance.nextInt(5) == 0)
                    tables.deviations().review(number, Review.acknowledged("e1", NOW), Long.MAX_VALUE);
                if (chance.nextInt(9) == 0)
                    tables.deviations().review(number, Review.dismissed("e1", NOW, "так"), Long.MAX_VALUE);
            }
            return 0;
        });
    }

    private static Around around(int deal) {
        @Nullable String head = deal % 20 == 0 ? null : "h" + deal % 20;
        return new Around("e" + deal % 100, "t" + deal % 20, head, "C" + deal % 400, "b2b");
    }

    private static Deviation deviation(int deal, String rule, long since, Severity severity, @Nullable Long stake) {
        return new Deviation(
                rule,
                new Deviation.About("deal", "D" + deal, "Deal " + deal),
                Map.of("case", String.valueOf(since)),
                severity,
                Episode.State.ACTIVE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                since,
                since,
                Optional.ofNullable(stake),
                new Text("Stuck", "Застряла"),
                new Text("stuck", "застряла"),
                List.of(),
                "v1");
    }
}
