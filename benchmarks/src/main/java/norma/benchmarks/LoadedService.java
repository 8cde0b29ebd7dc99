package norma.benchmarks;

import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import norma.fact.Change;
import norma.judge.DrlRules;
import norma.server.http.Service;
import norma.server.live.Live;
import norma.server.live.Turn;
import norma.server.store.Store;
import norma.standard.Standards;

/** The service over a store with a firm in it. Its clock runs on from the moment of the firm. */
final class LoadedService implements AutoCloseable {

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final Store store;
    private final Live live;
    private final Service service;
    private final List<Long> turns = new ArrayList<>();

    private LoadedService(Store store, Live live, Clock clock) {
        this.store = store;
        this.live = live;
        this.service = Service.start(0, store, live, clock);
        live.onTurn(this::turned);
    }

    /** Ready when this returns. */
    static LoadedService started(String url, Standards standards, Clock clock) {
        Store store = Store.open(url);
        return new LoadedService(store, Live.start(store, standards, DrlRules.none(), clock), clock);
    }

    static Clock clock() {
        return Clock.offset(Clock.systemUTC(), Duration.ofMillis(Firm.NOW - System.currentTimeMillis()));
    }

    private synchronized void turned(Turn turn) {
        if (turn.facts() > 0) turns.add(turn.nanos());
    }

    /** What turns with facts took since this was asked last, nanoseconds. */
    synchronized List<Long> turns() {
        List<Long> taken = List.copyOf(turns);
        turns.clear();
        return taken;
    }

    /** As an import would fill it. */
    void fill(Firm firm) {
        firm.changes(batch -> live.take(batch).join());
    }

    /** Over HTTP; it returns when they are durable. */
    void take(List<Change> changes) throws Exception {
        StringBuilder body = new StringBuilder();
        for (Change change : changes)
            body.append(String.format(
                    Locale.ROOT,
                    "{\"type\":\"deal\",\"id\":\"%s\",\"set\":{\"stage\":\"%s\",\"amount\":\"%s\"}}%n",
                    change.id(),
                    change.set().get("stage"),
                    BigDecimal.valueOf(
                                    (Long) Objects.requireNonNull(change.set().get("amount")), 4)
                            .toPlainString()));
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(URI.create(address() + "/api/v1/facts"))
                        .header("Content-Type", "application/x-ndjson")
                        .POST(BodyPublishers.ofString(body.toString()))
                        .build(),
                BodyHandlers.ofString());
        if (response.statusCode() != 200 || !response.body().contains("\"accepted\":" + changes.size()))
            throw new IllegalStateException(response.statusCode() + " " + response.body());
    }

    String address() {
        return "http://localhost:" + port();
    }

    int port() {
        return service.port();
    }

    /** Changes of facts that are durable. */
    long journal() {
        return store.<Long>read(tables -> tables.journal().size());
    }

    @Override
    public void close() {
        service.close();
        live.close();
        store.close();
    }
}
