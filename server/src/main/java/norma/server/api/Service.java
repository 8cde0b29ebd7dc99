package norma.server.api;

import io.javalin.Javalin;
import io.javalin.http.Context;
import java.io.InputStream;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import norma.server.live.Live;
import norma.server.store.Store;
import norma.standard.Standards;

/** Norma over HTTP. */
public final class Service implements AutoCloseable {

    private static final long MOST_BYTES = 20_000_000;
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
                    + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final Javalin javalin;
    private final EventStream stream;

    private Service(Javalin javalin, EventStream stream) {
        this.javalin = javalin;
        this.stream = stream;
    }

    /**
     * Listens on this machine only.
     *
     * @param port 0 for any that is free
     */
    public static Service start(int port, Store store, Live live, Supplier<Standards> standards, Clock clock) {
        Api api = new Api(store, live, standards, clock);
        EventStream stream = new EventStream(store);
        live.onTurn(stream::turned);
        Javalin javalin = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.http.maxRequestSize = MOST_BYTES;
            config.routes.before(Service::guard);
            config.routes.get("/health", context -> context.result("ok"));
            config.routes.get("/ready", context -> {
                long now = live.ask(engine -> engine.now()).get();
                context.json(Map.of("ready", true, "now", now));
            });
            config.routes.get("/openapi.yaml", Service::description);
            config.routes.sse("/api/v1/events/stream", stream::open);
            api.addTo(config.routes);
        });
        javalin.start("127.0.0.1", port);
        return new Service(javalin, stream);
    }

    private static void description(Context context) {
        InputStream file = Objects.requireNonNull(Service.class.getResourceAsStream("openapi.yaml"));
        context.contentType("application/yaml; charset=utf-8").result(file);
    }

    private static void guard(Context context) {
        SameSite.requireLoopbackName(context);
        SameSite.require(context);
        context.header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "same-origin");
    }

    /** Method and path of everything that is answered, such as {@code GET /health}. */
    Set<String> routes() {
        return javalin.unsafe.internalRouter.allHttpHandlers().stream()
                .map(each -> each.endpoint)
                .filter(endpoint -> endpoint.method.isHttpMethod())
                .map(endpoint -> endpoint.method + " " + endpoint.path)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    public int port() {
        return javalin.port();
    }

    @Override
    public void close() {
        stream.close();
        javalin.stop();
    }
}
