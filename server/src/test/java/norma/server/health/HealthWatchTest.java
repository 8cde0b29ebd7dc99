package norma.server.health;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import norma.diagnostics.Problems;
import norma.diagnostics.Source;
import norma.diagnostics.Text;
import norma.fact.Catalogue;
import norma.fact.Change;
import norma.judge.DrlRules;
import norma.server.live.Hands;
import norma.server.live.Live;
import norma.server.store.Databases;
import norma.server.store.Events;
import norma.server.store.Store;
import norma.standard.Standards;
import norma.standard.yaml.Definitions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Facts that stop arriving and rules that fail, on a clock whose hands the test moves. */
class HealthWatchTest {

    private static final String DEFINITIONS = """
            schema: 1
            model: { currency: RUB, pipelines: { main: [lead] }, segments: [b2b] }
            calendars:
              office: { zone: Europe/Moscow, week: [mon, tue, wed, thu, fri] }
            deviations:
              vast:
                title: { en: Vast deal, ru: Огромная сделка }
                on: deal
                only_if: status = open and amount * 1000000 > 100
                message: { en: vast, ru: огромная }
            """;

    private static final long TOO_MUCH = 9_000_000_000_000_000_000L;
    private static final Bounds.Said NOBODY = (type, last) -> OptionalLong.empty();

    private final Hands hands = new Hands(Instant.parse("2026-03-02T09:00:00Z"));
    private final Standards standards = standards();

    static Stream<String> databases() {
        return Databases.each();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void what_was_said_to_come_daily_is_late_after_a_day_and_then_comes_again(String url) throws Exception {
        Bounds.Said daily = (type, last) ->
                type.equals("sale") ? OptionalLong.of(last + Duration.ofDays(1).toMillis()) : OptionalLong.empty();
        try (Store store = Store.open(url);
                Live live = Live.start(store, standards, DrlRules.none(), hands)) {
            HealthWatch watch = watch(store, live, daily);
            fact(live, "sale", "S1", "amount", 10L);
            fact(live, "client", "C1", "title", "C");
            pass(live, Duration.ofHours(23));
            watch.look();
            assertEquals(List.of(), kinds(store));
            pass(live, Duration.ofHours(2));
            watch.look();
            watch.look();
            assertEquals(List.of("facts_late"), kinds(store), "it is told once");
            fact(live, "sale", "S2", "amount", 10L);
            watch.look();
            assertEquals(List.of("facts_late", "facts_back"), kinds(store));
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void unless_anybody_said_so_it_is_late_after_twice_its_longest_break(String url) throws Exception {
        try (Store store = Store.open(url);
                Live live = Live.start(store, standards, DrlRules.none(), hands)) {
            HealthWatch watch = watch(store, live, NOBODY);
            for (int day = 0; day < 14; day++) {
                int weekday = day % 7;
                if (weekday < 5) fact(live, "sale", "S" + day, "amount", 10L);
                watch.look();
                pass(live, Duration.ofDays(1));
            }
            assertEquals(List.of(), kinds(store), "a weekend is usual, and so is the first week");
            fact(live, "sale", "S14", "amount", 10L);
            pass(live, Duration.ofDays(6).minusMinutes(1));
            watch.look();
            assertEquals(List.of(), kinds(store), "the longest break was three days");
            pass(live, Duration.ofMinutes(2));
            watch.look();
            assertEquals(List.of("facts_late"), kinds(store));
        }
        try (Store store = Store.open(url);
                Live live = Live.start(store, standards, DrlRules.none(), hands)) {
            HealthWatch watch = watch(store, live, NOBODY);
            watch.look();
            assertEquals(List.of("facts_late"), kinds(store), "a restart tells nothing again");
            assertEquals(
                    List.of("Продажа: новых данных нет с 16.03.2026 12:00."),
                    strip(store).stream()
                            .map(each -> each.in(Locale.forLanguageTag("ru")))
                            .toList());
            fact(live, "sale", "S15", "amount", 10L);
            watch.look();
            assertEquals(List.of("facts_late", "facts_back"), kinds(store));
            assertEquals(List.of(), strip(store));
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_rule_that_cannot_be_judged_is_told_with_its_reason_until_it_can(String url) throws Exception {
        try (Store store = Store.open(url);
                Live live = Live.start(store, standards, DrlRules.none(), hands)) {
            HealthWatch watch = watch(store, live, NOBODY);
            fact(live, "deal", "D1", "status", "open", "amount", TOO_MUCH);
            fact(live, "deal", "D2", "status", "open", "amount", TOO_MUCH);
            watch.look();
            watch.look();
            assertEquals(List.of("rule_failed"), kinds(store));
            assertEquals(
                    2, store.read(tables -> tables.workings().failing()).get(0).cases());
            assertTrue(
                    strip(store).get(0).en().startsWith("“Vast deal” cannot be judged, cases: 2. "),
                    strip(store).toString());
            fact(live, "deal", "D1", "amount", 10L);
            watch.look();
            assertEquals(List.of("rule_failed"), kinds(store), "one case still fails");
            fact(live, "deal", "D2", "amount", 10L);
            watch.look();
            assertEquals(List.of("rule_failed", "rule_mended"), kinds(store));
            assertEquals(List.of(), strip(store));
        }
    }

    private HealthWatch watch(Store store, Live live, Bounds.Said bounds) {
        return new HealthWatch(store, live, bounds, () -> standards, hands);
    }

    private List<Text> strip(Store store) {
        return store.read(tables -> Strip.of(tables, standards, hands.millis()));
    }

    private void pass(Live live, Duration time) {
        hands.pass(time);
        await().until(() -> live.ask(engine -> engine.now()).get() >= hands.millis());
    }

    private void fact(Live live, String type, String id, @Nullable Object... set) throws Exception {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = 0; i < set.length; i += 2) values.put(String.valueOf(set[i]), set[i + 1]);
        live.take(List.of(new Change(Catalogue.type(type).orElseThrow(), id, hands.millis(), values)))
                .get();
    }

    private static List<String> kinds(Store store) {
        return store.read(tables -> tables.events().after(0, 1000)).stream()
                .filter(event -> event.deviation() == null)
                .map(Events.Event::kind)
                .toList();
    }

    private static Standards standards() {
        Problems problems = new Problems();
        return Definitions.read(List.of(new Source("test.yaml", DEFINITIONS)), Map.of(), problems)
                .orElseThrow(() -> new AssertionError(problems.all().toString()));
    }
}
