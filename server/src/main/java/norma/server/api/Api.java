package norma.server.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.validation.ValidationException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import norma.measure.Reading;
import norma.server.access.Caller;
import norma.server.access.Denied;
import norma.server.access.Gate;
import norma.server.access.Right;
import norma.server.live.Act;
import norma.server.live.Live;
import norma.server.live.Refusal;
import norma.server.live.SeenReadings;
import norma.server.report.Entries;
import norma.server.store.Decisions;
import norma.server.store.Deviations;
import norma.server.store.Groups;
import norma.server.store.Place;
import norma.server.store.Review;
import norma.server.store.Sight;
import norma.server.store.Store;
import norma.server.store.View;
import org.jspecify.annotations.Nullable;

/** The routes of {@code /api/v1}. */
public final class Api implements AutoCloseable {

    static final String ROOT = "/api/v1";
    private static final int MOST_ROWS = 500;
    private static final int MOST_READINGS = 10_000;

    static final ObjectMapper JSON = Received.json();

    private final Store store;
    private final Live live;
    private final Items items = new Items();
    private final EventStream stream;

    public Api(Store store, Live live, Clock clock, Gate gate) {
        this.store = store;
        this.live = live;
        this.stream = new EventStream(store, gate, clock);
        live.onTurn(turn -> stream.turned(turn.lastEvent()));
    }

    public void addTo(RoutesConfig routes) {
        routes.exception(Refusal.class, Api::refuse);
        routes.exception(ValidationException.class, Api::refuse);
        routes.get(ROOT + "/events/stream", stream::open, Right.SEE_DEVIATIONS);
        routes.get(ROOT + "/deviations", this::deviations, Right.SEE_DEVIATIONS);
        routes.get(ROOT + "/deviations/{number}", this::deviation, Right.SEE_DEVIATIONS);
        routes.post(
                ROOT + "/deviations/{number}/acknowledge",
                context -> act(context, new Act.Acknowledge(of(context))),
                Right.ACT);
        routes.post(ROOT + "/deviations/{number}/hold", this::hold, Right.ACT);
        routes.post(
                ROOT + "/deviations/{number}/dismiss",
                context -> act(context, new Act.Dismiss(of(context), text(body(context), "reason"))),
                Right.ACT);
        routes.post(
                ROOT + "/deviations/{number}/comments",
                context -> act(context, new Act.Comment(number(context), null, text(body(context), "text"))),
                Right.ACT);
        routes.get(ROOT + "/decisions", this::decisions, Right.SEE_DEVIATIONS);
        routes.get(ROOT + "/decisions/{number}", this::decision, Right.SEE_DEVIATIONS);
        routes.post(ROOT + "/decisions/{number}/state", this::progress, Right.ACT);
        routes.post(
                ROOT + "/decisions/{number}/assignee",
                context -> act(context, new Act.Assign(number(context), text(body(context), "employee"))),
                Right.HAND_OVER);
        routes.post(
                ROOT + "/decisions/{number}/comments",
                context -> act(context, new Act.Comment(null, number(context), text(body(context), "text"))),
                Right.ACT);
        routes.get(ROOT + "/readings", this::readings, Right.SEE_READINGS);
        routes.get(ROOT + "/events", this::events, Right.SEE_DEVIATIONS);
        routes.get(ROOT + "/audit", this::audit, Right.SEE_AUDIT);
    }

    /** The rows that whoever asks may see. */
    private View seen(Context context) {
        return store.seenBy(Caller.of(context).sight(Right.SEE_DEVIATIONS));
    }

