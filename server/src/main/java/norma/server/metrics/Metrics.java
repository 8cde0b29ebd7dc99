package norma.server.metrics;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import norma.server.access.Right;
import norma.server.live.Live;
import norma.server.live.Turn;
import norma.server.store.Deviations;
import norma.server.store.Store;

/** Counts and times of the engine, of the store and of HTTP, at {@code /metrics}. */
public final class Metrics implements AutoCloseable {

    private static final String BEGAN = "norma.metrics.began";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Store store;
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final Timer turns = Timer.builder("norma.turn")
            .description("What one turn of the engine took, from its first task to the commit")
            .publishPercentileHistogram()
            .register(registry);
    private final Counter facts = Counter.builder("norma.facts.taken")
            .description("Changes of facts that were taken since the start")
            .register(registry);
    private final MultiGauge standing = MultiGauge.builder("norma.deviations.standing")
            .description("Deviations that stand")
            .register(registry);

    private volatile long lastEvent;

    public Metrics(Store store, Live live) {
        this.store = store;
        this.lastEvent = store.read(tables -> tables.events().last());
        Gauge.builder("norma.tasks.waiting", live, Live::waiting)
                .description("Tasks that wait for the engine")
                .register(registry);
        Gauge.builder("norma.events.last", this, metrics -> metrics.lastEvent)
                .description("The number of the last event")
                .register(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        collections.bindTo(registry);
        live.onTurn(this::turned);
    }

    private void turned(Turn turn) {
        turns.record(turn.nanos(), TimeUnit.NANOSECONDS);
        facts.increment(turn.facts());
        lastEvent = turn.lastEvent();
    }

    public void addTo(RoutesConfig routes) {
        routes.before(request -> request.attribute(BEGAN, System.nanoTime()));
        routes.after(this::answered);
        routes.get("/metrics", this::show, Right.SEE_WORKINGS);
    }

    /** By the path of the route: one of each address would be one for each deviation. */
    private void answered(Context request) {
        Long began = request.attribute(BEGAN);
        if (began == null) return;
        Timer.builder("http.server.requests")
                .description("Requests by route and status")
                .tags(
                        "method",
                        request.method().name(),
                        "route",
                        route(request),
                        "status",
                        String.valueOf(request.statusCode()))
                .register(registry)
                .record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
    }

    private static String route(Context request) {
        Endpoint answering = request.endpoints().lastHttpEndpoint();
        return answering == null ? "none" : answering.path;
    }

    private void show(Context context) {
        Map<String, Long> bySeverity =
                store.read(tables -> tables.deviations().counts("severity", Deviations.Filter.STANDING));
        standing.register(
                bySeverity.entrySet().stream()
                        .map(each -> MultiGauge.Row.of(Tags.of("severity", each.getKey()), each.getValue()))
                        .toList(),
                true);
        context.contentType("text/plain; version=0.0.4; charset=utf-8").result(registry.scrape());
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
