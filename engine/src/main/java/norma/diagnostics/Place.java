package norma.diagnostics;

import java.util.Map;
import java.util.Optional;

/**
 * Where a definition stands, and everything that it says.
 *
 * @param span of the whole, as a message about it would point
 * @param keys where each key stands, those inside another with a dot: {@code default.warn}
 * @param values where the value of each of these keys stands; a key whose value is no single one has none
 */
public record Place(Span span, Map<String, Span> keys, Map<String, Span> values) {

    /** For what was made by a program. */
    public static Place nowhere() {
        return new Place(Span.nowhere(), Map.of(), Map.of());
    }

    /** Whether the definition says anything about this. */
    public boolean has(String key) {
        return keys.containsKey(key);
    }

    /** Of the key; of the whole when it is not there. */
    public Span key(String key) {
        return keys.getOrDefault(key, span);
    }

    /** Of the value; of the key or the whole when there is no single one. */
    public Span value(String key) {
        return Optional.ofNullable(values.get(key)).orElseGet(() -> key(key));
    }
}
