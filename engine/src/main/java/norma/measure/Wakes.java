package norma.measure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import norma.fact.Fact;

/** The facts that will count differently when their time has come, by that time; each waits for one time at most. */
final class Wakes {

    private final TreeMap<Long, Map<Key, Fact>> byTime = new TreeMap<>();
    private final Map<Key, Long> times = new HashMap<>();

    private record Key(String type, String id) {

        static Key of(Fact fact) {
            return new Key(fact.type().name(), fact.id());
        }
    }

    /**
     * The fact waits for this time, or for an earlier one that it waits for already.
     *
     * @param time {@link Long#MAX_VALUE} for never
     */
    void put(long time, Fact fact) {
        if (time == Long.MAX_VALUE) return;
        Key key = Key.of(fact);
        long standing = times.getOrDefault(key, Long.MAX_VALUE);
        if (time >= standing) return;
        remove(fact);
        times.put(key, time);
        byTime.computeIfAbsent(time, t -> new LinkedHashMap<>()).put(key, fact);
    }

    void remove(Fact fact) {
        if (times.isEmpty()) return;
        Key key = Key.of(fact);
        Long time = times.remove(key);
        Map<Key, Fact> facts = time == null ? null : byTime.get(time);
        if (facts == null) return;
        facts.remove(key);
        if (facts.isEmpty()) byTime.remove(time);
    }

    /** The facts whose time has come; they stay until they are removed. */
    List<Fact> until(long now) {
        List<Fact> facts = new ArrayList<>();
        byTime.headMap(now, true).values().forEach(due -> facts.addAll(due.values()));
        return facts;
    }

    void addAll(Wakes other) {
        other.byTime.forEach((time, facts) -> facts.values().forEach(fact -> put(time, fact)));
    }
}
