package norma.fact;

import java.util.AbstractCollection;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The facts of one type as they stand, by id, in the order in which they came. */
final class Standings {

    /** A fact as it is now, and the visit that an open deal is in: all of it is at hand when one of it is. */
    static final class Standing implements KeyTable.Keyed {
        private final int hash;
        private int number;
        private Fact fact;
        private long changedAt;
        private @Nullable Standing visit;

        private Standing(Fact fact, int number, long changedAt) {
            this.hash = fact.id().hashCode();
            this.fact = fact;
            this.number = number;
            this.changedAt = changedAt;
        }

        @Override
        public int hash() {
            return hash;
        }

        @Override
        public boolean hasKey(Object id) {
            return fact.id().equals(id);
        }

        Fact fact() {
            return fact;
        }

        long changedAt() {
            return changedAt;
        }

        /** That of the visit which a deal is in; null for none. */
        @Nullable
        Standing visit() {
            return visit;
        }

        void enter(@Nullable Standing next) {
            visit = next;
        }

        void become(Fact next, long at) {
            fact = next;
            if (at != Change.START) changedAt = at;
        }
    }

    private final KeyTable<Standing> byId = new KeyTable<>();
    private @Nullable Standing[] inOrder = new Standing[8];
    private int numbers;
    private int size;

    @Nullable
    Standing find(String id) {
        return byId.find(id);
    }

    /** @param fact of which none stands here yet */
    Standing add(Fact fact, long at) {
        if (numbers == inOrder.length) makeRoom();
        Standing fresh = new Standing(fact, numbers, at);
        inOrder[numbers++] = fresh;
        byId.add(fresh);
        size++;
        return fresh;
    }

    void remove(String id) {
        Standing gone = find(id);
        if (gone == null) return;
        byId.remove(gone);
        inOrder[gone.number] = null;
        size--;
    }

    Collection<Fact> facts() {
        return new AbstractCollection<>() {
            @Override
            public int size() {
                return size;
            }

            @Override
            public Iterator<Fact> iterator() {
                return new Facts();
            }
        };
    }

    private void makeRoom() {
        if (size > numbers / 2) inOrder = Arrays.copyOf(inOrder, 2 * numbers);
        else closeGaps();
    }

    /** Those that are gone leave their numbers to others. */
    private void closeGaps() {
        int count = 0;
        for (int i = 0; i < numbers; i++) {
            Standing each = inOrder[i];
            if (each == null) continue;
            each.number = count;
            inOrder[count++] = each;
        }
        Arrays.fill(inOrder, count, numbers, null);
        numbers = count;
    }

    private final class Facts implements Iterator<Fact> {

        private int next;

        @Override
        public boolean hasNext() {
            while (next < numbers && inOrder[next] == null) next++;
            return next < numbers;
        }

        @Override
        public Fact next() {
            if (!hasNext()) throw new NoSuchElementException();
            Standing each = inOrder[next++];
            if (each == null) throw new NoSuchElementException();
            return each.fact;
        }
    }
}
