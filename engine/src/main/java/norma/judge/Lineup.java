package norma.judge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rules about one type of fact.
 *
 * @param watches in the order in which they are told
 * @param order the place of each of them in it
 * @param yardsticks the same rules, those together that judge the same value
 * @param conditions one rule of each condition
 * @param read what some of them reads of a fact, as {@link Alteration}
 */
record Lineup(List<Watch> watches, Map<Watch, Integer> order, Yardstick[] yardsticks, Watch[] conditions, long read) {

    static Lineup of(List<Watch> watches) {
        Map<Object, List<Watch>> alike = new LinkedHashMap<>();
        for (Watch watch : watches)
            alike.computeIfAbsent(watch.judges(), judged -> new ArrayList<>()).add(watch);
        Map<Watch, Integer> order = new HashMap<>();
        for (Watch watch : watches) order.put(watch, order.size());
        return new Lineup(
                List.copyOf(watches),
                order,
                alike.values().stream().map(Yardstick::new).toArray(Yardstick[]::new),
                Yardstick.one(watches),
                watches.stream().mapToLong(watch -> watch.inputs().ofSubject()).reduce(0, (one, other) -> one | other));
    }

    boolean isEmpty() {
        return watches.isEmpty();
    }

    /** Whether some rule may find something in the subject, now or later. */
    boolean concerns(Glance glance) {
        for (Watch watch : conditions) if (watch.concerns(glance)) return true;
        return false;
    }

    void sort(List<Watch> some) {
        if (some.size() > 1) some.sort(Comparator.comparingInt(order::get));
    }
}
