package norma.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import norma.expression.Type;
import org.junit.jupiter.api.Test;

/** However a type of fact lays its fields out, it gives back what it was made of, and what was set since. */
class EveryFactTest {

    private final Random random = new Random(5);

    @Test
    void aFactIsWhatItWasMadeOf() {
        for (FactType type : Catalogue.TYPES) {
            for (int i = 0; i < 200; i++) {
                Map<String, Object> values = some(type);
                Fact fact = type.make("X1", values);
                assertEquals(values, type.values(fact));
                assertEquals(fact, type.make("X1", values));

                Map<String, Object> more = some(type);
                values.putAll(more);
                assertEquals(values, type.values(type.with(fact, new HashMap<>(more))));
            }
        }
    }

    @Test
    void whatIsSetOfAFactIsToldByTheBitsOfANumber() {
        for (FactType type : Catalogue.TYPES) assertTrue(type.fields().size() < Long.SIZE - 2, type.name());
    }

    private Map<String, Object> some(FactType type) {
        Map<String, Object> values = new HashMap<>();
        for (Field field : type.fields()) if (random.nextInt(3) == 0) values.put(field.name(), value(field.type()));
        if (random.nextInt(3) == 0) values.put("own_attribute", "own " + random.nextInt(3));
        return values;
    }

    /** Few different ones, so that fields are alike at times. */
    private Object value(Type type) {
        if (type.words()) return "text " + random.nextInt(3);
        if (type.whole()) return (long) random.nextInt(3);
        return type.truth() ? (Object) random.nextBoolean() : (Object) (double) random.nextInt(3);
    }
}
