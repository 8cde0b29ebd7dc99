package norma.judge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What is to be looked at again, and when; each key has at most one time, the last that was set. A heap in which each entry
 * knows its place; entries that are new wait behind it unsorted, so that a million of them cost one pass when it is next asked.
 * An entry that is put off stays where it is until its earlier time has come to the top: most are put off again before.
 */
final class DueQueue<K> {

    private static final class Entry<K> implements KeyTable.Keyed {
        private final K key;
        private final int hash;
        private long at;
        private int place;

        Entry(K key, int hash, long at, int place) {
            this.key = key;
            this.hash = hash;
            this.at = at;
            this.place = place;
        }

        @Override
        public int hash() {
            return hash;
        }

        @Override
        public boolean hasKey(Object other) {
            return key.equals(other);
        }
    }

    private final KeyTable<Entry<K>> byKey = new KeyTable<>();
    private final List<Entry<K>> heap = new ArrayList<>();
    /** When each entry of the heap is in its turn, beside it: not after the time that is set for it. */
    private long[] turns = new long[8];

    private int sorted;

    /** So many keys will come that are not in here. */
    void reserve(int more) {
        byKey.reserve(more);
    }

    /** @param at epoch milliseconds; {@link Long#MAX_VALUE} for never */
    void set(K key, long at) {
        Entry<K> known = byKey.find(key);
        if (at == Long.MAX_VALUE) {
            if (known != null) {
                byKey.remove(known);
                remove(known);
            }
        } else if (known == null) {
            Entry<K> fresh = new Entry<>(key, key.hashCode(), at, heap.size());
            byKey.add(fresh);
            heap.add(fresh);
            if (turns.length < heap.size()) turns = Arrays.copyOf(turns, 2 * heap.size());
            turns[fresh.place] = at;
        } else {
            boolean putOff = at >= known.at;
            known.at = at;
            if (putOff || at >= turns[known.place]) return;
            turns[known.place] = at;
            if (known.place < sorted) rise(known.place);
        }
    }

    /** {@link Long#MAX_VALUE} for never. */
    long at(K key) {
        Entry<K> known = byKey.find(key);
        return known == null ? Long.MAX_VALUE : known.at;
    }

    /** The earliest time that is set; {@link Long#MAX_VALUE} for none. */
    long next() {
        sort();
        while (!heap.isEmpty() && heap.get(0).at > turns[0]) {
            turns[0] = heap.get(0).at;
            sink(0);
        }
        return heap.isEmpty() ? Long.MAX_VALUE : turns[0];
    }

    /** Takes out everything that is due by now. */
    List<K> due(long now) {
        List<K> due = new ArrayList<>();
        while (next() <= now && !heap.isEmpty()) {
            Entry<K> first = heap.get(0);
            byKey.remove(first);
            remove(first);
            due.add(first.key);
        }
        return due;
    }

    /** Few new entries rise to their places one by one; where they are many, all sink anew. */
    private void sort() {
        if (sorted == heap.size()) return;
        if (heap.size() - sorted < sorted / 8) {
            while (sorted < heap.size()) rise(sorted++);
            return;
        }
        sorted = heap.size();
        for (int place = sorted / 2 - 1; place >= 0; place--) sink(place);
    }

    private void remove(Entry<K> gone) {
        if (gone.place < sorted) {
            sort();
            sorted--;
        }
        int place = gone.place;
        int end = heap.size() - 1;
        long turn = turns[end];
        Entry<K> last = heap.remove(end);
        if (last == gone) return;
        put(last, turn, place);
        if (place >= sorted) return;
        rise(place);
        sink(last.place);
    }

    private void rise(int from) {
        Entry<K> entry = heap.get(from);
        long turn = turns[from];
        int place = from;
        while (place > 0 && turns[(place - 1) / 2] > turn) {
            put(heap.get((place - 1) / 2), turns[(place - 1) / 2], place);
            place = (place - 1) / 2;
        }
        if (place != from) put(entry, turn, place);
    }

    private void sink(int from) {
        Entry<K> entry = heap.get(from);
        long turn = turns[from];
        int place = from;
        while (2 * place + 1 < sorted) {
            int child = 2 * place + 1;
            if (child + 1 < sorted && turns[child + 1] < turns[child]) child++;
            if (turns[child] >= turn) break;
            put(heap.get(child), turns[child], place);
            place = child;
        }
        if (place != from) put(entry, turn, place);
    }

    private void put(Entry<K> entry, long turn, int place) {
        heap.set(place, entry);
        turns[place] = turn;
        entry.place = place;
    }
}
