package norma.server.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import norma.server.store.Store;

/** The last events, read and written out once for all who hear everything, however many they are. */
final class Recent {

    private static final int MOST = 2_000;

    private final Store store;
    private final Items items;
    /** Nothing is missing after this one. */
    private long from;
    /** The last one that was read. */
    private long read;

    private List<Told> events = new ArrayList<>();

    Recent(Store store, Items items, long newest) {
        this.store = store;
        this.items = items;
        this.from = newest;
        this.read = newest;
    }

    /**
     * The next events after one; nothing where that is longer ago than is remembered.
     *
     * @param newest the last event there is: it is read no more often than there are others
     */
    synchronized Optional<List<Told>> after(long seq, long newest, int most) {
        if (newest - read > MOST) {
            if (seq <= read) return Optional.empty();
            beginAt(seq); // nobody has listened for long: what happened since is nobody's to wait for
        }
        while (read < newest) read();
        if (seq < from) return Optional.empty();
        int first = firstAfter(seq);
        return Optional.of(List.copyOf(events.subList(first, Math.min(events.size(), first + most))));
    }

    private void beginAt(long seq) {
        events = new ArrayList<>();
        from = seq;
        read = seq;
    }

    private void read() {
        List<Told> next = Told.all(store.read(tables -> tables.events().after(read, MOST)), items);
        if (next.isEmpty()) throw new IllegalStateException("no event after " + read);
        read = next.get(next.size() - 1).seq();
        events.addAll(next);
        if (events.size() <= MOST) return;
        events = new ArrayList<>(events.subList(events.size() - MOST / 2, events.size()));
        from = events.get(0).seq() - 1;
    }

    private int firstAfter(long seq) {
        int low = 0;
        int high = events.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (events.get(middle).seq() <= seq) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
