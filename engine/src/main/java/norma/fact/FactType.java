package norma.fact;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import norma.diagnostics.Text;
import norma.expression.Getter;
import norma.expression.Truth;
import norma.expression.Type;
import norma.expression.Undefined;
import org.jspecify.annotations.Nullable;

/** A type of fact: its name, its fields, and how one is made and changed. */
public final class FactType {

    private final String name;
    private final Class<? extends Fact> javaType;
    private final Text title;
    private final Map<String, Field> fields;
    private final List<Field> inOrder;
    private final Map<String, Integer> places = new HashMap<>();
    private final Function<Values, Fact> maker;

    private FactType(
            String name,
            Class<? extends Fact> javaType,
            Text title,
            Map<String, Field> fields,
            Function<Values, Fact> maker) {
        this.name = name;
        this.javaType = javaType;
        this.title = title;
        this.fields = fields;
        this.inOrder = List.copyOf(fields.values());
        for (int i = 0; i < inOrder.size(); i++) places.put(inOrder.get(i).name(), i);
        this.maker = maker;
    }

    static <F extends Fact> Builder<F> named(String name, Class<F> javaType, String en, String ru) {
        return new Builder<>(name, javaType, new Text(en, ru));
    }

    /** As definitions write it, such as {@code service_cost}. */
    public String name() {
        return name;
    }

    public Class<? extends Fact> javaType() {
        return javaType;
    }

    public Text title() {
        return title;
    }

    public List<Field> fields() {
        return inOrder;
    }

    public Optional<Field> field(String fieldName) {
        return Optional.ofNullable(fields.get(fieldName));
    }

    /** Whether the field at a place is called so; none is beyond the last. */
    boolean isAt(int place, String fieldName) {
        return place < inOrder.size() && inOrder.get(place).name().equals(fieldName);
    }

    /** Where a field stands among all of them; below zero for what is none. */
    int place(String fieldName) {
        Integer place = places.get(fieldName);
        return place == null ? -1 : place;
    }

    /**
     * Sees whether values are what their fields hold, as {@link Values} has it; null is for every field.
     *
     * @throws RefusedChange for the first that is not
     */
    void check(Map<String, @Nullable Object> set) {
        set.forEach((name, value) -> {
            if (value == null) return;
            Field field = fields.get(name);
            if (field != null && !held(field.type()).isInstance(value))
                throw new RefusedChange(new Text(
                        this.name + "." + name + " cannot be "
                                + value.getClass().getSimpleName() + " " + value,
                        this.name + "." + name + " не может быть "
                                + value.getClass().getSimpleName() + " " + value));
        });
    }

    private static Class<?> held(Type type) {
        if (type.words()) return String.class;
        if (type.whole()) return Long.class;
        return type.truth() ? Boolean.class : Double.class;
    }

    /** A first version, with nothing but these values. */
    public Fact make(String id, Map<String, ? extends @Nullable Object> values) {
        return make(new Values(id, this).setAll(values));
    }

    /** The next version: these values set, the others kept; a null value makes its field undefined. */
    public Fact with(Fact fact, Map<String, @Nullable Object> set) {
        return make(Values.of(fact).setAll(set));
    }

    Fact make(Values values) {
        return maker.apply(values);
    }

    /** Every defined value of the fact by name, own attributes among them. */
    public Map<String, Object> values(Fact fact) {
        Map<String, Object> values = new HashMap<>(fact.attributes());
        for (Field field : fields.values()) {
            Object value = field.value().apply(fact);
            if (value != null) values.put(field.name(), value);
        }
        return values;
    }

    @Override
    public String toString() {
        return name;
    }

    static final class Builder<F extends Fact> {

        private final String name;
        private final Class<F> javaType;
        private final Text title;
        private final Map<String, Field> fields = new LinkedHashMap<>();

        private Builder(String name, Class<F> javaType, Text title) {
            this.name = name;
            this.javaType = javaType;
            this.title = title;
            words("title", Fact::title, "title", "название");
        }

        /** No cast by itself: the accessor that it is for casts anyway, and by a class that is known when it is compiled. */
        @SuppressWarnings("unchecked")
        private static <T> T as(Object fact) {
            return (T) fact;
        }

        Builder<F> words(String field, Function<F, @Nullable String> get, String en, String ru) {
            return words(field, Type.TEXT, get, en, ru);
        }

        Builder<F> choice(String field, String domain, Function<F, @Nullable String> get, String en, String ru) {
            return words(field, Type.of(domain), get, en, ru);
        }

        Builder<F> reference(String field, String to, Function<F, @Nullable String> get, String en, String ru) {
            return words(field, Type.reference(to), get, en, ru);
        }

        private Builder<F> words(String field, Type type, Function<F, @Nullable String> get, String en, String ru) {
            Getter.Words getter = (subject, scene) -> get.apply(as(subject));
            return add(field, type, getter, fact -> get.apply(as(fact)), en, ru);
        }

        Builder<F> money(String field, ToLongFunction<F> get, String en, String ru) {
            return whole(field, Type.MONEY, get, en, ru);
        }

        Builder<F> time(String field, ToLongFunction<F> get, String en, String ru) {
            return whole(field, Type.TIME, get, en, ru);
        }

        private Builder<F> whole(String field, Type type, ToLongFunction<F> get, String en, String ru) {
            Getter.Whole getter = (subject, scene) -> get.applyAsLong(as(subject));
            return add(
                    field,
                    type,
                    getter,
                    fact -> {
                        long value = get.applyAsLong(as(fact));
                        return Undefined.is(value) ? null : (Object) value;
                    },
                    en,
                    ru);
        }

        Builder<F> number(String field, ToDoubleFunction<F> get, String en, String ru) {
            return number(field, Type.NUMBER, get, en, ru);
        }

        Builder<F> count(String field, ToDoubleFunction<F> get, String en, String ru) {
            return number(field, Type.COUNT, get, en, ru);
        }

        Builder<F> percent(String field, ToDoubleFunction<F> get, String en, String ru) {
            return number(field, Type.PERCENT, get, en, ru);
        }

        private Builder<F> number(String field, Type type, ToDoubleFunction<F> get, String en, String ru) {
            Getter.Number getter = (subject, scene) -> get.applyAsDouble(as(subject));
            return add(
                    field,
                    type,
                    getter,
                    fact -> {
                        double value = get.applyAsDouble(as(fact));
                        return Undefined.is(value) ? null : (Object) value;
                    },
                    en,
                    ru);
        }

        Builder<F> truth(String field, Function<F, Truth> get, String en, String ru) {
            Getter.Condition getter = (subject, scene) -> get.apply(as(subject));
            return add(
                    field,
                    Type.TRUTH,
                    getter,
                    fact -> {
                        Truth value = get.apply(as(fact));
                        return value == Truth.UNDEFINED ? null : (Object) (value == Truth.TRUE);
                    },
                    en,
                    ru);
        }

        private Builder<F> add(
                String field, Type type, Getter getter, Function<Fact, @Nullable Object> value, String en, String ru) {
            fields.put(field, new Field(field, property(field), type, new Text(en, ru), getter, value));
            return this;
        }

        FactType made(Function<Values, F> maker) {
            return new FactType(name, javaType, title, fields, maker::apply);
        }

        private static String property(String field) {
            StringBuilder out = new StringBuilder();
            for (String part : field.split("_")) {
                out.append(out.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
            }
            return out.toString();
        }
    }
}
