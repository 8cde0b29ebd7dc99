package norma.server.notify;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import norma.server.access.Caller;
import norma.server.access.Right;
import norma.server.live.Refusal;
import norma.server.store.Outbox;
import norma.server.store.Store;
import org.jspecify.annotations.Nullable;

/** What was told, what could not be, and who is told nothing more, over HTTP. */
public final class NotificationRoutes {

    private static final String ROOT = "/api/v1/notifications";
    private static final int MOST = 500;

    private final ObjectMapper json = new ObjectMapper();
    private final Store store;
    private final Clock clock;

    public NotificationRoutes(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    public void addTo(RoutesConfig routes) {
        routes.get(ROOT, this::messages, Right.SEE_WORKINGS);
        routes.post(ROOT + "/{number}/again", this::again, Right.PUBLISH);
        routes.get(ROOT + "/silenced", this::silenced, Right.SEE_WORKINGS);
        routes.post(ROOT + "/resume", this::resume, Right.PUBLISH);
        routes.get(Stop.PATH, this::ask, Right.ANYBODY);
        routes.post(Stop.PATH, this::stop, Right.ANYBODY);
    }

    private void messages(Context context) {
        long before = context.queryParamAsClass("before", Long.class).getOrDefault(Long.MAX_VALUE);
        int most = Math.max(
                1,
                Math.min(MOST, context.queryParamAsClass("limit", Integer.class).getOrDefault(50)));
        Outbox.@Nullable State state = state(context.queryParam("state"));
        List<Outbox.Message> found = store.read(tables -> tables.outbox().newest(state, before, most));
        ObjectNode answer = json.createObjectNode();
        ArrayNode rows = answer.putArray("messages");
        found.forEach(message -> rows.add(message(message)));
        if (found.size() == most) answer.put("next", found.get(most - 1).number());
        respond(context, answer);
    }

    private static Outbox.@Nullable State state(@Nullable String word) {
        if (word == null) return null;
        try {
            return Outbox.State.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new Refusal(
                    "'state' is waiting, sent, failed or dropped", "«state» — это waiting, sent, failed или dropped");
        }
    }

    /** Without its text, which is for its recipient. */
    private ObjectNode message(Outbox.Message message) {
        ObjectNode row = json.createObjectNode();
        row.put("number", message.number()).put("id", message.id());
        row.put("route", message.route()).put("recipient", message.recipient());
        row.put("state", message.state().name().toLowerCase(Locale.ROOT));
        row.put("attempts", message.attempts()).put("reason", message.reason());
        row.put("made_at", Instant.ofEpochMilli(message.madeAt()).toString());
        row.put("state_at", Instant.ofEpochMilli(message.stateAt()).toString());
        Long next = message.nextAt();
        row.put("next_at", next == null ? null : Instant.ofEpochMilli(next).toString());
        return row;
    }

    private void again(Context context) {
        long number = context.pathParamAsClass("number", Long.class).get();
        String who = Caller.of(context).name();
        boolean known = store.write(tables -> {
            boolean failed = tables.outbox().revive(number, clock.millis());
            if (failed) tables.audit().add(clock.millis(), who, "sent again", "message/" + number, "");
            return failed;
        });
        if (!known)
            throw Refusal.missing(
                    "there is no message " + number + " that failed", "нет неотправленного сообщения " + number);
        respond(context, json.createObjectNode().put("done", true));
    }

    private void silenced(Context context) {
        ObjectNode answer = json.createObjectNode();
        ArrayNode rows = answer.putArray("silenced");
        for (Outbox.Silenced each : store.read(tables -> tables.outbox().silenced()))
            rows.addObject()
                    .put("route", each.route())
                    .put("recipient", each.recipient())
                    .put("at", Instant.ofEpochMilli(each.at()).toString())
                    .put("reason", each.reason());
        respond(context, answer);
    }

    private void resume(Context context) {
        String route = asked(context, "route");
        String recipient = asked(context, "to");
        String who = Caller.of(context).name();
        boolean known = store.write(tables -> {
            boolean silent = tables.outbox().speak(route, recipient);
            if (silent) tables.audit().add(clock.millis(), who, "resumed", "route/" + route, recipient);
            return silent;
        });
        if (!known)
            throw Refusal.missing("nobody of that name was silenced", "получателю с таким именем ничего не отключали");
        respond(context, json.createObjectNode().put("done", true));
    }

    /** A link in a letter may be opened by a program that looks for harm: it asks, and does nothing. */
    private void ask(Context context) {
        requireKey(context);
        page(context, """
                <form method="post"><p>Stop the mails of this route? · Больше не присылать письма этого маршрута?</p>
                <p><button>Stop · Не присылать</button></p></form>""");
    }

    private void stop(Context context) {
        requireKey(context);
        store.write(tables -> {
            tables.outbox()
                    .silence(asked(context, "route"), asked(context, "to"), clock.millis(), "the reader asked for it");
            return true;
        });
        page(context, "<p>There will be no more of them. · Больше не придут.</p>");
    }

    private static void page(Context context, String content) {
        context.header("Content-Security-Policy", "default-src 'none'; form-action 'self'; frame-ancestors 'none'");
        context.html(
                "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Norma</title></head>\n<body>"
                        + content + "</body></html>\n");
    }

    private void requireKey(Context context) {
        Stop stop = new Stop(store.read(tables -> tables.installation()), "");
        if (!stop.isKey(asked(context, "route"), asked(context, "to"), asked(context, "key")))
            throw Refusal.missing("there is no such letter", "такого письма нет");
    }

    private static String asked(Context context, String name) {
        String value = context.queryParam(name);
        if (value == null) throw new Refusal("'" + name + "' is missing", "не указано «" + name + "»");
        return value;
    }

    private static void respond(Context context, ObjectNode answer) {
        context.contentType("application/json; charset=utf-8").result(answer.toString());
    }
}
