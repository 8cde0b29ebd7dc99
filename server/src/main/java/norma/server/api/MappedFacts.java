package norma.server.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import norma.diagnostics.Problems;
import norma.fact.Change;
import norma.server.access.Denied;
import norma.server.intake.Delivered;
import norma.server.intake.Intake;
import norma.server.intake.Mappings;
import norma.server.intake.Rejection;
import norma.server.intake.Terms;
import norma.server.live.Live;
import norma.server.live.Offer;
import norma.server.live.Taken;

/** Facts in the words of other systems, understood by a mapping: files, and what webhooks of CRMs tell. */
final class MappedFacts {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String SECRET = "secret";
    /** Where Bitrix24 puts the token of an outbound webhook. */
    private static final String TOKEN = "auth[application_token]";

    private final Live live;
    private final Clock clock;
    private final Mappings mappings;

    MappedFacts(Live live, Clock clock, Mappings mappings) {
        this.live = live;
        this.clock = clock;
        this.mappings = mappings;
    }

    /** Rows of a file: what tells no time is so from the start the first time that it is told. */
    ObjectNode file(Context context, String mapping) throws IOException {
        Mappings.Named named = mappings.find(mapping, terms())
                .orElseThrow(() -> Denied.because(
                        HttpStatus.NOT_FOUND,
                        "there is no mapping '" + mapping + "', or it has errors",
                        "описания данных «" + mapping + "» нет, или в нём ошибки"));
        String type = Objects.requireNonNullElse(context.contentType(), "text/csv");
        return take(context, named, context.bodyInputStream(), type, false);
    }

    /** What a CRM tells as it happens: what tells no time is so from now on. */
    ObjectNode webhook(Context context) throws IOException {
        String name = context.pathParam("mapping");
        List<String> secrets = Stream.of(context.queryParam(SECRET), context.formParam(TOKEN))
                .filter(Objects::nonNull)
                .toList();
        if (!mappings.opens(name, secrets))
            throw Denied.because(
                    HttpStatus.NOT_FOUND,
                    "there is no such webhook, or its secret is another one",
                    "такого вебхука нет, или секрет не тот");
        Mappings.Named named = mappings.find(name, terms())
                .orElseThrow(() -> Denied.because(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "the mapping '" + name + "' is missing or has errors",
                        "описания данных «" + name + "» нет, или в нём ошибки"));
        String type = Objects.requireNonNullElse(context.contentType(), FORM);
        String body = type.startsWith(FORM) ? joined(parameters(context), context.body()) : context.body();
        InputStream bytes = new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
        return take(context, named, bytes, type, true);
    }

    /** The parameters of the address are a part of the form; a secret is none of its business. */
    private static String parameters(Context context) {
        return Arrays.stream(
                        Objects.requireNonNullElse(context.queryString(), "").split("&"))
                .filter(pair -> !pair.startsWith(SECRET + "="))
                .collect(Collectors.joining("&"));
    }

    private static String joined(String parameters, String form) {
        return parameters.isEmpty() ? form : parameters + "&" + form;
    }

    private ObjectNode take(Context context, Mappings.Named by, InputStream body, String type, boolean fromNow)
            throws IOException {
        Optional<Delivered> delivered =
                Delivered.receive(body, by, Optional.ofNullable(context.queryParam("file")), type);
        try (Delivered file = delivered.orElseThrow(() -> whichFile(by))) {
            Problems problems = new Problems();
            Optional<Intake> intake = file.bind(problems);
            if (intake.isEmpty()) {
                context.status(HttpStatus.BAD_REQUEST);
                ObjectNode answer = Api.JSON.createObjectNode();
                answer.set("problems", DefinitionRoutes.problems(problems.all()));
                return answer;
            }
            Delivery delivery = new Delivery(live, context.header("Idempotency-Key"));
            intake.get().read(new Rows(delivery, fromNow, by.name()));
            return delivery.end();
        }
    }

    private static Denied whichFile(Mappings.Named by) {
        String files = String.join(", ", by.mapping().files());
        return Denied.because(
                HttpStatus.BAD_REQUEST,
                "say ?file=…, whose rows these are: " + files,
                "укажите ?file=…, чьи это строки: " + files);
    }

    private Terms terms() {
        return Terms.of(live.standards().model());
    }

    private final class Rows implements Intake.Receiver {

        private final Delivery delivery;
        private final boolean fromNow;
        private final String mapping;

        Rows(Delivery delivery, boolean fromNow, String mapping) {
            this.delivery = delivery;
            this.fromNow = fromNow;
            this.mapping = mapping;
        }

        @Override
        public void taken(long line, List<Change> changes) {
            delivery.offer(
                    new Offer(line, fromNow ? changes.stream().map(this::dated).toList() : changes));
        }

        private Change dated(Change change) {
            if (change.at() != Change.START) return change;
            return new Change(change.type(), change.id(), clock.millis(), change.set());
        }

        @Override
        public void rejected(List<Rejection> why) {
            if (fromNow) why.forEach(each -> mappings.rejected(mapping, each));
            why.forEach(each -> delivery.refuse(new Taken.Refused(
                    each.line(), each.column(), each.value(), each.code().code(), each.reason())));
        }
    }
}
