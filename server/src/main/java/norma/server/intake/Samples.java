package norma.server.intake;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Counts values and keeps the first few different ones. */
final class Samples {

    private static final int KEPT = 5;

    private final Set<String> kept = new LinkedHashSet<>();
    private long count;

    void add(String value) {
        count++;
        if (kept.size() < KEPT) kept.add(Row.shortened(value));
    }

    long count() {
        return count;
    }

    List<String> shown() {
        return List.copyOf(kept);
    }
}
