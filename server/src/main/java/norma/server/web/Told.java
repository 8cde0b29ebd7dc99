package norma.server.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import norma.diagnostics.Text;

/** What the store keeps of a deviation or an event besides its columns. */
final class Told {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode body;

    private Told(JsonNode body) {
        this.body = body;
    }

    static Told of(String body) {
        try {
            return new Told(JSON.readTree(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a row of the store cannot be read: " + e.getOriginalMessage(), e);
        }
    }

    Text text(String field) {
        JsonNode node = body.path(field);
        return new Text(node.path("en").asText(), node.path("ru").asText());
    }

    /** Empty where there is none. */
    String word(String field) {
        return body.path(field).asText("");
    }

    String word(String field, String inner) {
        return body.path(field).path(inner).asText("");
    }

    /** Null is no value. */
    boolean has(String field) {
        return body.hasNonNull(field);
    }

    JsonNode node(String field) {
        return body.path(field);
    }
}
