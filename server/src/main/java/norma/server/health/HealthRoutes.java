package norma.server.health;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import norma.server.access.Right;
import norma.server.store.Outbox;
import norma.server.store.Store;
import norma.server.store.Workings;
import org.jspecify.annotations.Nullable;

/** How it goes with facts, rules and messages, over HTTP. */
public final class HealthRoutes {

    private final ObjectMapper json = new ObjectMapper();
    private final Store store;
    private final Clock clock;

    public HealthRoutes(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    public void addTo(RoutesConfig routes) {
        routes.get("/api/v1/health", this::health, Right.SEE_WORKINGS);
    }

    private void health(Context context) {
        ObjectNode answer = store.read(tables -> {
            ObjectNode found = json.createObjectNode();
            ArrayNode facts = found.putArray("facts");
            for (Workings.Arrival each : tables.workings().arrivals(clock.millis()))
                facts.addObject()
                        .put("type", each.type())
                        .put("last_at", time(each.lastAt()))
                        .put("longest_gap_hours", each.longest() / 3_600_000.0)
                        .put("late_since", time(each.lateSince()));
            ArrayNode rules = found.putArray("rules");
            for (Workings.Failing each : tables.workings().failing())
                rules.addObject()
                        .put("rule", each.rule())
                        .put("since", time(each.since()))
                        .put("cases", each.cases())
                        .put("reason", each.reason());
            ObjectNode messages = found.putObject("messages");
            messages.put("waiting", tables.outbox().count(Outbox.State.WAITING));
            messages.put("failed", tables.outbox().count(Outbox.State.FAILED));
            return found;
        });
        context.contentType("application/json; charset=utf-8").result(answer.toString());
    }

    private static @Nullable String time(@Nullable Long at) {
        return at == null ? null : Instant.ofEpochMilli(at).toString();
    }
}
