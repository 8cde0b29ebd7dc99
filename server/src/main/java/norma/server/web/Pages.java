package norma.server.web;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.SameSite;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import norma.server.access.Caller;
import norma.server.access.Denied;
import norma.server.access.Gate;
import norma.server.access.Right;
import norma.server.live.Act;
import norma.server.live.Live;
import norma.server.live.Refusal;
import norma.server.publish.Publishing;
import norma.server.report.Prose;
import norma.server.store.Decisions;
import norma.server.store.Deviations;
import norma.server.store.Sight;
import norma.server.store.Store;
import norma.server.store.View;
import norma.standard.Standards;
import org.jspecify.annotations.Nullable;

/** Everything that people see of Norma in a browser. */
public final class Pages implements AutoCloseable {

    private static final String LOOKED = "looked";
    private static final Set<HandlerType> READING = Set.of(HandlerType.GET, HandlerType.HEAD);
    private static final int YEAR = 365 * 24 * 60 * 60;
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final Store store;
    private final Live live;
    private final Questions engine;
    private final Supplier<Standards> standards;
    private final Publishing publishing;
    private final Clock clock;
    private final Templates templates = new Templates();
    private final Assets assets = new Assets();
    private final Facets facets = new Facets();
    private final Listeners listeners;
    private final SignInRoom signIns;
    private final Frame.Links links = new Frame.Links(
            assets.address("norma.css"),
            assets.address("norma.js"),
            assets.address("htmx.min.js"),
            assets.address("norma.svg"));

    /** @param publishing knows what is wrong with definitions that are not in force */
    public Pages(Store store, Live live, Publishing publishing, Clock clock, Gate gate) {
        this.store = store;
        this.signIns = new SignInRoom(gate, templates, request -> frame(request, ""));
        this.listeners = new Listeners(gate);
        this.live = live;
        this.engine = new Questions(live);
        this.standards = live::standards;
        this.publishing = publishing;
        this.clock = clock;
        live.onTurn(turn -> listeners.turned(turn.lastEvent()));
    }

    public void addTo(JavalinConfig config) {
        var routes = config.routes;
        routes.get("/assets/{file}", assets::send, Right.ANYBODY);
        routes.get("/sign-in", page(signIns::page), Right.ANYBODY);
        routes.post("/sign-in", page(signIns::signIn), Right.ANYBODY);
        routes.post("/sign-out", page(signIns::signOut), Right.ANYBODY);
        routes.get("/", page(this::feed), Right.SEE_DEVIATIONS);
        routes.get("/feed/news", page(this::news), Right.SEE_DEVIATIONS);
        routes.get("/feed/live", page(listeners::add), Right.SEE_DEVIATIONS);
        routes.post("/feed/seen", page(this::seen), Right.SEE_DEVIATIONS);
        routes.post("/feed/acts", page(this::actOnChosen), Right.ACT);
        routes.get("/deviations/{number}", page(this::deviation), Right.SEE_DEVIATIONS);
        routes.post("/deviations/{number}/acts", page(this::actOnDeviation), Right.ACT);
        routes.get("/decisions", page(this::decisions), Right.SEE_DEVIATIONS);
        routes.post("/decisions/{number}/acts", page(this::actOnDecision), Right.ACT);
        routes.get("/readings", page(this::readings), Right.SEE_READINGS);
        routes.get("/readings/{kpi}", page(this::reading), Right.SEE_READINGS);
        routes.get("/definitions", page(this::definitions), Right.SEE_DEFINITIONS);
    }

    /** How many open pages are told what happens. */
    int listeners() {
        return listeners.size();
    }

    /** Ends the streams of events. */
    @Override
    public void close() {
        listeners.close();
    }

    /** What all pages have in common: what they may load, who may send them, and what happens when they are refused. */
    private Handler page(Handler handler) {
        return request -> {
            request.header("Content-Security-Policy", POLICY);
            try {
                handler.handle(request);
            } catch (Refused e) {
                problem(request, HttpStatus.UNPROCESSABLE_CONTENT, String.valueOf(e.getMessage()));
            } catch (NotFoundResponse e) {
                problem(
                        request,
                        HttpStatus.NOT_FOUND,
                        frame(request, "").say("There is no such page.", "Такой страницы нет."));
            } catch (Questions.NoAnswer e) {
                problem(
                        request,
                        HttpStatus.SERVICE_UNAVAILABLE,
                        frame(request, "").say("Norma is busy; try again.", "Норма занята; попробуйте ещё раз."));
            }
        };
    }

