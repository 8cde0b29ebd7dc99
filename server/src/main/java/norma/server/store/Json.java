package norma.server.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values as they stand in a row: whole numbers are {@link Long}, others {@link Double}. */
final class Json {

    /** Records are their components: what else they can tell of themselves is no part of them. */
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .build();

    private static final ObjectReader FIELDS =
            MAPPER.readerFor(new TypeReference<LinkedHashMap<String, @Nullable Object>>() {});

    private Json() {}

    static String of(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static Map<String, @Nullable Object> map(String text) {
        try {
            return FIELDS.readValue(text);
        } catch (JsonProcessingException e) {
            throw unreadable(e);
        }
    }

    static <T> T read(String text, TypeReference<T> type) {
        try {
            return MAPPER.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw unreadable(e);
        }
    }

    private static IllegalStateException unreadable(JsonProcessingException e) {
        return new IllegalStateException("a row of the store cannot be read: " + e.getOriginalMessage(), e);
    }
}
