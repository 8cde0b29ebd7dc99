package norma.judge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rules about one type of fact.
 *
 * @param watches in the order in which they are told
 * @param yardsticks the same rules, those together that judge the same value
 * @param conditions one rule of each condition
 */
record Lineup(List<Watch> watches, List<Yardstick> yardsticks, List<Watch> conditions) {

    static Lineup of(List<Watch> watches) {
        Map<Object, List<Watch>> alike = new LinkedHashMap<>();
        for (Watch watch : watches)
            alike.computeIfAbsent(watch.judges(), judged -> new ArrayList<>()).add(watch);
        Map<Object, Watch> conditions = new LinkedHashMap<>();
        for (Watch watch : watches) conditions.putIfAbsent(watch.asks(), watch);
        return new Lineup(
                List.copyOf(watches),
                alike.values().stream().map(Yardstick::new).toList(),
                List.copyOf(conditions.values()));
    }

    /** Whether some rule may find something in the subject, now or later. */
    boolean concerns(Glance glance) {
        for (int i = 0; i < conditions.size(); i++) if (conditions.get(i).concerns(glance)) return true;
        return false;
    }

    void sort(List<Watch> some) {
        if (some.size() > 1) some.sort(Comparator.comparingInt(watches::indexOf));
    }
}
