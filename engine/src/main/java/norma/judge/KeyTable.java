package norma.judge;

import org.jspecify.annotations.Nullable;

/**
 * Finds things by keys that they know themselves. Where there are many, a search costs as often as it has to wait for memory:
 * the table leads to the thing, with nothing between. Half of the table stays empty.
 */
final class KeyTable<E extends KeyTable.Keyed> {

    /** Something with a key. */
    interface Keyed {

        /** The hash code of its key. */
        int hash();

        boolean hasKey(Object key);
    }

    private @Nullable Object[] table = new Object[16];
    private int size;

    @Nullable
    E find(Object key) {
        int hash = key.hashCode();
        for (int place = start(hash); ; place = next(place)) {
            E each = at(place);
            if (each == null || each.hash() == hash && each.hasKey(key)) return each;
        }
    }

    /** @param fresh with a key that nothing else in here has */
    void add(E fresh) {
        reserve(1);
        size++;
        enter(fresh);
    }

    /** Makes room for so many more at once: to widen the table costs a look at each thing in it. */
    void reserve(int more) {
        int room = table.length;
        while (room < 2L * (size + more)) room *= 2;
        if (room == table.length) return;
        @Nullable Object[] smaller = table;
        table = new Object[room];
        for (Object each : smaller) if (each != null) enter(each);
    }

    /** @param gone that is in here */
    void remove(E gone) {
        size--;
        int hole = start(gone.hash());
        while (table[hole] != gone) hole = next(hole);
        for (int place = next(hole); ; place = next(place)) {
            E each = at(place);
            if (each == null) break;
            // What could lie in the hole as well moves there, so that no search for it ends too early.
            if (distance(start(each.hash()), place) < distance(hole, place)) continue;
            table[hole] = each;
            hole = place;
        }
        table[hole] = null;
    }

    private void enter(Object fresh) {
        int place = start(((Keyed) fresh).hash());
        while (table[place] != null) place = next(place);
        table[place] = fresh;
    }

    @SuppressWarnings("unchecked")
    private @Nullable E at(int place) {
        return (E) table[place];
    }

    /** Keys are often counted up, and so are their hash codes: they are spread over the table. */
    private int start(int hash) {
        return hash * 0x9E3779B9 >>> Integer.numberOfLeadingZeros(table.length - 1);
    }

    private int next(int place) {
        return place + 1 & table.length - 1;
    }

    private int distance(int from, int to) {
        return to - from & table.length - 1;
    }
}
