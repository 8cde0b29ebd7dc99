package norma.fact;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import norma.expression.Getter;
import norma.expression.Nowhere;
import norma.expression.Truth;
import norma.expression.Undefined;
import org.jspecify.annotations.Nullable;

/**
 * The values that a fact is made of, by field name; absent means undefined.
 *
 * <p>Money and time are {@link Long}, other numbers {@link Double}, truth {@link Boolean}, the rest {@link String}.
 */
public final class Values {

    /** Of {@link #set()}: the firm's own attributes. */
    public static final long ATTRIBUTES = 1L << 62;

    /** Of {@link #set()}: all fields, and attributes. */
    public static final long EVERYTHING = -1;

    private final String id;
    private final FactType type;
    private final @Nullable Fact before;
    private final @Nullable Object[] byField;
    private long set;
    private int expected;
    private @Nullable Map<String, Object> own;

    /** Nothing is known yet. */
    Values(String id, FactType type) {
        this(id, type, null);
    }

    private Values(String id, FactType type, @Nullable Fact before) {
        this.id = id;
        this.type = type;
        this.before = before;
        this.byField = new Object[type.fields().size()];
    }

    /** Those of a fact, until others are set. */
    static Values of(Fact fact) {
        return new Values(fact.id(), fact.type(), fact);
    }

    /** @param before null when nothing is known yet */
    static Values next(@Nullable Fact before, String id, FactType type) {
        return new Values(id, type, before);
    }

    /** @param value null to make the field undefined */
    Values set(String name, @Nullable Object value) {
        int place = type.place(name);
        if (place < 0) setOwn(name, value);
        else set(place, value);
        return this;
    }

    void set(int place, @Nullable Object value) {
        byField[place] = value;
        set |= 1L << place;
    }

    /** Puts a text that says the same in place of each that was set. */
    Values setTexts(BiFunction<Field, String, String> same) {
        for (long left = set & ~ATTRIBUTES; left != 0; left &= left - 1) {
            int place = Long.numberOfTrailingZeros(left);
            if (byField[place] instanceof String text)
                byField[place] = same.apply(type.fields().get(place), text);
        }
        return this;
    }

    /** What was set: a bit for each field, in the order of its type, and one for attributes. */
    long set() {
        return set;
    }

    Values setAll(Map<String, ? extends @Nullable Object> values) {
        values.forEach(this::set);
        return this;
    }

    /** Whatever no field of the type is called is an attribute of the firm's own. */
    private void setOwn(String name, @Nullable Object value) {
        set |= ATTRIBUTES;
        if (own == null) own = new HashMap<>(before == null ? Map.of() : before.attributes());
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

    /** The version that another is made of; null for the first one. */
    @Nullable
    Fact before() {
        return before;
    }

    @Nullable
    String words(String name) {
        int place = place(name);
        return isSet(place) || before == null
                ? (String) byField[place]
                : ((Getter.Words) getter(place)).words(before, Nowhere.SCENE);
    }

    /** What was set of a field; null for nothing, or when it was set to be undefined. */
    @Nullable
    Object given(int place) {
        return byField[place];
    }

    /** @param kept what it is if it was not set */
    @Nullable
    String words(int place, @Nullable String kept) {
        return isSet(place) ? (String) byField[place] : kept;
    }

    long whole(String name) {
        int place = place(name);
        return isSet(place) || before == null
                ? whole(place)
                : ((Getter.Whole) getter(place)).whole(before, Nowhere.SCENE);
    }

    /** @param kept what it is if it was not set */
    long whole(int place, long kept) {
        return isSet(place) ? whole(place) : kept;
    }

    private long whole(int place) {
        Object value = byField[place];
        return value == null ? Undefined.LONG : (Long) value;
    }

    double number(String name) {
        int place = place(name);
        return isSet(place) || before == null
                ? number(place)
                : ((Getter.Number) getter(place)).number(before, Nowhere.SCENE);
    }

    /** @param kept what it is if it was not set */
    double number(int place, double kept) {
        return isSet(place) ? number(place) : kept;
    }

    private double number(int place) {
        Object value = byField[place];
        return value == null ? Undefined.DOUBLE : (Double) value;
    }

    Truth truth(String name) {
        int place = place(name);
        if (!isSet(place) && before != null) return ((Getter.Condition) getter(place)).truth(before, Nowhere.SCENE);
        Object value = byField[place];
        if (value == null) return Truth.UNDEFINED;
        return (Boolean) value ? Truth.TRUE : Truth.FALSE;
    }

    /** Makers mostly ask for one field after the other, as the type has them. */
    private int place(String name) {
        int place = type.isAt(expected, name) ? expected : type.place(name);
        expected = place + 1;
        return place;
    }

    boolean isSet(int place) {
        return (set & 1L << place) != 0;
    }

    private Getter getter(int place) {
        return type.fields().get(place).getter();
    }

    Map<String, Object> attributes() {
        if (own != null) return Map.copyOf(own);
        return before == null ? Map.of() : before.attributes();
    }
}
