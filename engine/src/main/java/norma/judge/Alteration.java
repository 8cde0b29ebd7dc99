package norma.judge;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import norma.expression.Getter;
import norma.expression.Nowhere;
import norma.fact.Fact;
import norma.fact.FactType;
import norma.fact.Field;
import norma.fact.Values;

/** Which fields of a fact have become others, or are read: a bit for each in the order of its type. */
final class Alteration {

    /** Something that no field tells: time, a reading, a fact that is referred to, a hold. */
    static final long TOUCHED = 1L << 63;

    static final long EVERYTHING = Values.EVERYTHING;

    private static final long ATTRIBUTES = Values.ATTRIBUTES;

    private Alteration() {}

    /** @param asked the fields to look at: of others it does not matter whether they are the same */
    static long between(Fact before, Fact after, long asked) {
        if (before == after) return 0;
        long bits = (asked & ATTRIBUTES) == 0 || before.attributes().equals(after.attributes()) ? 0 : ATTRIBUTES;
        List<Field> fields = after.type().fields();
        for (long left = asked & ~ATTRIBUTES & ~TOUCHED; left != 0; left &= left - 1) {
            int place = Long.numberOfTrailingZeros(left);
            if (place >= fields.size()) break;
            if (differs(fields.get(place), before, after)) bits |= 1L << place;
        }
        return bits;
    }

    /** A field needs nothing but its fact. */
    private static boolean differs(Field field, Fact before, Fact after) {
        Getter getter = field.getter();
        if (field.type().words()) {
            Getter.Words words = (Getter.Words) getter;
            return !Objects.equals(words.words(before, Nowhere.SCENE), words.words(after, Nowhere.SCENE));
        }
        if (field.type().whole()) {
            Getter.Whole whole = (Getter.Whole) getter;
            return whole.whole(before, Nowhere.SCENE) != whole.whole(after, Nowhere.SCENE);
        }
        if (field.type().truth()) {
            Getter.Condition condition = (Getter.Condition) getter;
            return condition.truth(before, Nowhere.SCENE) != condition.truth(after, Nowhere.SCENE);
        }
        Getter.Number number = (Getter.Number) getter;
        return Double.compare(number.number(before, Nowhere.SCENE), number.number(after, Nowhere.SCENE)) != 0;
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
