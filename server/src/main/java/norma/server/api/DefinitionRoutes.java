package norma.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import norma.diagnostics.Problem;
import norma.server.access.Caller;
import norma.server.access.Denied;
import norma.server.access.Right;
import norma.server.live.Refusal;
import norma.server.live.Rehearsal;
import norma.server.problems.ProblemsJson;
import norma.server.publish.Draft;
import norma.server.publish.Publishing;
import norma.server.report.Entries;
import norma.server.store.Store;
import norma.server.store.Versions;
import norma.standard.Standards;

/** The definitions in force and those before them: read, checked, rehearsed, published, taken back. */
public final class DefinitionRoutes {

    private static final String ROOT = "/api/v1/definitions";

    private final Items items = new Items();
    private final Store store;
    private final Publishing publishing;
    /** A second engine holds all facts once more. */
    private final Semaphore rehearsing = new Semaphore(1);

    public DefinitionRoutes(Store store, Publishing publishing) {
        this.store = store;
        this.publishing = publishing;
    }

    public void addTo(RoutesConfig routes) {
        routes.get(ROOT, this::versions, Right.SEE_DEFINITIONS);
        routes.get(ROOT + "/{version}", this::version, Right.SEE_DEFINITIONS);
        routes.post(ROOT, this::publish, Right.PUBLISH);
        routes.post(ROOT + "/validate", this::validate, Right.PUBLISH);
        routes.post(ROOT + "/rehearse", this::rehearse, Right.PUBLISH);
        routes.post(ROOT + "/{version}/roll-back", this::rollBack, Right.PUBLISH);
    }

    private void versions(Context context) {
        ObjectNode answer = Api.JSON.createObjectNode();
        ArrayNode rows = answer.putArray("versions");
        store.read(tables -> tables.versions().all()).forEach(version -> rows.add(items.version(version)));
        Api.respond(context, answer);
    }

    /** With the texts of its files. */
    private void version(Context context) {
        long number = number(context);
        Versions.Version version = store.read(tables -> tables.versions().number(number))
                .orElseThrow(() -> Refusal.missing("there is no version " + number, "нет версии " + number));
        ObjectNode answer = items.version(version);
        ObjectNode files = answer.putObject("texts");
        version.files().forEach(file -> files.put(file.name(), file.text()));
        Api.respond(context, answer);
    }

    private void validate(Context context) {
        Api.respond(context, said(publishing.check(draft(context))));
    }

    private void rehearse(Context context) {
        Publishing.Checked checked = publishing.check(draft(context));
        ObjectNode answer = said(checked);
        checked.standards().ifPresent(next -> answer.set("would", would(next)));
        Api.respond(context, answer);
    }

    private static ObjectNode said(Publishing.Checked checked) {
        ObjectNode answer = Api.JSON.createObjectNode();
        answer.put("valid", checked.standards().isPresent());
        answer.set("problems", problems(checked.problems()));
        return answer;
    }

    private ObjectNode would(Standards next) {
        if (!rehearsing.tryAcquire())
            throw Denied.because(
                    HttpStatus.TOO_MANY_REQUESTS,
                    "another rehearsal is under way",
                    "уже идёт другая проверка на данных");
        try {
            Rehearsal found = publishing.rehearse(next);
            Entries entries = new Entries(next.model().calendar().zone());
            ObjectNode would = Api.JSON.createObjectNode();
            would.set("raise", Api.JSON.valueToTree(found.raised()));
            would.set("change", Api.JSON.valueToTree(found.changed()));
            would.set("clear", Api.JSON.valueToTree(found.cleared()));
            would.set("decide", Api.JSON.valueToTree(found.decided()));
            ArrayNode first = would.putArray("first");
            found.first().forEach(each -> first.add(items.parsed(entries.deviation(each))));
            return would;
        } finally {
            rehearsing.release();
        }
    }

    private void publish(Context context) {
        answer(context, publishing.publish(draft(context), Caller.of(context).name()));
    }

    private void rollBack(Context context) {
        answer(context, publishing.rollBack(number(context), Caller.of(context).name()));
    }

    private static void answer(Context context, Publishing.Published published) {
        ObjectNode answer = Api.JSON.createObjectNode();
        published.version().ifPresent(version -> answer.put("version", version));
        answer.set("problems", problems(published.problems()));
        if (published.version().isEmpty()) context.status(HttpStatus.UNPROCESSABLE_CONTENT);
        Api.respond(context, answer);
    }

    private static Draft draft(Context context) {
        JsonNode body = Api.body(context);
        JsonNode base = body.path("base");
        JsonNode files = body.path("files");
        if (!base.isIntegralNumber() || !files.isObject())
            throw new Refusal(
                    "'base' is the version that was edited, 'files' their texts by name",
                    "«base» — версия, которую правили, «files» — тексты файлов по именам");
        Map<String, Optional<String>> texts = new LinkedHashMap<>();
        files.properties().forEach(file -> texts.put(file.getKey(), text(file)));
        return new Draft(base.longValue(), texts);
    }

    private static Optional<String> text(Map.Entry<String, JsonNode> file) {
        if (file.getValue().isNull()) return Optional.empty();
        if (!file.getValue().isTextual())
            throw new Refusal(
                    "'" + file.getKey() + "' is a text, or null for a file that goes",
                    "«" + file.getKey() + "» — текст, или null, если файл убирают");
        return Optional.of(file.getValue().textValue());
    }

    /** As {@code norma check --format json} writes them. */
    static JsonNode problems(List<Problem> problems) {
        try {
            StringWriter out = new StringWriter();
            new ProblemsJson(problems).write(Optional.empty(), out);
            return Api.JSON.readTree(out.toString()).path("problems");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long number(Context context) {
        return context.pathParamAsClass("version", Long.class).get();
    }
}