    /** The rows that whoever asks may see. */
    private View view(Context request) {
        return store.seenBy(Caller.of(request).sight(Right.SEE_DEVIATIONS));
    }

    /** Says why a request went no further; whoever is not known is asked who it is first. */
    public void deny(Context request, Denied denied) {
        denied.begin(request);
        boolean partly = "true".equals(request.header("HX-Request"));
        boolean page = READING.contains(request.method()) && !request.path().equals("/feed/live");
        if (denied.status() == HttpStatus.UNAUTHORIZED && partly) request.header("HX-Redirect", "/sign-in");
        else if (denied.status() == HttpStatus.UNAUTHORIZED && page)
            request.redirect(Address.of("/sign-in", Map.of("next", address(request))), HttpStatus.SEE_OTHER);
        else {
            request.header("Content-Security-Policy", POLICY);
            show(
                    request,
                    "problem",
                    Map.of(
                            "frame",
                            frame(request, ""),
                            "problem",
                            Prose.sentence(denied.said().in(Language.of(request))) + ".",
                            "back",
                            "/"));
        }
    }

    private void problem(Context request, HttpStatus status, String problem) {
        Frame frame = frame(request, "");
        String back = Address.back(request.formParam("back"), "/");
        request.status(status);
        show(request, "problem", Map.of("frame", frame, "problem", problem, "back", back));
    }

    private void show(Context request, String template, Map<String, Object> values) {
        request.html(templates.write(template, values));
    }

    private Frame frame(Context request, String room) {
        Locale locale = Language.of(request);
        return new Frame(
                new Prose(standards.get().model(), locale),
                locale,
                room,
                address(request),
                clock.millis(),
                links,
                Caller.known(request));
    }

    private static String address(Context request) {
        String query = request.queryString();
        return request.path() + (query == null ? "" : "?" + query);
    }

    // --- the feed ---

    private void feed(Context request) {
        Looked looked = looked(request);
        remember(request, looked);
        request.html(feed(request, FeedQuery.of(request::queryParam), looked, ""));
    }

    private String feed(Context request, FeedQuery query, Looked looked, String problem) {
        View seen = view(request);
        FeedPage page = new Feed(seen, engine, standards.get(), facets, frame(request, "feed"), query)
                .page(looked.mark(), looked.seen(), problem);
        return templates.write("feed", Map.of("page", page));
    }

    private Looked looked(Context request) {
        long last = store.read(tables -> tables.events().last());
        return Looked.of(request.cookie(LOOKED), last, clock.millis());
    }

    private static void remember(Context request, Looked looked) {
        request.cookie(new Cookie(LOOKED, looked.toString(), "/", YEAR, false, true, null, SameSite.LAX));
    }

    private void news(Context request) {
        Frame frame = frame(request, "feed");
        FeedQuery query = FeedQuery.of(request::queryParam);
        long after = number(request.queryParam("after"));
        News news = News.after(after, view(request), query, frame.now());
        show(request, "news", Map.of("frame", frame, "query", query, "news", news));
    }

    /** Nothing is new any more of what the page knew of. */
    private void seen(Context request) {
        long now = clock.millis();
        long seen = number(request.formParam("last"));
        remember(request, new Looked(seen, seen, now));
        request.redirect(Address.back(request.formParam("back"), "/"), HttpStatus.SEE_OTHER);
    }

    private void actOnChosen(Context request) {
        Frame frame = frame(request, "feed");
        Form form = new Form(request, frame);
        String problem = "";
        try {
            actOn(request, form, form.chosen(), frame);
        } catch (Refused e) {
            if (!form.partly()) throw e;
            problem = String.valueOf(e.getMessage());
        }
        if (!form.partly()) {
            request.redirect(form.back(), HttpStatus.SEE_OTHER);
            return;
        }
        FeedQuery query = FeedQuery.of(Address.query(form.back())::get);
        request.html(feed(request, query, looked(request), problem));
    }

    private void actOn(Context request, Form form, List<Long> numbers, Frame frame) {
        if (!form.isAboutDecisions()) {
            act(request, form.about(numbers), numbers, frame);
            return;
        }
        List<Decisions.Row> open = numbers.stream()
                .flatMap(number ->
                        view(request).read(tables -> tables.decisions().of(number)).stream())
                .filter(row -> row.called()
                        && (row.state() == Decisions.State.OPEN || row.state() == Decisions.State.IN_PROGRESS))
                .toList();
        if (open.isEmpty())
            throw new Refused(
                    frame.say("There is no open decision about that.", "По отмеченному нет открытых решений."));
        open.forEach(row -> act(request, form.progress(row.number()), List.of(), frame));
    }

