package norma.server.live;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import norma.diagnostics.Problems;
import norma.diagnostics.Source;
import norma.fact.Activity;
import norma.fact.Catalogue;
import norma.fact.Change;
import norma.fact.Hold;
import norma.judge.DrlRules;
import norma.server.store.Databases;
import norma.server.store.Decisions;
import norma.server.store.Deviations;
import norma.server.store.Events;
import norma.server.store.Review;
import norma.server.store.Sight;
import norma.server.store.Store;
import norma.standard.Standards;
import norma.standard.yaml.Definitions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An engine that lives on a store: what it answered is kept, what was kept is not done again. */
class LiveTest {

    private static final String DEFINITIONS = """
            schema: 1
            model:
              currency: RUB
              pipelines: { main: [lead, proposal, negotiation] }
              segments: [b2b, b2g]
            calendars:
              office: { zone: Europe/Moscow, week: [mon, tue, wed, thu, fri] }
            kpis:
              stage_age:
                title: { en: Time in the stage, ru: Время на этапе }
                of: deal
                value: calendar_days(stage_entered_at, now)
            norms:
              stage_age_limit: { kpi: stage_age, breach: above, default: { warn: 5, critical: 10 } }
            deviations:
              stuck:
                on: deal
                only_if: status = open
                breaks: stage_age_limit
                reopen_within: 3d
                message: { en: "{value}", ru: "{value}" }
            decisions:
              move:
                title: { en: Move it, ru: Сдвинуть }
                when: stuck
                phase: control
                ladder:
                  - { at: warn, do: ask_next_step, to: deal.owner, due: 1d }
                  - { at: critical, do: review_deal, to: head_of(deal.owner), due: 1d }
                  - { unacknowledged: 2d, do: escalate, to: head_of(deal.owner) }
                effect: { metric: stage_age, expect: resolved, check_after: 2d }
            """;

    private final Standards standards = standards(DEFINITIONS);
    private final Hands hands = new Hands(Instant.parse("2026-03-02T09:00:00Z"));

