package norma.judge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is to be looked at again, and when; each key has at most one time, the last that was set. A heap in which each entry
 * knows its place; entries that are new wait behind it unsorted, so that a million of them cost one pass when it is next asked.
 */
final class DueQueue<K> {

    private static final class Entry<K> {
        private final K key;
        private long at;
        private int place;

        Entry(K key, long at, int place) {
            this.key = key;
            this.at = at;
            this.place = place;
        }
    }

    private final Map<K, Entry<K>> byKey = new HashMap<>();
    private final List<Entry<K>> heap = new ArrayList<>();
    private int sorted;

    /** @param at epoch milliseconds; {@link Long#MAX_VALUE} for never */
    void set(K key, long at) {
        if (at == Long.MAX_VALUE) {
            Entry<K> gone = byKey.remove(key);
            if (gone != null) remove(gone);
            return;
        }
        Entry<K> known = byKey.get(key);
        if (known == null) {
            Entry<K> fresh = new Entry<>(key, at, heap.size());
            byKey.put(key, fresh);
            heap.add(fresh);
        } else {
            known.at = at;
            if (known.place < sorted) settle(known);
        }
    }

    /** {@link Long#MAX_VALUE} for never. */
    long at(K key) {
        Entry<K> known = byKey.get(key);
        return known == null ? Long.MAX_VALUE : known.at;
    }

    /** The earliest time that is set; {@link Long#MAX_VALUE} for none. */
    long next() {
        sort();
        return heap.isEmpty() ? Long.MAX_VALUE : heap.get(0).at;
    }

    /** Takes out everything that is due by now. */
    List<K> due(long now) {
        List<K> due = new ArrayList<>();
        while (next() <= now && !heap.isEmpty()) {
            Entry<K> first = heap.get(0);
            byKey.remove(first.key);
            remove(first);
            due.add(first.key);
        }
        return due;
    }

    /** Few new entries rise to their places one by one; where they are many, all sink anew. */
    private void sort() {
        if (sorted == heap.size()) return;
        if (heap.size() - sorted < sorted / 8) {
            while (sorted < heap.size()) rise(heap.get(sorted++));
            return;
        }
        sorted = heap.size();
        for (int place = sorted / 2 - 1; place >= 0; place--) sink(heap.get(place));
    }

    private void remove(Entry<K> gone) {
        if (gone.place < sorted) {
            sort();
            sorted--;
        }
        Entry<K> last = heap.remove(heap.size() - 1);
        if (last == gone) return;
        put(last, gone.place);
        if (last.place < sorted) settle(last);
    }

    private void settle(Entry<K> entry) {
        rise(entry);
        sink(entry);
    }

    private void rise(Entry<K> entry) {
        int place = entry.place;
        while (place > 0 && heap.get((place - 1) / 2).at > entry.at) {
            put(heap.get((place - 1) / 2), place);
            place = (place - 1) / 2;
        }
        put(entry, place);
    }

    private void sink(Entry<K> entry) {
        int place = entry.place;
        while (2 * place + 1 < sorted) {
            int child = 2 * place + 1;
            if (child + 1 < sorted && heap.get(child + 1).at < heap.get(child).at) child++;
            if (heap.get(child).at >= entry.at) break;
            put(heap.get(child), place);
            place = child;
        }
        put(entry, place);
    }

    private void put(Entry<K> entry, int place) {
        heap.set(place, entry);
        entry.place = place;
    }
}
