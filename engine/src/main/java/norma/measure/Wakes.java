package norma.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import norma.fact.Fact;

/** The facts that will count differently when their time has come, by that time. */
final class Wakes {

    private final TreeMap<Long, Map<Key, Fact>> byTime = new TreeMap<>();

    private record Key(String type, String id) {}

    void put(long time, Fact fact) {
        byTime.computeIfAbsent(time, t -> new LinkedHashMap<>())
                .put(new Key(fact.type().name(), fact.id()), fact);
    }

    void remove(long time, Fact fact) {
        Map<Key, Fact> facts = byTime.get(time);
        if (facts == null) return;
        facts.remove(new Key(fact.type().name(), fact.id()));
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