    static Stream<String> databases() {
        return Databases.each();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void nothing_is_raised_twice_or_lost_over_restarts(String url) throws Exception {
        try (Store store = Store.open(url)) {
            try (Live live = start(store)) {
                people(live);
                deal(live, "D1", "stage", "lead");
                passDays(live, 6);
                assertEquals(List.of("raised", "decided"), kinds(store));
            }
            try (Live live = start(store)) {
                settled(live);
                assertEquals(List.of("raised", "decided"), kinds(store));
            }
            hands.pass(Duration.ofDays(5));
            try (Live live = start(store)) {
                settled(live);
                assertEquals(
                        List.of("raised", "decided", "decided", "worsened", "decided"),
                        kinds(store),
                        "it was not seen to for two days, and then became critical, while nobody ran");
                deal(live, "D1", "stage", "proposal");
                assertEquals("cleared", last(kinds(store)));
            }
            try (Live live = start(store)) {
                settled(live);
                assertEquals(6, kinds(store).size());
                assertTrue(store.read(tables -> tables.deviations().standing()).isEmpty());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void who_takes_notice_stops_the_escalation_until_it_gets_worse(String url) throws Exception {
        try (Store store = Store.open(url)) {
            try (Live live = start(store)) {
                people(live);
                deal(live, "D1", "stage", "lead");
                passDays(live, 6);
                live.act(
                                "e1",
                                Sight.EVERYTHING,
                                new Act.Acknowledge(List.of(only(store).number())))
                        .get();
                passDays(live, 3);
                assertEquals(List.of("raised", "decided", "acknowledged"), kinds(store));
            }
            try (Live live = start(store)) {
                passDays(live, 2);
                assertEquals("critical", only(store).severity().word());
                assertEquals(Review.State.NEW, only(store).review().state());
                passDays(live, 2);
                assertEquals(
                        List.of("ask_next_step", "review_deal", "escalate"),
                        store.read(tables -> tables.decisions().of(only(store).number())).stream()
                                .map(row -> row.decision().action())
                                .toList());
                assertTrue(store.read(tables -> tables.audit().firstBroken()).isEmpty());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_hold_stops_the_clock_and_ends(String url) throws Exception {
        try (Store store = Store.open(url)) {
            long until = hands.millis() + Duration.ofDays(16).toMillis();
            try (Live live = start(store)) {
                people(live);
                deal(live, "D1", "stage", "lead");
                passDays(live, 6);
                live.act(
                                "e9",
                                Sight.EVERYTHING,
                                new Act.Hold(List.of(only(store).number()), until, null, "отпуск клиента"))
                        .get();
                passDays(live, 9);
                assertEquals(Review.State.HELD, only(store).review().state());
                assertEquals("warn", only(store).severity().word(), "ten held days do not count");
            }
            hands.pass(Duration.ofDays(2));
            try (Live live = start(store)) {
                settled(live);
                assertEquals(Review.State.NEW, only(store).review().state());
                assertThrows(ExecutionException.class, () -> live.act(
                                "e9",
                                Sight.EVERYTHING,
                                new Act.Hold(List.of(only(store).number()), hands.millis() + 1000, null, " "))
                        .get());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_hold_ends_sooner_when_what_is_awaited_happens(String url) throws Exception {
        for (Review.Awaited awaited : Review.Awaited.values()) {
            try (Store store = Store.open(url);
                    Live live = start(store)) {
                String id = "D-" + awaited.word();
                if (awaited == Review.Awaited.CHANGE) people(live);
                deal(live, id, "stage", "lead");
                passDays(live, 6);
                long number = store.read(tables -> tables.deviations().standing()).values().stream()
                        .filter(row -> row.subjectId().equals(id))
                        .findFirst()
                        .orElseThrow()
                        .number();
                long until = hands.millis() + Duration.ofDays(30).toMillis();
                live.act("e9", Sight.EVERYTHING, new Act.Hold(List.of(number), until, awaited, "ждём ответа"))
                        .get();
                passDays(live, 3);
                deal(live, "other", "title", "Другая");
                assertEquals(Review.State.HELD, reviewed(store, number), "another deal is nothing that was awaited");
                if (awaited == Review.Awaited.CHANGE) deal(live, id, "title", "Поставка");
                else live.take(List.of(contact(id))).get();
                assertEquals(Review.State.NEW, reviewed(store, number));
                assertTrue(kinds(store).contains("new"));
                assertEquals(
                        hands.millis(),
                        live.ask(engine -> engine.facts(Hold.TYPE).stream()
                                        .map(Hold.class::cast)
                                        .filter(hold -> id.equals(hold.deal()))
                                        .findFirst()
                                        .orElseThrow()
                                        .toMillis())
                                .get(),
                        "the clock goes on");
            }
        }
    }

    private Change contact(String deal) {
        return new Change(
                Activity.TYPE, "A1", hands.millis(), Map.of("deal", deal, "kind", "call", "at", hands.millis()));
    }

    private static Review.State reviewed(Store store, long number) {
        return store.read(tables -> tables.deviations().number(number))
                .orElseThrow()
                .review()
                .state();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void later_it_is_seen_whether_a_decision_worked(String url) throws Exception {
        try (Store store = Store.open(url);
                Live live = start(store)) {
            people(live);
            deal(live, "D1", "stage", "lead");
            deal(live, "D2", "stage", "lead");
            passDays(live, 6);
            for (Decisions.Row row : store.read(tables -> tables.decisions().called()))
                live.act("e1", Sight.EVERYTHING, new Act.Progress(row.number(), Decisions.State.DONE, null))
                        .get();
            deal(live, "D1", "stage", "proposal");
            passDays(live, 2);
            assertEquals(
                    Map.of("D1", "effective", "D2", "not_effective"),
                    Map.of("D1", effect(store, "D1"), "D2", effect(store, "D2")));
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void what_cannot_be_taken_is_refused_whole_and_the_next_is_taken(String url) throws Exception {
        try (Store store = Store.open(url);
                Live live = start(store)) {
            people(live);
            deal(live, "D1", "stage", "lead");
            Change wrong = change("deal", "D2", "amount", "much");
            Change right = change("deal", "D3", "stage", "lead");
            ExecutionException refused = assertThrows(ExecutionException.class, () -> live.take(List.of(right, wrong))
                    .get());
            Refusal said = assertInstanceOf(Refusal.class, refused.getCause());
            assertEquals("deal.amount не может быть String much", said.said().ru());
            assertFalse(live.ask(engine -> engine.fact(type("deal"), "D3").isPresent())
                    .get());
            live.take(List.of(right)).get();
            assertTrue(live.ask(engine -> engine.fact(type("deal"), "D3").isPresent())
                    .get());
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void other_definitions_judge_at_once(String url) throws Exception {
        try (Store store = Store.open(url);
                Live live = start(store)) {
            people(live);
            deal(live, "D1", "stage", "lead");
            passDays(live, 3);
            assertTrue(store.read(tables -> tables.deviations().standing()).isEmpty());
            live.publish(standards(DEFINITIONS.replace("warn: 5", "warn: 2")), List.of(), "e1", Live.ANY_VERSION)
                    .get();
            assertEquals("D1", only(store).subjectId());
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void what_waits_is_taken_together_and_what_a_fact_was_in_between_was_so(String url) throws Exception {
        try (Store store = Store.open(url);
                Live live = start(store)) {
            people(live);
            CountDownLatch busy = new CountDownLatch(1);
            List<Integer> facts = new CopyOnWriteArrayList<>();
            live.onTurn(turn -> facts.add(turn.facts()));
            CompletableFuture<Boolean> first = live.ask(engine -> waited(busy));
            String weekAgo = "2026-02-23T09:00:00Z";
            List<CompletableFuture<Taken>> sent = List.of(
                    offer(live, stuck("D1", weekAgo)),
                    offer(live, stuck("D2", weekAgo)),
                    offer(live, change("deal", "D1", "stage", "proposal")));
            CompletableFuture<Boolean> asked = live.ask(engine ->
                    engine.fact(type("deal"), "D1").orElseThrow().toString().contains("proposal"));
            busy.countDown();

            assertTrue(first.get());
            for (CompletableFuture<Taken> each : sent)
                assertEquals(1, each.get().accepted());
            assertTrue(asked.get(), "who asks after a change finds it made");
            await().atMost(Duration.ofSeconds(20)).until(() -> facts.contains(3));
            assertEquals("D2", only(store).subjectId());
            assertEquals(
                    List.of("D1 raised", "D1 cleared", "D2 raised"),
                    store.read(tables -> tables.events().after(0, 1000)).stream()
                            .filter(event -> !event.kind().equals("decided"))
                            .map(event -> store.read(tables -> tables.deviations()
                                                    .number(Objects.requireNonNull(event.deviation())))
                                            .orElseThrow()
                                            .subjectId()
                                    + " " + event.kind())
                            .sorted(Comparator.comparing(each -> each.substring(0, 2)))
                            .toList());
        }
    }

    private static boolean waited(CountDownLatch busy) {
        try {
            return busy.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private CompletableFuture<Taken> offer(Live live, Change change) {
        return live.takeEach(List.of(new Offer(1, List.of(change))), List.of(), null);
    }

    private static Change stuck(String deal, String since) {
        return new Change(
                type("deal"),
                deal,
                Instant.parse(since).toEpochMilli(),
                Map.of("status", "open", "owner", "e1", "stage", "lead"));
    }

    private static String effect(Store store, String deal) {
        long number = store.read(tables -> tables.deviations().last("stuck/deal/" + deal))
                .orElseThrow()
                .number();
        return store.read(tables -> tables.decisions().of(number)).get(0).effect();
    }

    private Live start(Store store) {
        return Live.start(store, standards, DrlRules.none(), hands);
    }

    private void passDays(Live live, int days) throws Exception {
        hands.pass(Duration.ofDays(days));
        settled(live);
    }

    /** Until time has passed and whatever came of it is kept. */
    private void settled(Live live) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> live.ask(engine -> engine.now()).get() >= hands.millis());
    }

    private void people(Live live) throws Exception {
        live.take(List.of(
                        change("team", "t1", "head", "e9"),
                        change("employee", "e1", "team", "t1"),
                        change("employee", "e9", "team", "t1")))
                .get();
    }

    private void deal(Live live, String id, String field, String value) throws Exception {
        live.take(List.of(change("deal", id, "status", "open", "owner", "e1", field, value)))
                .get();
    }

    private Change change(String type, String id, @Nullable String... set) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = 0; i < set.length; i += 2) values.put(set[i], set[i + 1]);
        return new Change(type(type), id, hands.millis(), values);
    }

    private static norma.fact.FactType type(String name) {
        return Catalogue.type(name).orElseThrow();
    }

    private static Deviations.Row only(Store store) {
        var standing = store.read(tables -> tables.deviations().standing()).values();
        assertEquals(1, standing.size());
        return standing.iterator().next();
    }

    private static List<String> kinds(Store store) {
        return store.read(tables -> tables.events().after(0, 1000)).stream()
                .map(Events.Event::kind)
                .toList();
    }

    private static <T> T last(List<T> list) {
        return list.get(list.size() - 1);
    }

    private static Standards standards(String text) {
        Problems problems = new Problems();
        return Definitions.read(List.of(new Source("test.yaml", text)), Map.of(), problems)
                .orElseThrow(() -> new AssertionError(problems.all().toString()));
    }
}
