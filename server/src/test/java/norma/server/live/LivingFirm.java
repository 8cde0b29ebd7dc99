package norma.server.live;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import norma.diagnostics.Problems;
import norma.diagnostics.Source;
import norma.fact.Catalogue;
import norma.fact.Change;
import norma.fact.FactType;
import norma.judge.DrlRules;
import norma.server.store.Databases;
import norma.server.store.Deviations;
import norma.server.store.Events;
import norma.server.store.Store;
import norma.standard.Standards;
import norma.standard.yaml.Definitions;
import org.jspecify.annotations.Nullable;

/** A firm whose deals may stand five days in a stage, and its time. */
abstract class LivingFirm {

    static final String DEFINITIONS = """
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

    final Standards standards = standards(DEFINITIONS);
    final Hands hands = new Hands(Instant.parse("2026-03-02T09:00:00Z"));

    static Stream<String> databases() {
        return Databases.each();
    }

    Live start(Store store) {
        return Live.start(store, standards, DrlRules.none(), hands);
    }

    void passDays(Live live, int days) throws Exception {
        hands.pass(Duration.ofDays(days));
        settled(live);
    }

    /** Until time has passed and whatever came of it is kept. */
    void settled(Live live) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> live.ask(engine -> engine.now()).get() >= hands.millis());
    }

    void people(Live live) throws Exception {
        live.take(List.of(
                        change("team", "t1", "head", "e9"),
                        change("employee", "e1", "team", "t1"),
                        change("employee", "e9", "team", "t1")))
                .get();
    }

    void deal(Live live, String id, String field, String value) throws Exception {
        live.take(List.of(change("deal", id, "status", "open", "owner", "e1", field, value)))
                .get();
    }

    Change change(String type, String id, @Nullable String... set) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = 0; i < set.length; i += 2) values.put(set[i], set[i + 1]);
        return new Change(type(type), id, hands.millis(), values);
    }

    static FactType type(String name) {
        return Catalogue.type(name).orElseThrow();
    }

    static Deviations.Row only(Store store) {
        var standing = store.read(tables -> tables.deviations().standing()).values();
        assertEquals(1, standing.size());
        return standing.iterator().next();
    }

    static List<String> kinds(Store store) {
        return store.read(tables -> tables.events().after(0, 1000)).stream()
                .map(Events.Event::kind)
                .toList();
    }

    static Standards standards(String text) {
        Problems problems = new Problems();
        return Definitions.read(List.of(new Source("test.yaml", text)), Map.of(), problems)
                .orElseThrow(() -> new AssertionError(problems.all().toString()));
    }
}
