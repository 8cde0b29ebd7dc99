package norma.server.live;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import norma.Engine;
import norma.diagnostics.Problems;
import norma.diagnostics.Source;
import norma.fact.Catalogue;
import norma.fact.Change;
import norma.fact.Fact;
import norma.judge.DrlRules;
import norma.server.store.Databases;
import norma.server.store.Store;
import norma.standard.Standards;
import norma.standard.yaml.Definitions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a store keeps of changes that come in any order, over stops, is what they make in the order in which they happened. */
class LateArrivalTest {

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
                value: working_days(stage_entered_at, now, office)
              win_rate:
                title: { en: Win rate, ru: Доля выигранных }
                of: deal
                ratio: { count: status = won, to: "status in (won, lost)" }
                at: closed_at
                by: [owner, segment]
                over: [month, all]
              stay:
                title: { en: Stay in the stage, ru: Пребывание на этапе }
                of: visit
                sum: calendar_days(entered_at, left_at)
                by: [stage, owner]
            norms:
              stage_age_limit: { kpi: stage_age, breach: above, default: { warn: 5, critical: 10 } }
            deviations:
              stuck:
                on: deal
                no_data: clear
                only_if: status = open
                breaks: stage_age_limit
                message: { en: "{value}", ru: "{value}" }
              long_stay:
                on: visit
                no_data: clear
                only_if: left_at is defined and calendar_days(entered_at, left_at) > 4
                message: { en: "{stage}", ru: "{stage}" }
            """;

    private static final Instant BEGIN = Instant.parse("2026-01-05T06:00:00Z");
    private static final List<String> STAGES = List.of("lead", "proposal", "negotiation");

    private record Arrival(Change change, Instant at) {}

    static Stream<String> databases() {
        return Databases.each();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void the_order_of_arrival_does_not_matter(String url) throws Exception {
        Standards standards = standards();
        Random random = new Random(7);
        List<Arrival> arrivals = arrivals(random);
        Hands hands = new Hands(BEGIN);
        int stops = 0;
        String kept;
        try (Store store = Store.open(url)) {
            Live live = Live.start(store, standards, DrlRules.none(), hands);
            for (int from = 0; from < arrivals.size(); ) {
                int to = Math.min(arrivals.size(), from + 1 + random.nextInt(5));
                List<Arrival> together = arrivals.subList(from, to);
                hands.pass(Duration.between(
                        hands.instant(), together.get(together.size() - 1).at()));
                List<Offer> offers = new ArrayList<>();
                for (Arrival each : together) offers.add(new Offer(offers.size() + 1, List.of(each.change())));
                Taken taken = live.takeEach(offers, List.of(), null).get();
                assertEquals(new Taken(offers.size(), offers.size(), List.of()), taken);
                from = to;
                if (random.nextInt(12) != 0) continue;
                stops++;
                live.close();
                live = Live.start(store, standards, DrlRules.none(), hands);
            }
            Live last = live;
            hands.pass(Duration.ofDays(3));
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> last.ask(Engine::now).get() >= hands.millis());
            kept = last.ask(LateArrivalTest::state).get();
            assertEquals(
                    last.ask(engine -> engine.deviations().size()).get(),
                    store.read(tables -> tables.deviations().standing()).size());
            last.close();
        }

        assertEquals(punctual(arrivals, standards, hands.millis()), kept);
        assertTrue(stops > 3, stops + " stops");
    }

    private static String punctual(List<Arrival> arrivals, Standards standards, long end) {
        List<Change> inOrder =
                new ArrayList<>(arrivals.stream().map(Arrival::change).toList());
        inOrder.sort(Comparator.comparingLong(Change::at));
        try (Engine engine = Engine.at(BEGIN.toEpochMilli(), standards, DrlRules.none())) {
            for (Change change : inOrder) {
                engine.advance(Math.max(engine.now(), change.at()));
                engine.apply(List.of(change));
            }
            engine.advance(end);
            return state(engine);
        }
    }

    /** Deals that move, close and come back, holds of their clients; half of it comes to be known days later. */
    private static List<Arrival> arrivals(Random random) {
        List<Arrival> arrivals = new ArrayList<>();
        for (int i = 0; i < 160; i++) {
            Instant at = BEGIN.plus(Duration.ofHours(random.nextInt(60 * 24)));
            Instant known = random.nextBoolean() ? at : at.plus(Duration.ofHours(random.nextInt(20 * 24)));
            String deal = "D" + random.nextInt(12);
            String client = "C" + random.nextInt(3);
            Change change =
                    switch (random.nextInt(10)) {
                        case 0 -> change("client", client, at, "segment", random.nextBoolean() ? "b2b" : "b2g");
                        case 1 -> hold(random, client, at);
                        case 2, 3 -> change("deal", deal, at, "status", "won", "closed_at", at.toEpochMilli());
                        case 4 -> change("deal", deal, at, "status", "lost", "closed_at", at.toEpochMilli());
                        default ->
                            change(
                                    "deal",
                                    deal,
                                    at,
                                    "status",
                                    "open",
                                    "stage",
                                    STAGES.get(random.nextInt(3)),
                                    "client",
                                    client,
                                    "owner",
                                    "e" + random.nextInt(2));
                    };
            arrivals.add(new Arrival(change, known));
        }
        arrivals.sort(Comparator.comparing(Arrival::at));
        return arrivals;
    }

    private static Change hold(Random random, String client, Instant at) {
        long from = at.minus(Duration.ofDays(random.nextInt(10))).toEpochMilli();
        Long to = random.nextBoolean()
                ? null
                : at.plus(Duration.ofDays(random.nextInt(10))).toEpochMilli();
        return change("hold", "H" + random.nextInt(4), at, "client", client, "from", from, "to", to);
    }

    private static Change change(String type, String id, Instant at, @Nullable Object... set) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = 0; i < set.length; i += 2) values.put(String.valueOf(set[i]), set[i + 1]);
        return new Change(Catalogue.type(type).orElseThrow(), id, at.toEpochMilli(), values);
    }

    private static String state(Engine engine) {
        Stream<String> facts = Catalogue.TYPES.stream()
                .flatMap(type -> engine.facts(type).stream())
                .map(Fact::toString);
        Stream<String> readings = engine.readings().stream()
                .map(reading -> reading.getKpi() + reading.scope() + reading.period() + reading.measured());
        Stream<String> deviations =
                engine.deviations().stream().map(each -> each.id() + " " + each.severity() + " " + each.value());
        return Stream.of(facts, readings, deviations)
                .flatMap(lines -> lines.sorted())
                .collect(Collectors.joining("\n"));
    }

    private static Standards standards() {
        Problems problems = new Problems();
        return Definitions.read(List.of(new Source("test.yaml", DEFINITIONS)), new HashMap<>(), problems)
                .orElseThrow(() -> new AssertionError(problems.all().toString()));
    }
}
