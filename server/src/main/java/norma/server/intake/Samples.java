package norma.server.intake;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Counts values and keeps the first few different ones. */
final class Samples {

    private static final int KEPT = 5;

    private final Set<String> kept = new LinkedHashSet<>();
    private long count;

    void add(String value) {
        count++;
        if (kept.size() <= KEPT) kept.add(Row.shortened(value));
    }

    long count() {
        return count;
    }

    /** Ends with “…” when there were more. */
    List<String> shown() {
        if (kept.size() <= KEPT) return List.copyOf(kept);
        return Stream.concat(kept.stream().limit(KEPT), Stream.of("…")).toList();
    }
}
