package norma.server.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import norma.fact.Change;
import org.jspecify.annotations.Nullable;

/** The identifiers that one entry of a mapping has given, and what the rows that gave them said. */
final class Ledger {

    /**
     * @param line of the row that said it
     * @param said a fingerprint of all that it said of the fact
     */
    record Sighting(String file, long line, long said) {}

    /** For entries whose facts change from row to row: only that the identifier was there matters. */
    private static final Sighting SEEN = new Sighting("", 0, 0);

    private final Map<String, Sighting> sightings = new HashMap<>();

    /** Null for an identifier that is new. */
    @Nullable
    Sighting find(String id) {
        return sightings.get(id);
    }

    @Nullable
    Sighting put(String id, Sighting sighting) {
        return sightings.put(id, sighting);
    }

    void seen(String id) {
        sightings.putIfAbsent(id, SEEN);
    }

    void restore(String id, @Nullable Sighting before) {
        if (before == null) sightings.remove(id);
        else sightings.put(id, before);
    }

    Set<String> identifiers() {
        return sightings.keySet();
    }

    /** 64 bits of all values of all changes, in order. */
    static long fingerprint(List<Change> changes) {
        long hash = 0xcbf29ce484222325L;
        for (Change change : changes) {
            hash = mixed(hash, change.at());
            for (Map.Entry<String, @Nullable Object> entry : change.set().entrySet()) {
                hash = mixed(hash, entry.getKey().hashCode());
                hash = value(hash, entry.getValue());
            }
        }
        return hash;
    }

    private static long value(long hash, @Nullable Object value) {
        if (!(value instanceof String text)) return mixed(hash, value == null ? 0x5bd1e995L : value.hashCode());
        long mixed = mixed(hash, text.length());
        for (int i = 0; i < text.length(); i++) mixed = mixed(mixed, text.charAt(i));
        return mixed;
    }

    private static long mixed(long hash, long value) {
        long product = (hash ^ value) * 0x9E3779B97F4A7C15L;
        return product ^ (product >>> 29);
    }

    /** What one row has written into ledgers, to take it back when the row is rejected. */
    static final class Undo {
        private final List<Runnable> steps = new ArrayList<>();

        void put(Ledger ledger, String id, Sighting sighting) {
            Sighting before = ledger.put(id, sighting);
            steps.add(() -> ledger.restore(id, before));
        }

        void takeBack() {
            for (int i = steps.size() - 1; i >= 0; i--) steps.get(i).run();
            steps.clear();
        }

        void keep() {
            steps.clear();
        }
    }
}
