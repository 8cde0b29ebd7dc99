package norma.fact;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something of each of some facts, in the order in which the facts came; versions of one fact are the same fact. What a single
 * change brings is so little that it is looked through.
 */
public final class FactMap<V> implements Iterable<V> {

    private static final int FEW = 8;
    private static final Fact[] NONE = {};

    private Fact[] facts = NONE;
    private Object[] values = NONE;
    private int size;
    private @Nullable Map<Fact.Key, Integer> places;

    public boolean isEmpty() {
        return size == 0;
    }

    public @Nullable V get(Fact fact) {
        int place = place(fact);
        return place < 0 ? null : value(place);
    }

    @SuppressWarnings("unchecked")
    private V value(int place) {
        return (V) values[place];
    }

    /** What is put of a fact again takes the place of what was there. */
    public void put(Fact fact, V value) {
        int place = place(fact);
        if (place < 0) add(fact, value);
        else values[place] = value;
    }

    public void putIfAbsent(Fact fact, V value) {
        if (place(fact) < 0) add(fact, value);
    }

    /** What is in here now; not what comes later. */
    @SuppressWarnings("unchecked")
    public List<V> values() {
        return (List<V>) Arrays.asList(values).subList(0, size);
    }

    @Override
    public Iterator<V> iterator() {
        return values().iterator();
    }

    private void add(Fact fact, V value) {
        if (size == facts.length) {
            facts = Arrays.copyOf(facts, Math.max(2, 2 * size));
            values = Arrays.copyOf(values, facts.length, Object[].class);
        }
        if (places == null && size == FEW) {
            places = new HashMap<>();
            for (int i = 0; i < FEW; i++) places.put(facts[i].key(), i);
        }
        if (places != null) places.put(fact.key(), size);
        facts[size] = fact;
        values[size++] = value;
    }

    /** Below zero for none. */
    private int place(Fact fact) {
        if (places != null) return places.getOrDefault(fact.key(), -1);
        for (int i = 0; i < size; i++) {
            Fact each = facts[i];
            if (each == fact || each.type() == fact.type() && each.id().equals(fact.id())) return i;
        }
        return -1;
    }
}
