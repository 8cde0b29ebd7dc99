package norma.fact;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Values by the names of their fields, in the order in which they were given; unmodifiable. Two arrays and no table: a journal
 * holds millions of these, each with a few fields, and most share one array of names.
 */
public final class FieldValues extends AbstractMap<String, @Nullable Object> {

    private final String[] names;
    private final @Nullable Object[] values;

    /** @param names all different; neither array is changed afterwards */
    public FieldValues(String[] names, @Nullable Object[] values) {
        if (names.length != values.length) throw new IllegalArgumentException("a value for each name");
        this.names = names;
        this.values = values;
    }

    static FieldValues copyOf(Map<String, @Nullable Object> values) {
        if (values instanceof FieldValues same) return same;
        String[] names = new String[values.size()];
        @Nullable Object[] own = new Object[names.length];
        int at = 0;
        for (Map.Entry<String, @Nullable Object> entry : values.entrySet()) {
            names[at] = entry.getKey();
            own[at++] = entry.getValue();
        }
        return new FieldValues(names, own);
    }

    /** Without those that are null. */
    public FieldValues defined() {
        int count = 0;
        for (Object value : values) if (value != null) count++;
        if (count == values.length) return this;
        String[] kept = new String[count];
        @Nullable Object[] own = new Object[count];
        for (int i = 0, at = 0; i < values.length; i++) {
            if (values[i] == null) continue;
            kept[at] = names[i];
            own[at++] = values[i];
        }
        return new FieldValues(kept, own);
    }

    private int indexOf(@Nullable Object name) {
        for (int i = 0; i < names.length; i++) if (names[i].equals(name)) return i;
        return -1;
    }

    @Override
    public int size() {
        return names.length;
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return indexOf(name) >= 0;
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
        int index = indexOf(name);
        return index < 0 ? null : values[index];
    }

    @Override
    public @Nullable Object getOrDefault(@Nullable Object name, @Nullable Object otherwise) {
        int index = indexOf(name);
        return index < 0 ? otherwise : values[index];
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super @Nullable Object> action) {
        for (int i = 0; i < names.length; i++) action.accept(names[i], values[i]);
    }

    @Override
    public Set<Map.Entry<String, @Nullable Object>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return names.length;
            }

            @Override
            public Iterator<Map.Entry<String, @Nullable Object>> iterator() {
                return new Entries();
            }
        };
    }

    private final class Entries implements Iterator<Map.Entry<String, @Nullable Object>> {

        private int next;

        @Override
        public boolean hasNext() {
            return next < names.length;
        }

        @Override
        public Map.Entry<String, @Nullable Object> next() {
            if (!hasNext()) throw new NoSuchElementException();
            return new SimpleImmutableEntry<>(names[next], values[next++]);
        }
    }
}
