package norma.server.http;

import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import norma.server.api.Api;
import norma.server.feed.Feeds;
import norma.server.live.Live;
import norma.server.store.Store;
import norma.server.web.Pages;
import norma.standard.Standards;

/** Norma over HTTP, for this machine only. */
public final class Service implements AutoCloseable {

    private static final long MOST_BYTES = 20_000_000;
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Javalin javalin;
    private final Api api;
    private final Pages pages;

    private Service(Javalin javalin, Api api, Pages pages) {
        this.javalin = javalin;
        this.api = api;
        this.pages = pages;
    }

    /**
     * @param port 0 for any that is free
     * @param standards those in force
     */
    public static Service start(int port, Store store, Live live, Supplier<Standards> standards, Clock clock) {
        Api api = new Api(store, live, standards, clock);
        Pages pages = new Pages(store, live, standards, clock);
        Javalin javalin = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.http.maxRequestSize = MOST_BYTES;
            config.routes.before(Service::requireLoopbackName);
            config.routes.get("/health", context -> context.result("ok"));
            config.routes.get("/ready", context -> {
                long now = live.ask(engine -> engine.now()).get();
                context.json(Map.of("ready", true, "now", now));
            });
            api.addTo(config.routes);
            new Feeds(store, standards).addTo(config.routes);
            pages.addTo(config);
        });
        javalin.start("127.0.0.1", port);
        return new Service(javalin, api, pages);
    }

    /** A name of another site that was bent to lead here is no name of ours. */
    private static void requireLoopbackName(Context context) {
        String host = String.valueOf(context.header("Host"));
        String name = host.endsWith("]") || !host.contains(":") ? host : host.substring(0, host.lastIndexOf(':'));
        if (!LOOPBACK.contains(name)) throw new ForbiddenResponse("this is not my name: " + name);
    }

    /** Method and path of everything that is answered, such as {@code GET /health}. */
    public Set<String> routes() {
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
        api.close();
        pages.close();
        javalin.stop();
    }
}