    /** In the words of Javalin's own errors, and in Russian too. */
    private static void refuse(Refusal refused, Context context) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        HttpStatus status = refused.isMissing() ? HttpStatus.NOT_FOUND : HttpStatus.BAD_REQUEST;
        answer.put("title", refused.said().en()).put("status", status.getCode());
        answer.putObject("reason")
                .put("en", refused.said().en())
                .put("ru", refused.said().ru());
        context.status(status);
        respond(context, answer);
    }

    /** Of a parameter that is no number. */
    private static void refuse(ValidationException wrong, Context context) {
        String names = String.join(", ", wrong.getErrors().keySet());
        refuse(new Refusal("'" + names + "' is a whole number", "«" + names + "» — целое число"), context);
    }

    /** Whether a request is one of a program. */
    public static boolean isAsked(Context context) {
        return context.path().startsWith(ROOT);
    }

    /** Says why a request went no further. */
    public static void deny(Context context, Denied denied) {
        denied.begin(context);
        ObjectNode answer = JSON.createObjectNode();
        answer.put("status", denied.status().getCode());
        answer.putObject("reason")
                .put("en", denied.said().en())
                .put("ru", denied.said().ru());
        respond(context, answer);
    }

    /** Ends the streams of events. */
    @Override
    public void close() {
        stream.close();
    }

    private void deviations(Context context) {
        Deviations.Filter filter = DeviationQuery.filter(context, true);
        int most = limit(context);
        Place after = place(context);
        ObjectNode answer = seen(context).read(tables -> {
            List<Deviations.Row> page = tables.deviations().page(filter, after, most);
            Groups.Group whole = tables.groups().whole(filter);
            ObjectNode found = JSON.createObjectNode();
            ArrayNode rows = found.putArray("deviations");
            page.forEach(row -> rows.add(items.deviation(row)));
            found.put("total", whole.cases()).put("critical", whole.critical());
            if (page.size() == most)
                found.put("next", Place.of(page.get(page.size() - 1)).toString());
            return found;
        });
        respond(context, answer);
    }

    private static @Nullable Place place(Context context) {
        String after = context.queryParam("after");
        if (after == null) return null;
        return Place.read(after)
                .orElseThrow(() -> new Refusal(
                        "'after' is the 'next' of the page before", "«after» — это «next» предыдущей страницы"));
    }

    private void deviation(Context context) {
        long number = number(context);
        ObjectNode answer = seen(context).read(tables -> {
            Deviations.Row row = tables.deviations()
                    .number(number)
                    .orElseThrow(() -> Refusal.missing("there is no deviation " + number, "нет отклонения " + number));
            ObjectNode found = items.deviation(row);
            ArrayNode decisions = found.putArray("decisions");
            tables.decisions().of(number).forEach(each -> decisions.add(items.decision(each)));
            ArrayNode history = found.putArray("history");
            tables.events().of(number).forEach(each -> history.add(items.event(each)));
            return found;
        });
        respond(context, answer);
    }

    private void hold(Context context) {
        JsonNode body = body(context);
        try {
            long until = OffsetDateTime.parse(text(body, "until")).toInstant().toEpochMilli();
            act(context, new Act.Hold(of(context), until, awaited(body), text(body, "reason")));
        } catch (DateTimeException e) {
            throw new Refusal(
                    "'until' is a time such as 2026-03-02T12:00:00+03:00",
                    "«until» — время, например 2026-03-02T12:00:00+03:00");
        }
    }

    private static Review.@Nullable Awaited awaited(JsonNode body) {
        if (body.path("or_on").isMissingNode()) return null;
        return Review.Awaited.of(body.path("or_on").asText())
                .orElseThrow(() -> new Refusal("'or_on' is change or contact", "«or_on» — это change или contact"));
    }

    private void decisions(Context context) {
        int most = limit(context);
        List<Decisions.Row> page = seen(context).read(tables -> tables.decisions()
                .page(context.queryParam("assignee"), context.queryParam("state"), after(context), most));
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode rows = answer.putArray("decisions");
        page.forEach(row -> rows.add(items.decision(row)));
        if (page.size() == most) answer.put("next", page.get(page.size() - 1).number());
        respond(context, answer);
    }

    private void decision(Context context) {
        long number = number(context);
        respond(
                context,
                items.decision(seen(context)
                        .read(tables -> tables.decisions().number(number))
                        .orElseThrow(
                                () -> Refusal.missing("there is no decision " + number, "нет решения " + number))));
    }

    private void progress(Context context) {
        JsonNode body = body(context);
        Decisions.State state;
        try {
            state = Decisions.State.of(text(body, "state"));
        } catch (IllegalArgumentException e) {
            throw new Refusal(
                    "'state' is open, in_progress, done or rejected",
                    "«state» — это open, in_progress, done или rejected");
        }
        if (state == Decisions.State.CHECKED)
            throw new Refusal(
                    "'checked' is what Norma finds, when the time for it has come",
                    "«checked» ставит сама Норма, когда придёт срок проверки");
        act(
                context,
                new Act.Progress(number(context), state, body.path("reason").textValue()));
    }

    private void readings(Context context) {
        String kpi = context.queryParam("kpi");
        if (kpi == null || !live.standards().kpis().containsKey(kpi))
            throw new Refusal("'kpi' names one of the KPI in force", "«kpi» — один из действующих показателей");
        Entries entries = new Entries(live.standards().model().calendar().zone());
        Sight sight = Caller.of(context).sight(Right.SEE_READINGS);
        List<Reading> found = Live.answered(
                live.ask(engine -> Stream.concat(engine.readings(kpi, scope -> true).stream(), engine.ownReadings(kpi))
                        .filter(SeenReadings.by(sight, engine))
                        .limit(MOST_READINGS + 1)
                        .toList()));
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode rows = answer.putArray("readings");
        found.stream().limit(MOST_READINGS).forEach(reading -> rows.add(items.parsed(entries.reading(reading))));
        answer.put("more", found.size() > MOST_READINGS);
        respond(context, answer);
    }

    /** Everything after an event, for whoever asks from time to time. */
    private void events(Context context) {
        int most = limit(context);
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode rows = answer.putArray("events");
        seen(context)
                .read(tables -> tables.events().after(after(context), most))
                .forEach(event -> rows.add(items.event(event)));
        respond(context, answer);
    }

    private void audit(Context context) {
        int most = limit(context);
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode rows = answer.putArray("entries");
        store.read(tables -> tables.audit().after(after(context), most)).forEach(entry -> rows.add(items.entry(entry)));
        answer.put("whole", store.read(tables -> tables.audit().firstBroken()).isEmpty());
        respond(context, answer);
    }

    private void act(Context context, Act act) {
        Caller caller = Caller.of(context);
        Live.answered(live.act(caller.name(), caller.sight(Right.ACT), act));
        respond(context, JSON.valueToTree(Map.of("done", true)));
    }

    private static List<Long> of(Context context) {
        return List.of(number(context));
    }

    private static long number(Context context) {
        return context.pathParamAsClass("number", Long.class).get();
    }

    private static long after(Context context) {
        return context.queryParamAsClass("after", Long.class).getOrDefault(0L);
    }

    private static int limit(Context context) {
        int asked = context.queryParamAsClass("limit", Integer.class).getOrDefault(50);
        return Math.max(1, Math.min(MOST_ROWS, asked));
    }

    static JsonNode body(Context context) {
        try {
            return JSON.readTree(context.body());
        } catch (JsonProcessingException e) {
            throw new Refusal("this is no JSON: " + e.getOriginalMessage(), "это не JSON: " + e.getOriginalMessage());
        }
    }

    private static String text(JsonNode body, String name) {
        JsonNode value = body.path(name);
        if (!value.isTextual()) throw new Refusal("'" + name + "' is missing", "не указано «" + name + "»");
        return value.textValue();
    }

    static void respond(Context context, JsonNode answer) {
        context.contentType("application/json; charset=utf-8").result(answer.toString());
    }
}
