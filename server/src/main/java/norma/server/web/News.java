package norma.server.web;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import norma.server.store.Events;
import norma.server.store.View;

/**
 * What happened, of what a page shows, since it was written.
 *
 * @param raised deviations that came or became worse
 * @param others that ended or became something else
 * @param more whether there were too many to look at
 */
public record News(long raised, long others, boolean more) {

    private static final int MOST = 500;
    private static final Set<String> WORSE = Set.of("raised", "worsened");
    private static final Set<String> OTHERS = Set.of("cleared", "eased", "recovering", "back", "new");

    /** @param now epoch milliseconds */
    static News after(long seq, View seen, FeedQuery query, long now) {
        List<Events.Event> events = seen.read(tables -> tables.events().after(seq, MOST));
        Set<Long> raised = new LinkedHashSet<>();
        Set<Long> others = new LinkedHashSet<>();
        for (Events.Event event : events) {
            Long number = event.deviation();
            if (number == null) continue;
            if (WORSE.contains(event.kind())) raised.add(number);
            if (OTHERS.contains(event.kind())) others.add(number);
        }
        others.removeAll(raised);
        return new News(among(raised, seen, query, now), among(others, seen, query, now), events.size() == MOST);
    }

    private static long among(Set<Long> numbers, View seen, FeedQuery query, long now) {
        if (numbers.isEmpty()) return 0;
        return seen.read(tables -> numbers.stream()
                .map(number -> tables.deviations().number(number))
                .filter(found -> found.filter(row -> query.concerns(row, now)).isPresent())
                .count());
    }

    public boolean isEmpty() {
        return raised == 0 && others == 0;
    }
}
