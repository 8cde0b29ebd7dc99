package norma.fact;

import java.util.AbstractCollection;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one type as they are now, by id. Each has a place, in the order of arrival; beside it lies what else is known of
 * it: when it last changed, and the visit that an open deal is in. Places come by the page, so that a million facts need not move
 * for the next one.
 *
 * <p>A table of open addresses finds the place: besides it an entry has as much of the id's hash as there is room for, so that
 * hardly any fact is looked at that is not meant.
 */
final class FactTable {

    static final int NONE = -1;

    /** So large that what stands before the first of each page, its length, lies in the caches. */
    private static final int PAGE = 1 << 14;

    private static final int FIRST = 1 << 6;

    private final Deque<Integer> holes = new ArrayDeque<>();
    private int[] entries = new int[16];
    private @Nullable Fact[][] facts = {};
    private long[] @Nullable [] changedAt = {};
    private int[] @Nullable [] visits = {};
    private int size;
    private long latest = Change.START;

    @Nullable
    Fact find(String id) {
        return at(place(id));
    }

    /**
     * The same of the first many at once, step by step for all of them, so that the processor waits for the memory of several
     * at a time.
     *
     * @param ids there is no fact of a null one
     */
    void find(@Nullable String[] ids, int many, @Nullable Object[] into) {
        int[] likely = new int[many];
        for (int i = 0; i < many; i++) likely[i] = ids[i] == null ? 0 : hash(ids[i]);
        for (int i = 0; i < many; i++) likely[i] = ids[i] == null ? 0 : likely(likely[i]);
        for (int i = 0; i < many; i++) into[i] = likely[i] == 0 ? null : at(placeIn(likely[i]));
        String[] found = new String[many];
        for (int i = 0; i < many; i++) found[i] = into[i] instanceof Fact fact ? fact.id() : null;
        for (int i = 0; i < many; i++) {
            String id = ids[i];
            if (id != null && into[i] != null && !id.equals(found[i])) into[i] = find(id);
        }
    }

    /** The first entry that is like this hash; 0 for none. */
    private int likely(int hash) {
        int mask = entries.length - 1;
        int entry = hash & mask;
        while (entries[entry] != 0 && ((entries[entry] ^ hash) & ~mask) != 0) entry = entry + 1 & mask;
        return entries[entry];
    }

    /** Where the fact is; {@link #NONE} when there is none. */
    int place(String id) {
        int entry = entries[entry(id)];
        return entry == 0 ? NONE : placeIn(entry);
    }

    /** How many places there are, those of facts that are no more among them. */
    int places() {
        return size + holes.size();
    }

    /** Null where there is none. */
    @Nullable
    Fact at(int place) {
        return place == NONE ? null : facts[place / PAGE][place % PAGE];
    }

    /** Epoch milliseconds; {@link Change#START} when that is not known. */
    long changedAt(int place) {
        long[] page = place == NONE ? null : changedAt[place / PAGE];
        return page == null ? Change.START : page[place % PAGE];
    }

    /** Whether any of them changed after this: most changes come in the order of their times, so that no fact need be asked. */
    boolean changedSince(long at) {
        return at < latest;
    }

    /** The place, among visits, of that which a deal is in; {@link #NONE} for none. */
    int visit(int place) {
        int[] page = place == NONE ? null : visits[place / PAGE];
        return page == null ? NONE : page[place % PAGE];
    }

    void enter(int place, int visit) {
        int[] page = visits[place / PAGE];
        if (page == null) {
            if (visit == NONE) return;
            page = filled(new int[facts[place / PAGE].length], 0);
            visits[place / PAGE] = page;
        }
        page[place % PAGE] = visit;
    }

    /** Another version of the fact at a place. */
    void become(int place, Fact next, long at) {
        facts[place / PAGE][place % PAGE] = next;
        if (at != Change.START) setChangedAt(place, at);
    }

    private void setChangedAt(int place, long at) {
        long[] page = changedAt[place / PAGE];
        if (page == null) {
            if (at == Change.START) return;
            page = filled(new long[facts[place / PAGE].length], 0);
            changedAt[place / PAGE] = page;
        }
        page[place % PAGE] = at;
        latest = Math.max(latest, at);
    }

    /**
     * A fact of which none is here yet.
     *
     * @return where it is
     */
    int add(Fact fact, long at) {
        if (3 * (size + 1) > 2 * entries.length) widen();
        Integer hole = holes.poll();
        int place = hole == null ? size : hole;
        if (place == room()) addRoom();
        become(place, fact, at);
        link(fact.id(), place);
        size++;
        return place;
    }

