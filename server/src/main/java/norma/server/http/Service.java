package norma.server.http;

import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.javalin.router.Endpoint;
import io.javalin.router.EndpointNotFound;
import io.javalin.router.ParsedEndpoint;
import io.javalin.security.Roles;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import norma.server.access.Denied;
import norma.server.access.Gate;
import norma.server.access.Right;
import norma.server.access.Site;
import norma.server.api.Api;
import norma.server.api.DefinitionRoutes;
import norma.server.api.Description;
import norma.server.api.FactRoutes;
import norma.server.feed.Feeds;
import norma.server.health.HealthRoutes;
import norma.server.intake.Mappings;
import norma.server.live.Live;
import norma.server.metrics.Metrics;
import norma.server.notify.NotificationRoutes;
import norma.server.publish.Publishing;
import norma.server.store.Store;
import norma.server.web.Pages;

/** Norma over HTTP. */
public final class Service implements AutoCloseable {

    private final Javalin javalin;
    private final Gate gate;
    private final Api api;
    private final Pages pages;
    private final Metrics metrics;

    private Service(Javalin javalin, Gate gate, Api api, Pages pages, Metrics metrics) {
        this.javalin = javalin;
        this.gate = gate;
        this.api = api;
        this.pages = pages;
        this.metrics = metrics;
    }

    /**
     * For this machine only, without mappings.
     *
     * @param port 0 for any that is free
     */
    public static Service start(int port, Store store, Live live, Clock clock) {
        return start(Site.loopback(port), store, live, Mappings.none(), clock);
    }

    /** @param mappings by which files and webhooks are understood */
    public static Service start(Site site, Store store, Live live, Mappings mappings, Clock clock) {
        return start(site, store, live, mappings, new Publishing(store, live, clock), clock);
    }

    /** @param publishing the one through which saved files come into force too */
    public static Service start(
            Site site, Store store, Live live, Mappings mappings, Publishing publishing, Clock clock) {
        Gate gate = new Gate(store, site, clock);
        Api api = new Api(store, live, clock, gate);
        Metrics metrics = new Metrics(store, live);
        Pages pages = new Pages(store, live, publishing, clock, gate);
        Javalin javalin = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.http.maxRequestSize = Gate.MOST_BYTES_OF_DATA;
            metrics.addTo(config.routes);
            gate.addTo(config.routes);
            config.routes.exception(Denied.class, (denied, request) -> deny(request, denied, pages));
            config.routes.exception(
                    EndpointNotFound.class, (nowhere, request) -> deny(request, nothingAt(request), pages));
            config.routes.get("/health", context -> context.result("ok"), Right.ANYBODY);
            config.routes.get(
                    "/ready",
                    context -> {
                        long now = live.ask(engine -> engine.now()).get();
                        context.json(Map.of("ready", true, "now", now));
                    },
                    Right.ANYBODY);
            api.addTo(config.routes);
            new FactRoutes(live, clock, mappings).addTo(config.routes);
            new Description().addTo(config.routes);
            new Feeds(store, live::standards, site).addTo(config.routes);
            new NotificationRoutes(store, clock).addTo(config.routes);
            new HealthRoutes(store, clock).addTo(config.routes);
            new DefinitionRoutes(store, publishing).addTo(config.routes);
            pages.addTo(config);
        });
        Gate.requireRights(endpoints(javalin));
        answerHead(javalin);
        javalin.start(site.host(), site.port());
        return new Service(javalin, gate, api, pages, metrics);
    }

    /** As GET is answered; it is the server below that leaves the body out. */
    private static void answerHead(Javalin javalin) {
        for (Endpoint got : endpoints(javalin))
            if (got.method == HandlerType.GET)
                javalin.unsafe.internalRouter.addHttpEndpoint(
                        new Endpoint(HandlerType.HEAD, got.path, got.handler, Set.of(new Roles(Set.of(right(got))))));
    }

    private static Right right(Endpoint endpoint) {
        return Gate.right(endpoint).orElseThrow();
    }

    private static void deny(Context request, Denied denied, Pages pages) {
        if (Api.isAsked(request)) Api.deny(request, denied);
        else pages.deny(request, denied);
    }

    private static Denied nothingAt(Context request) {
        HandlerType method = request.method() == HandlerType.HEAD ? HandlerType.GET : request.method();
        String asked = method + " " + request.path();
        return Api.isAsked(request)
                ? Denied.because(
                        HttpStatus.NOT_FOUND,
                        asked + " is nothing that is answered: see /openapi.yaml",
                        "запроса " + asked + " нет: смотрите /openapi.yaml")
                : Denied.because(HttpStatus.NOT_FOUND, "there is no such page", "такой страницы нет");
    }

    private static List<Endpoint> endpoints(Javalin javalin) {
        return javalin.unsafe.internalRouter.allHttpHandlers().stream()
                .map((ParsedEndpoint each) -> each.endpoint)
                .filter(endpoint -> endpoint.method.isHttpMethod())
                .toList();
    }

    /** Everything that is answered. */
    List<Endpoint> endpoints() {
        return endpoints(javalin);
    }

    /** Method and path of everything that is answered, such as {@code GET /health}; whatever GET answers, HEAD does too. */
    public Set<String> routes() {
        return endpoints(javalin).stream()
                .filter(endpoint -> endpoint.method != HandlerType.HEAD)
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
        gate.close();
        metrics.close();
    }
}
