package norma.fact;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import norma.expression.Truth;
import norma.expression.Undefined;
import org.jspecify.annotations.Nullable;

/**
 * The values that a fact is made of, by field name; absent means undefined.
 *
 * <p>Money and time are {@link Long}, other numbers {@link Double}, truth {@link Boolean}, the rest {@link String}.
 */
public final class Values {

    private final String id;
    private final FactType type;
    private final Map<String, Object> byName;

    Values(String id, FactType type, Map<String, Object> byName) {
        this.id = id;
        this.type = type;
        this.byName = byName;
    }

    /** Null for undefined. */
    public static @Nullable Instant instant(long time) {
        return Undefined.is(time) ? null : Instant.ofEpochMilli(time);
    }

    String id() {
        return id;
    }

    @Nullable
    String words(String name) {
        return (String) byName.get(name);
    }

    long whole(String name) {
        Object value = byName.get(name);
        return value == null ? Undefined.LONG : (Long) value;
    }

    double number(String name) {
        Object value = byName.get(name);
        return value == null ? Undefined.DOUBLE : (Double) value;
    }

    Truth truth(String name) {
        Object value = byName.get(name);
        if (value == null) return Truth.UNDEFINED;
        return (Boolean) value ? Truth.TRUE : Truth.FALSE;
    }

    /** Whatever no field of the type is called is an attribute of the firm's own. */
    Map<String, Object> attributes() {
        Map<String, Object> own = new HashMap<>();
        byName.forEach((name, value) -> {
            if (!name.equals("title") && type.field(name).isEmpty()) own.put(name, value);
        });
        return own.isEmpty() ? Map.of() : Map.copyOf(own);
    }
}
