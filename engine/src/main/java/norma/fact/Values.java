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
    private final @Nullable Object[] byField;
    private @Nullable Map<String, Object> own;

    /** Nothing is known yet. */
    Values(String id, FactType type) {
        this.id = id;
        this.type = type;
        this.byField = new Object[type.fields().size()];
    }

    static Values of(Fact fact) {
        FactType type = fact.type();
        Values values = new Values(fact.id(), type);
        for (int i = 0; i < values.byField.length; i++)
            values.byField[i] = type.fields().get(i).value().apply(fact);
        if (!fact.attributes().isEmpty()) values.own = new HashMap<>(fact.attributes());
        return values;
    }

    /** @param value null to make the field undefined */
    Values set(String name, @Nullable Object value) {
        int place = type.place(name);
        if (place >= 0) byField[place] = value;
        else setOwn(name, value);
        return this;
    }

    Values setAll(Map<String, ? extends @Nullable Object> values) {
        values.forEach(this::set);
        return this;
    }

    /** Whatever no field of the type is called is an attribute of the firm's own. */
    private void setOwn(String name, @Nullable Object value) {
        if (own == null) own = new HashMap<>();
        if (value == null) own.remove(name);
        else own.put(name, value);
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
        return (String) byField[type.place(name)];
    }

    long whole(String name) {
        Object value = byField[type.place(name)];
        return value == null ? Undefined.LONG : (Long) value;
    }

    double number(String name) {
        Object value = byField[type.place(name)];
        return value == null ? Undefined.DOUBLE : (Double) value;
    }

    Truth truth(String name) {
        Object value = byField[type.place(name)];
        if (value == null) return Truth.UNDEFINED;
        return (Boolean) value ? Truth.TRUE : Truth.FALSE;
    }

    Map<String, Object> attributes() {
        return own == null ? Map.of() : Map.copyOf(own);
    }
}
