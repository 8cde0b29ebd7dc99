package norma.server.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import norma.diagnostics.Text;

/** What the store keeps of a deviation or an event besides its columns. */
public final class Told {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode body;

    private Told(JsonNode body) {
        this.body = body;
    }

    public static Told of(String body) {
        try {
            return new Told(JSON.readTree(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a row of the store cannot be read: " + e.getOriginalMessage(), e);
        }
    }

    public Text text(String field) {
        JsonNode node = body.path(field);
        return new Text(node.path("en").asText(), node.path("ru").asText());
    }

    /** Empty where there is none. */
    public String word(String field) {
        return body.path(field).asText("");
    }

    public String word(String field, String inner) {
        return body.path(field).path(inner).asText("");
    }

    /** Null is no value. */
    public boolean has(String field) {
        return body.hasNonNull(field);
    }

    /** All of it. */
    public JsonNode whole() {
        return body;
    }

    public JsonNode node(String field) {
        return body.path(field);
    }

    /** What deviates, by name and identifier. */
    public String subject(Prose prose) {
        String title = word("subject", "title");
        String id = word("subject", "id");
        if (title.isEmpty()) return prose.say("The whole company", "Вся компания");
        return title.contains(id) ? title : title + " · " + id;
    }

    /** The reason in one sentence, without the title of its subject, which stands above it. */
    public String message(Prose prose) {
        String said = prose.say(text("message"));
        String title = word("subject", "title") + ": ";
        return Prose.sentence(said.startsWith(title) ? said.substring(title.length()) : said);
    }
}