    /** Does nothing when there is no such fact. */
    void remove(String id) {
        int entry = entry(id);
        if (entries[entry] == 0) return;
        int place = placeIn(entries[entry]);
        facts[place / PAGE][place % PAGE] = null;
        enter(place, NONE);
        setChangedAt(place, Change.START);
        holes.push(place);
        size--;
        close(entry);
    }

    /** Lets the entries after one that is no more move up, as far as each is found from where its hash begins. */
    private void close(int gone) {
        int mask = entries.length - 1;
        int gap = gone;
        for (int next = gap + 1 & mask; entries[next] != 0; next = next + 1 & mask) {
            int home = hash(idIn(entries[next])) & mask;
            if ((next - home & mask) < (next - gap & mask)) continue;
            entries[gap] = entries[next];
            gap = next;
        }
        entries[gap] = 0;
    }

    /** Which entry is the fact's, or would be. */
    private int entry(String id) {
        int mask = entries.length - 1;
        int hash = hash(id);
        for (int entry = hash & mask; ; entry = entry + 1 & mask) {
            int there = entries[entry];
            if (there == 0) return entry;
            if (((there ^ hash) & ~mask) == 0 && idIn(there).equals(id)) return entry;
        }
    }

    private String idIn(int entry) {
        return Objects.requireNonNull(at(placeIn(entry))).id();
    }

    private int placeIn(int entry) {
        return (entry & entries.length - 1) - 1;
    }

    private void link(String id, int place) {
        int mask = entries.length - 1;
        int hash = hash(id);
        int entry = hash & mask;
        while (entries[entry] != 0) entry = entry + 1 & mask;
        entries[entry] = hash & ~mask | place + 1;
    }

    private int room() {
        return facts.length == 1 ? facts[0].length : facts.length * PAGE;
    }

    private void widen() {
        entries = new int[2 * entries.length];
        for (int place = 0; place < places(); place++) {
            Fact fact = at(place);
            if (fact != null) link(fact.id(), place);
        }
    }

    /** The first page grows with the facts, up to its full size; then whole pages follow. */
    private void addRoom() {
        int pages = facts.length;
        if (pages == 1 && facts[0].length < PAGE) {
            int room = 4 * facts[0].length;
            facts[0] = Arrays.copyOf(facts[0], room);
            if (changedAt[0] != null) changedAt[0] = filled(Arrays.copyOf(changedAt[0], room), room / 4);
            if (visits[0] != null) visits[0] = filled(Arrays.copyOf(visits[0], room), room / 4);
            return;
        }
        facts = Arrays.copyOf(facts, pages + 1);
        facts[pages] = new Fact[pages == 0 ? FIRST : PAGE];
        changedAt = Arrays.copyOf(changedAt, pages + 1);
        visits = Arrays.copyOf(visits, pages + 1);
    }

    private static long[] filled(long[] times, int from) {
        Arrays.fill(times, from, times.length, Change.START);
        return times;
    }

    private static int[] filled(int[] entered, int from) {
        Arrays.fill(entered, from, entered.length, NONE);
        return entered;
    }

    private static int hash(String id) {
        int hash = id.hashCode() * 0x9E3779B9;
        return hash ^ hash >>> 15;
    }

    /** All of them, as they are when they are asked for. */
    Collection<Fact> all() {
        return new AbstractCollection<>() {
            @Override
            public int size() {
                return size;
            }

            @Override
            public Iterator<Fact> iterator() {
                return new Each();
            }

            /** By the page where none is missing: of a million, one by one takes many times as long. */
            @Override
            public <T extends @Nullable Object> T[] toArray(T[] room) {
                if (!holes.isEmpty()) return super.toArray(room);
                T[] all = room.length < size ? Arrays.copyOf(room, size) : room;
                for (int from = 0; from < size; from += PAGE)
                    System.arraycopy(facts[from / PAGE], 0, all, from, Math.min(PAGE, size - from));
                if (all.length > size) Arrays.fill(all, size, size + 1, null);
                return all;
            }
        };
    }

    private final class Each implements Iterator<Fact> {

        private int next = -1;

        Each() {
            advance();
        }

        private void advance() {
            next++;
            while (hasNext() && at(next) == null) next++;
        }

        @Override
        public boolean hasNext() {
            return next < places();
        }

        @Override
        public Fact next() {
            if (!hasNext()) throw new NoSuchElementException();
            Fact fact = Objects.requireNonNull(at(next));
            advance();
            return fact;
        }
    }
}
