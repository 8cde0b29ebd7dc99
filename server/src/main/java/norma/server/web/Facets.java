package norma.server.web;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import norma.server.store.Deviations;
import norma.server.store.Sight;
import norma.server.store.View;

/**
 * What the feed can be narrowed by, and how many deviations each choice has. What takes long to count is not counted
 * anew for every look: it is kept for twenty times as long as the counting took.
 */
final class Facets {

    /** The most frequent values of each: a list of everybody's clients nobody could choose from. */
    static final int CHOICES = 300;

    private static final long QUICK = Duration.ofMillis(50).toNanos();
    private static final int TIMES = 20;
    private static final int MOST_KEPT = 1_000;

    private record Kept(Map<String, Map<String, Long>> counts, long until) {}

    private final Map<Sight, Kept> kept = new ConcurrentHashMap<>();

    /** By column and value, of everything that stands within sight. */
    Map<String, Map<String, Long>> of(View seen) {
        Kept before = kept.get(seen.sight());
        long began = System.nanoTime();
        if (before != null && before.until() - began > 0) return before.counts();
        Map<String, Map<String, Long>> counts = seen.read(tables -> {
            Map<String, Map<String, Long>> found = new LinkedHashMap<>();
            for (String column : FeedQuery.FILTERS)
                found.put(column, tables.deviations().counts(column, Deviations.Filter.STANDING, CHOICES));
            return found;
        });
        long took = System.nanoTime() - began;
        if (kept.size() >= MOST_KEPT) kept.clear();
        if (took > QUICK) kept.put(seen.sight(), new Kept(counts, began + took * TIMES));
        else kept.remove(seen.sight());
        return counts;
    }
}
