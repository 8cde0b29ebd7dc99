package norma.server.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;
import norma.server.store.Audit;
import norma.server.store.Decisions;
import norma.server.store.Deviations;
import norma.server.store.Events;
import norma.server.store.Review;
import norma.server.store.Versions;
import org.jspecify.annotations.Nullable;

/** Rows of the store as JSON. Times are UTC. */
final class Items {

    /** Amounts come out as they were written: no binary fraction, and no exponent. */
    private final ObjectMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    ObjectNode deviation(Deviations.Row row) {
        ObjectNode item = parsed(row.body());
        item.put("number", row.number());
        item.put("state", row.state().name().toLowerCase(Locale.ROOT));
        time(item, "raised_at", row.raisedAt());
        time(item, "cleared_at", row.clearedAt());
        item.put("regressions", row.regressions());
        item.put("owner", row.around().owner());
        item.put("team", row.around().team());
        item.put("head", row.around().head());
        item.put("client", row.around().client());
        item.put("segment", row.around().segment());
        ObjectNode review = item.putObject("review");
        Review said = row.review();
        review.put("state", said.state().name().toLowerCase(Locale.ROOT)).put("by", said.by());
        time(review, "at", said.at());
        time(review, "until", said.until());
        review.put("or_on", said.awaited() == null ? null : said.awaited().word());
        review.put("reason", said.reason());
        return item;
    }

    ObjectNode decision(Decisions.Row row) {
        ObjectNode item = json.createObjectNode();
        item.put("number", row.number());
        item.put("id", row.decision().id());
        item.put("deviation", row.deviation());
        item.put("rule", row.decision().rule());
        item.put("phase", row.decision().phase().name().toLowerCase(Locale.ROOT));
        item.put("action", row.decision().action());
        item.put("assignee", row.decision().assignee().orElse(null));
        time(item, "due", row.decision().due().orElse(null));
        item.put("mode", row.decision().mode().name().toLowerCase(Locale.ROOT));
        time(item, "decided_at", row.decision().decidedAt());
        item.put("state", row.state().word()).put("state_by", row.stateBy());
        time(item, "state_at", row.stateAt());
        item.put("reason", row.reason());
        time(item, "check_at", row.checkAt());
        item.put("effect", row.effect());
        return item;
    }

    ObjectNode event(Events.Event event) {
        ObjectNode item = json.createObjectNode();
        item.put("seq", event.seq());
        time(item, "at", event.at());
        item.put("kind", event.kind());
        item.put("deviation", event.deviation());
        item.put("decision", event.decision());
        item.set("body", parsed(event.body()));
        return item;
    }

    ObjectNode entry(Audit.Entry entry) {
        ObjectNode item = json.createObjectNode();
        item.put("seq", entry.seq());
        time(item, "at", entry.at());
        item.put("who", entry.who());
        item.put("act", entry.act());
        item.put("target", entry.target());
        item.put("body", entry.body());
        item.put("hash", entry.hash());
        return item;
    }

    ObjectNode version(Versions.Version version) {
        ObjectNode item = json.createObjectNode();
        item.put("version", version.version());
        time(item, "at", version.at());
        item.put("author", version.author());
        item.put("digest", version.digest());
        ArrayNode files = item.putArray("files");
        version.files().forEach(file -> files.add(file.name()));
        return item;
    }

    ObjectNode parsed(String body) {
        try {
            return (ObjectNode) json.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a row of the store is no JSON", e);
        }
    }

    private static void time(ObjectNode item, String name, @Nullable Long epochMilli) {
        item.put(
                name,
                epochMilli == null ? null : Instant.ofEpochMilli(epochMilli).toString());
    }
}
