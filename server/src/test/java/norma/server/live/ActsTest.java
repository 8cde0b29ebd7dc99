package norma.server.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import norma.fact.Activity;
import norma.fact.Change;
import norma.fact.Hold;
import norma.server.store.Decisions;
import norma.server.store.Review;
import norma.server.store.Sight;
import norma.server.store.Store;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What people do about deviations: take notice, hold, and finish what they were to do. */
class ActsTest extends LivingFirm {

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

    private static String effect(Store store, String deal) {
        long number = store.read(tables -> tables.deviations().last("stuck/deal/" + deal))
                .orElseThrow()
                .number();
        return store.read(tables -> tables.decisions().of(number)).get(0).effect();
    }
}
