package norma.measure;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something for each of many days, weeks or months: an array where they lie close together, which is nearly always, and a
 * tree for a date that somebody mistyped.
 */
final class OrdinalMap<T> {

    private static final int WIDEST = 1 << 13;

    private @Nullable Object[] near = new Object[0];
    private long first;
    private final TreeMap<Long, T> far = new TreeMap<>();

    @Nullable
    T get(long ordinal) {
        long index = ordinal - first;
        T found = index >= 0 && index < near.length ? at((int) index) : null;
        return found == null && !far.isEmpty() ? far.get(ordinal) : found;
    }

    T get(long ordinal, Supplier<T> ifAbsent) {
        T found = get(ordinal);
        if (found != null) return found;
        T made = ifAbsent.get();
        if (reach(ordinal)) near[(int) (ordinal - first)] = made;
        else far.put(ordinal, made);
        return made;
    }

    /** At most so many are there. */
    int room() {
        return near.length + far.size();
    }

    void remove(long ordinal) {
        long index = ordinal - first;
        if (index >= 0 && index < near.length && near[(int) index] != null) near[(int) index] = null;
        else far.remove(ordinal);
    }

    /** Takes what there is, by ordinal. */
    interface Visitor<T> {
        void visit(long ordinal, T value);
    }

    /** In order; what is visited may be removed. */
    void forEach(Visitor<T> visitor) {
        if (!far.isEmpty()) {
            sorted().forEach(visitor::visit);
            return;
        }
        for (int i = 0; i < near.length; i++) {
            T value = at(i);
            if (value != null) visitor.visit(first + i, value);
        }
    }

    private TreeMap<Long, T> sorted() {
        TreeMap<Long, T> sorted = new TreeMap<>(far);
        for (int i = 0; i < near.length; i++) {
            T value = at(i);
            if (value != null) sorted.put(first + i, value);
        }
        return sorted;
    }

    /** The smallest ordinal that has something; null when none has. */
    @Nullable
    Long firstOrdinal() {
        Map.Entry<Long, T> farthest = far.firstEntry();
        for (int i = 0; i < near.length; i++) {
            if (near[i] == null) continue;
            return farthest != null && farthest.getKey() < first + i ? farthest.getKey() : (Long) (first + i);
        }
        return farthest == null ? null : farthest.getKey();
    }

    @SuppressWarnings("unchecked")
    private @Nullable T at(int index) {
        return (T) near[index];
    }

    private boolean reach(long ordinal) {
        long last = first + near.length - 1;
        if (near.length > 0 && ordinal >= first && ordinal <= last) return true;
        long from = near.length == 0 ? ordinal : Math.min(first, ordinal);
        long to = near.length == 0 ? ordinal : Math.max(last, ordinal);
        if (to - from >= WIDEST) return false;
        int spare = (int) Math.min(WIDEST - (to - from) - 1, 4 + (to - from) / 2);
        if (from < first && near.length > 0) from -= spare;
        else to += spare;
        @Nullable Object[] wider = new Object[(int) (to - from) + 1];
        if (near.length > 0) System.arraycopy(near, 0, wider, (int) (first - from), near.length);
        near = wider;
        first = from;
        return true;
    }

    void clear() {
        Arrays.fill(near, null);
        far.clear();
    }
}
