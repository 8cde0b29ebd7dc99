package norma.server.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import norma.diagnostics.Text;
import norma.server.access.Denied;
import norma.server.access.Right;
import norma.server.intake.Mappings;
import norma.server.intake.Terms;
import norma.server.live.Live;
import norma.server.live.Offer;
import norma.server.live.Taken;
import norma.standard.Model;

/** The ways in for facts: good rows are kept, bad ones answered one by one. */
public final class FactRoutes {

    private static final int MOST_IN_A_LIST = 50_000;
    private static final String NDJSON = "application/x-ndjson";
    private static final Text NO_OBJECT = new Text("a fact is a JSON object", "факт — это объект JSON");
    private static final Text TOO_LONG = new Text("a line is too long", "слишком длинная строка");

    private final Live live;
    private final Clock clock;
    private final MappedFacts mapped;

    public FactRoutes(Live live, Clock clock, Mappings mappings) {
        this.live = live;
        this.clock = clock;
        this.mapped = new MappedFacts(live, clock, mappings);
    }

    public void addTo(RoutesConfig routes) {
        routes.post(Api.ROOT + "/facts", this::facts, Right.PUT_FACTS);
        routes.post(Api.ROOT + "/webhooks/{mapping}", this::webhook, Right.ANYBODY);
    }

    private void facts(Context context) throws IOException {
        String mapping = context.queryParam("mapping");
        if (mapping != null) {
            answer(context, mapped.file(context, mapping));
            return;
        }
        Delivery delivery = new Delivery(live, context.header("Idempotency-Key"));
        if (String.valueOf(context.contentType()).startsWith(NDJSON)) lines(context, delivery);
        else document(context, delivery);
        answer(context, delivery.end());
    }

    /** One change, or a list of them. */
    private void document(Context context, Delivery delivery) {
        JsonNode body = Api.body(context);
        if (body.size() > MOST_IN_A_LIST && body.isArray())
            throw Denied.because(
                    HttpStatus.BAD_REQUEST,
                    "at most " + MOST_IN_A_LIST + " facts in a list; as " + NDJSON + " there may be any number",
                    "в списке не больше " + MOST_IN_A_LIST + " фактов; в формате " + NDJSON + " — сколько угодно");
        FactRow rows = rows();
        long number = 0;
        for (JsonNode each : body.isArray() ? body : List.of(body)) take(each, ++number, rows, delivery);
    }

    /** One change in each line: taken as they come. */
    private void lines(Context context, Delivery delivery) throws IOException {
        FactRow rows = rows();
        Lines lines = new Lines(new InputStreamReader(context.bodyInputStream(), StandardCharsets.UTF_8));
        long number = 0;
        for (Optional<String> line = lines.next(); line != null; line = lines.next()) {
            if (line.isPresent() && line.get().isBlank()) continue;
            number++;
            if (line.isEmpty()) delivery.refuse(Taken.Refused.of(number, TOO_LONG));
            else take(parsed(line.get()), number, rows, delivery);
        }
    }

    private static JsonNode parsed(String line) {
        try {
            return Api.JSON.readTree(line);
        } catch (JsonProcessingException e) {
            return Api.JSON.getNodeFactory().missingNode();
        }
    }

    private void take(JsonNode row, long number, FactRow rows, Delivery delivery) {
        if (!row.isObject()) {
            delivery.refuse(Taken.Refused.of(number, NO_OBJECT));
            return;
        }
        try {
            delivery.offer(new Offer(number, List.of(rows.change(row, clock.millis()))));
        } catch (FactRow.Refused e) {
            delivery.refuse(Taken.Refused.of(number, e.said()));
        }
    }

    private FactRow rows() {
        Model model = live.standards().model();
        return new FactRow(Terms.of(model), model.calendar().zone());
    }

    /** A CRM that is told of an error sends the same again, and gives up in the end: the same would be refused again. */
    private void webhook(Context context) throws IOException {
        Api.respond(context, mapped.webhook(context));
    }

    private static void answer(Context context, ObjectNode answer) {
        boolean nothing = answer.path("accepted").asLong() == 0
                && !answer.path("rejected").isEmpty();
        if (nothing) context.status(HttpStatus.UNPROCESSABLE_CONTENT);
        Api.respond(context, answer);
    }
}