    private void act(Context request, Act act, List<Long> numbers, Frame frame) {
        for (long number : numbers) {
            if (!row(request, number).stands() && !(act instanceof Act.Comment))
                throw new Refused(frame.say(
                        "This deviation is over already: nothing is left to be done.",
                        "Это отклонение уже закончилось: делать ничего не нужно."));
        }
        try {
            engine.act(Caller.of(request), act);
        } catch (Refusal e) {
            throw new Refused(frame.say(
                    "That cannot be done: " + e.said().en(),
                    "Это невозможно: " + e.said().ru()));
        }
    }

    private Deviations.Row row(Context request, long number) {
        return view(request).read(tables -> tables.deviations().number(number)).orElseThrow(NotFoundResponse::new);
    }

    private void actOnDeviation(Context request) {
        long number = number(request.pathParam("number"));
        Frame frame = frame(request, "feed");
        Form form = new Form(request, frame);
        String problem = "";
        try {
            actOn(request, form, List.of(row(request, number).number()), frame);
        } catch (Refused e) {
            if (!form.partly()) throw e;
            problem = String.valueOf(e.getMessage());
        }
        answer(request, form, number, frame, problem);
    }

    private void actOnDecision(Context request) {
        long number = number(request.pathParam("number"));
        Frame frame = frame(request, "decisions");
        Form form = new Form(request, frame);
        Decisions.Row row =
                view(request).read(tables -> tables.decisions().number(number)).orElseThrow(NotFoundResponse::new);
        String problem = "";
        try {
            act(request, form.about(row.number()), List.of(), frame);
        } catch (Refused e) {
            if (!form.partly()) throw e;
            problem = String.valueOf(e.getMessage());
        }
        answer(request, form, row.deviation(), frame, problem);
    }

    /** The card as it is now to a script, the page it came from to a browser. */
    private void answer(Context request, Form form, long deviation, Frame frame, String problem) {
        if (!form.partly()) {
            request.redirect(form.back(), HttpStatus.SEE_OTHER);
            return;
        }
        Looked looked = looked(request);
        Set<Long> fresh = view(request).read(tables -> tables.events().worseAfter(looked.mark(), List.of(deviation)));
        Card card = card(request, deviation, frame, fresh);
        show(
                request,
                "card",
                Map.of(
                        "frame",
                        frame,
                        "card",
                        card,
                        "problem",
                        problem,
                        "back",
                        form.back(),
                        "days",
                        HoldDays.of(frame)));
    }

    private Card card(Context request, long number, Frame frame, Set<Long> fresh) {
        Deviations.Row row = row(request, number);
        List<Decisions.Row> decisions =
                Feed.called(view(request).read(tables -> tables.decisions().of(number)));
        Names names = new Names();
        Cards.ask(names, row, decisions);
        engine.ask(names::from);
        return new Cards(frame, names, fresh).card(row, decisions);
    }

    // --- the other rooms ---

    private void deviation(Context request) {
        Deviations.Row row = row(request, number(request.pathParam("number")));
        Frame frame = frame(request, "feed");
        show(request, "deviation", Map.of("page", new DeviationRoom(view(request), engine, frame).page(row)));
    }

    private void decisions(Context request) {
        Frame frame = frame(request, "decisions");
        DecisionsRoom room = new DecisionsRoom(view(request), engine, frame, request::queryParam);
        show(request, "decisions", Map.of("page", room.page()));
    }

    private void readings(Context request) {
        show(request, "readings", Map.of("page", readings(request, "readings").page()));
    }

    private void reading(Context request) {
        show(request, "kpi", Map.of("page", readings(request, "readings").page(request.pathParam("kpi"))));
    }

    private ReadingsRoom readings(Context request, String room) {
        Sight sight = Caller.of(request).sight(Right.SEE_READINGS);
        return new ReadingsRoom(view(request), sight, engine, standards.get(), frame(request, room));
    }

    private void definitions(Context request) {
        Frame frame = frame(request, "definitions");
        DefinitionsPage page =
                new DefinitionsRoom(view(request), engine, publishing, frame).page(standards.get(), live.drl());
        show(request, "definitions", Map.of("page", page));
    }

    private static long number(@Nullable String text) {
        if (text == null || !text.matches("\\d{1,18}")) throw new NotFoundResponse();
        return Long.parseLong(text);
    }
}
