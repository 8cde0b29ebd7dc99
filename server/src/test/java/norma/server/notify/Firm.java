package norma.server.notify;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import norma.diagnostics.Problems;
import norma.diagnostics.Source;
import norma.fact.Catalogue;
import norma.fact.Change;
import norma.judge.DrlRules;
import norma.server.live.Hands;
import norma.server.live.Live;
import norma.server.store.Outbox;
import norma.server.store.Store;
import norma.standard.Standards;
import norma.standard.yaml.Definitions;
import org.apache.hc.core5.ssl.SSLContexts;
import org.jspecify.annotations.Nullable;

/** A small firm whose large deals deviate, and what tells of it; it can be stopped and started again on the same store. */
final class Firm implements AutoCloseable {

    static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    static final Names NAMES =
            new Names(Set.of("large"), List.of("director"), List.of("b2b", "b2g"), List.of("deal", "sale"));

    private static final String DEFINITIONS = """
            schema: 1
            model:
              currency: RUB
              pipelines: { main: [lead] }
              segments: [b2b, b2g]
              positions: [director, seller]
            calendars:
              office: { zone: Europe/Moscow, week: [mon, tue, wed, thu, fri], hours: { from: 09:00, to: 18:00 } }
            kpis:
              amount_of_deal: { title: { en: Amount, ru: Сумма }, of: deal, value: amount }
            norms:
              amount_limit: { kpi: amount_of_deal, breach: above, default: { warn: 100, critical: 1000 } }
            deviations:
              large:
                title: { en: Large deal, ru: Крупная сделка }
                on: deal
                only_if: status = open
                breaks: amount_limit
                stake: amount
                message: { en: "{title}: {value} is too much", ru: "{title}: {value} — слишком много" }
            decisions:
              look:
                title: { en: Look, ru: Взглянуть }
                when: large
                phase: control
                ladder:
                  - { at: warn, do: review_deal, to: deal.owner, due: 1d }
            """;

    final Hands hands;
    final String url;
    final Standards standards = standards();
    private volatile Routes routes;
    Store store;
    Live live;
    Notifier notifier;

    /** @param now a Monday is 2026-03-02 */
    Firm(String url, String now, String routes) {
        this.url = url;
        this.hands = new Hands(Instant.parse(now));
        this.routes = routes(routes);
        open();
    }

    private void open() {
        store = Store.open(url);
        live = Live.start(store, standards, DrlRules.none(), hands);
    }

    /** With real threads. */
    Firm start(Carrier webhooks, Carrier mail) {
        notifier = notifier(webhooks, mail);
        notifier.start();
        return this;
    }

    /** Without a thread: the test turns it. */
    Notifier notifier(Carrier webhooks, Carrier mail) {
        return new Notifier(
                new Notifier.Around(store, live, () -> routes, () -> standards, "https://norma.example", e -> {
                    throw new AssertionError(e);
                }),
                new Addresses(() -> routes),
                webhooks,
                mail,
                hands);
    }

    Webhooks webhooks() {
        return new Webhooks(
                () -> routes,
                name -> name.equals("CRM_SECRET") ? Optional.of(SECRET) : Optional.empty(),
                Reach.to(Set.of("127.0.0.1"), true),
                new Post(SSLContexts.createSystemDefault(), Duration.ofSeconds(5)),
                hands);
    }

    void stop() {
        if (notifier != null) notifier.close();
        live.close();
        store.close();
    }

    /** The process ends, time passes, and it is started again. */
    void restartAfter(Duration time) {
        stop();
        hands.pass(time);
        open();
    }

    void reroute(String text) {
        routes = routes(text);
    }

    static Routes routes(String text) {
        Problems problems = new Problems();
        return RoutesFile.read(new Source("routes.yaml", text), NAMES, problems)
                .orElseThrow(() -> new AssertionError(problems.all().toString()));
    }

    void fact(String type, String id, @Nullable Object... set) throws Exception {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = 0; i < set.length; i += 2) values.put(String.valueOf(set[i]), set[i + 1]);
        live.take(List.of(new Change(Catalogue.type(type).orElseThrow(), id, hands.millis(), values)))
                .get();
    }

    void deal(String id, long amount) throws Exception {
        fact("deal", id, "status", "open", "title", "Сделка " + id, "owner", "e1", "amount", amount * 10_000);
    }

    void people() throws Exception {
        fact("team", "t1", "head", "e9");
        fact("employee", "e1", "team", "t1", "position", "seller", "title", "Продавец");
        fact("employee", "e9", "team", "t1", "position", "director", "title", "Руководитель");
    }

    List<Outbox.Message> messages() {
        return store.read(tables -> tables.outbox().newest(null, Long.MAX_VALUE, 1000));
    }

    void settled() {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> live.ask(engine -> engine.now()).get() >= hands.millis());
    }

    @Override
    public void close() {
        stop();
    }

    private static Standards standards() {
        Problems problems = new Problems();
        return Definitions.read(List.of(new Source("test.yaml", DEFINITIONS)), Map.of(), problems)
                .orElseThrow(() -> new AssertionError(problems.all().toString()));
    }
}
