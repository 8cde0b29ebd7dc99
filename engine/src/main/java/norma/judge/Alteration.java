package norma.judge;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import norma.fact.Fact;
import norma.fact.FactType;
import norma.fact.Field;

/** Which fields of a fact have become others, or are read: a bit for each in the order of its type. */
final class Alteration {

    /** Something that no field tells: time, a reading, a fact that is referred to, a hold. */
    static final long TOUCHED = 1L << 63;

    private static final long ATTRIBUTES = 1L << 62;

    private Alteration() {}

    static long between(Fact before, Fact after) {
        long bits = before.attributes().equals(after.attributes()) ? 0 : ATTRIBUTES;
        List<Field> fields = after.type().fields();
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            if (!Objects.equals(field.value().apply(before), field.value().apply(after))) bits |= 1L << i;
        }
        return bits;
    }

    /** @param paths as {@code owner.team}: their first step is a field of the type, or else an own attribute */
    static long of(FactType type, Collection<String> paths) {
        long bits = 0;
        for (String path : paths) {
            String first = path.contains(".") ? path.substring(0, path.indexOf('.')) : path;
            if (first.equals("id")) continue;
            int index = type.field(first).map(type.fields()::indexOf).orElse(-1);
            bits |= index < 0 ? ATTRIBUTES : 1L << index;
        }
        return bits;
    }

    /** As Drools calls them. */
    static String[] properties(FactType type, long bits) {
        List<Field> fields = type.fields();
        String[] properties = new String[Long.bitCount(bits)];
        int count = 0;
        for (int i = 0; i < fields.size(); i++)
            if ((bits & 1L << i) != 0) properties[count++] = fields.get(i).property();
        if ((bits & ATTRIBUTES) != 0) properties[count++] = "attributes";
        if ((bits & TOUCHED) != 0) properties[count] = Watch.TOUCH;
        return properties;
    }
}
