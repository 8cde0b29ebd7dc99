package norma.server.health;

import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import norma.Engine;
import norma.fact.Catalogue;
import norma.judge.Judge;
import norma.server.live.Live;
import norma.server.store.Store;
import norma.server.store.Tables;
import norma.server.store.Workings;
import norma.standard.Standards;

/** Looks every few seconds whether facts arrive and rules can be judged, and keeps what has become of that as events. */
public final class HealthWatch implements AutoCloseable {

    private static final long BETWEEN_LOOKS = 5_000;

    private final Store store;
    private final Live live;
    private final Bounds.Said bounds;
    private final Supplier<Standards> standards;
    private final Clock clock;
    private final Thread looking = new Thread(this::keepLooking, "health");

    public HealthWatch(Store store, Live live, Bounds.Said bounds, Supplier<Standards> standards, Clock clock) {
        this.store = store;
        this.live = live;
        this.bounds = bounds;
        this.standards = standards;
        this.clock = clock;
        looking.setDaemon(true);
    }

    public void start() {
        looking.start();
    }

    private void keepLooking() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(BETWEEN_LOOKS);
                try {
                    look();
                } catch (ExecutionException | RuntimeException e) {
                    // the store or the engine does not answer: it is looked at again
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void look() throws ExecutionException, InterruptedException {
        rules();
        arrivals();
    }

    private void rules() throws ExecutionException, InterruptedException {
        Map<String, Workings.Failing> now = live.ask(HealthWatch::failing).get();
        Map<String, Workings.Failing> before = store
                .read(tables -> tables.workings().failing())
                .stream()
                .collect(Collectors.toMap(Workings.Failing::rule, Function.identity()));
        if (now.keySet().equals(before.keySet())) return;
        live.keep(tables -> {
                    now.forEach((rule, failing) -> {
                        tables.workings().fails(failing);
                        if (!before.containsKey(rule))
                            tell(tables, failing.since(), "rule_failed", Said.failing(failing));
                    });
                    before.forEach((rule, failing) -> {
                        if (now.containsKey(rule)) return;
                        tables.workings().mended(rule);
                        tell(tables, clock.millis(), "rule_mended", Said.mended(failing));
                    });
                    return true;
                })
                .get();
    }

    /** By rule; on the engine's thread. */
    private static Map<String, Workings.Failing> failing(Engine engine) {
        Map<String, Workings.Failing> failing = new LinkedHashMap<>();
        for (Judge.Failure each : engine.failures())
            failing.merge(
                    each.rule(),
                    new Workings.Failing(each.rule(), engine.now(), 1, each.reason()),
                    (one, other) -> new Workings.Failing(one.rule(), one.since(), one.cases() + 1, one.reason()));
        return failing;
    }

    private void arrivals() throws ExecutionException, InterruptedException {
        long now = clock.millis();
        List<Workings.Arrival> arrivals = store.read(tables -> tables.workings().arrivals(now));
        Map<Workings.Arrival, OptionalLong> changed = new HashMap<>();
        for (Workings.Arrival each : arrivals) {
            OptionalLong lateAt = Bounds.lateAt(each, bounds);
            boolean late = lateAt.isPresent() && lateAt.getAsLong() <= now;
            if (late != (each.lateSince() != null)) changed.put(each, late ? lateAt : OptionalLong.empty());
        }
        if (changed.isEmpty()) return;
        live.keep(tables -> {
                    changed.forEach((arrival, since) -> {
                        boolean late = since.isPresent();
                        tables.workings().late(arrival.type(), late ? since.getAsLong() : null);
                        tell(tables, now, late ? "facts_late" : "facts_back", said(arrival, late));
                    });
                    return true;
                })
                .get();
    }

    private String said(Workings.Arrival arrival, boolean late) {
        return Said.arrival(
                arrival,
                Catalogue.type(arrival.type()).orElseThrow().title(),
                late,
                standards.get().model().calendar().zone());
    }

    private static void tell(Tables tables, long at, String kind, String body) {
        tables.events().add(at, kind, null, null, body);
    }

    @Override
    public void close() {
        looking.interrupt();
    }
}
