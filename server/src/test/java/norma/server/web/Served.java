package norma.server.web;

import io.javalin.Javalin;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import norma.diagnostics.Problems;
import norma.diagnostics.Source;
import norma.fact.Catalogue;
import norma.fact.Change;
import norma.judge.DrlRules;
import norma.server.access.Denied;
import norma.server.access.Gate;
import norma.server.access.Site;
import norma.server.demo.Judged;
import norma.server.live.Hands;
import norma.server.live.Live;
import norma.server.publish.Publishing;
import norma.server.store.Databases;
import norma.server.store.Deviations;
import norma.server.store.Store;
import norma.standard.Standards;
import norma.standard.yaml.Definitions;

/** The pages over real HTTP, at a time that the test sets. */
final class Served implements AutoCloseable {

    static final String DEFINITIONS = """
            schema: 1
            model:
              currency: RUB
              pipelines: { main: [lead, proposal] }
              segments: [b2b, b2g]
            calendars:
              office: { zone: Europe/Moscow, week: [mon, tue, wed, thu, fri] }
            kpis:
              stage_age:
                title: { en: Time in the stage, ru: Время на этапе }
                of: deal
                value: working_days(stage_entered_at, now)
              open_deals:
                title: { en: Open deals, ru: Открытые сделки }
                of: deal
                only_if: status = open
                count: true
                by: [owner]
              average_won:
                title: { en: Average won deal, ru: Средняя выигранная сделка }
                of: deal
                only_if: status = won
                mean: amount
                at: closed_at
                over: [month]
            norms:
              stage_age_limit: { kpi: stage_age, breach: above, default: { warn: 5, critical: 10 }, overrides: [ { where: { stage: proposal }, warn: 2 } ] }
            deviations:
              stuck:
                title: { en: Stuck in its stage, ru: Застряла на этапе }
                on: deal
                only_if: status = open
                breaks: stage_age_limit
                stake: amount
                message: { en: "{deal}: {value} in the stage", ru: "{deal}: {value} на этапе" }
            decisions:
              move:
                title: { en: Move it, ru: Сдвинуть }
                when: stuck
                phase: control
                ladder:
                  - { at: warn, do: ask_next_step, to: deal.owner, due: 1d }
                effect: { metric: stage_age, expect: resolved, check_after: 2d }
            """;

    final Store store;
    final Live live;
    final Pages pages;
    final Publishing publishing;
    private final Gate gate;
    final Hands hands;
    private final Javalin server;

    private Served(String database, Standards standards, DrlRules drl, Collection<Change> changes, Instant now)
            throws Exception {
        hands = new Hands(now);
        store = Store.open(database);
        live = Live.start(store, standards, drl, hands);
        live.take(changes).get();
        publishing = new Publishing(store, live, hands);
        gate = new Gate(store, Site.loopback(0), hands);
        pages = new Pages(store, live, publishing, hands, gate);
        server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    gate.addTo(config.routes);
                    config.routes.exception(Denied.class, (denied, request) -> pages.deny(request, denied));
                    pages.addTo(config);
                })
                .start("localhost", 0);
    }

    /** The demo company, as of the moment of its export. */
    static Served demo(Path folder) throws Exception {
        Judged judged = Judged.in(folder);
        return new Served(
                Databases.sqlite(),
                judged.standards(),
                judged.rules(),
                judged.changes(),
                judged.demo().asOf());
    }

    /** Two heads, two sellers, and a deal of each that has stood for two weeks; the first is worth more. */
    static Served small() throws Exception {
        return small(Databases.sqlite());
    }

    static Served small(String database) throws Exception {
        Problems problems = new Problems();
        Standards standards = Definitions.read(List.of(new Source("test.yaml", DEFINITIONS)), Map.of(), problems)
                .orElseThrow(() -> new AssertionError(problems.all().toString()));
        Instant then = Instant.parse("2026-03-02T06:00:00Z");
        List<Change> changes = List.of(
                change(then, "team", "t1", "head", "h1", "title", "Север"),
                change(then, "team", "t2", "head", "h2", "title", "Юг"),
                change(then, "employee", "h1", "team", "t1", "title", "Ольга Первая"),
                change(then, "employee", "h2", "team", "t2", "title", "Олег Второй"),
                change(then, "employee", "s1", "team", "t1", "title", "Светлана"),
                change(then, "employee", "s2", "team", "t2", "title", "Семён"),
                change(then, "client", "c1", "title", "<b>Завод & сыновья</b>", "segment", "b2b"),
                deal(then, "D1", "s1", 5_000_000_0000L),
                deal(then, "D2", "s2", 100_000_0000L));
        return new Served(database, standards, DrlRules.none(), changes, then.plus(Duration.ofDays(10)));
    }

    static Change deal(Instant at, String id, String owner, long amount) {
        return change(
                at,
                "deal",
                id,
                "status",
                "open",
                "owner",
                owner,
                "client",
                "c1",
                "title",
                "Поставка " + id,
                "stage",
                "lead",
                "amount",
                amount);
    }

    static Change change(Instant at, String type, String id, Object... set) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < set.length; i += 2) values.put(String.valueOf(set[i]), set[i + 1]);
        return new Change(Catalogue.type(type).orElseThrow(), id, at.toEpochMilli(), values);
    }

    String address() {
        return "http://localhost:" + server.port();
    }

    long number(String deviation) {
        return store.read(tables -> tables.deviations().last(deviation))
                .orElseThrow()
                .number();
    }

    Deviations.Row row(String deviation) {
        return store.read(tables -> tables.deviations().last(deviation)).orElseThrow();
    }

    @Override
    public void close() {
        pages.close();
        server.stop();
        gate.close();
        live.close();
        store.close();
    }
}
