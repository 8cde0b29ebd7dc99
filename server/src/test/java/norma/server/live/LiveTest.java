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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import norma.fact.Change;
import norma.server.store.Store;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An engine that lives on a store: what it answered is kept, what was kept is not done again. */
class LiveTest extends LivingFirm {

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

    private static <T> T last(List<T> list) {
        return list.get(list.size() - 1);
    }
}
