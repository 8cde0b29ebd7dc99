package norma.judge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The cases that time alone takes to their next state, and when; each at one time at most, the last that was set. */
final class DueCases {

    private final Map<Case, Long> times = new HashMap<>();
    private final TreeMap<Long, Set<Case>> byTime = new TreeMap<>();

    /** @param at epoch milliseconds; {@link DueQueue#NEVER} for never */
    void set(Case each, long at) {
        Long before = at == DueQueue.NEVER ? times.remove(each) : times.put(each, at);
        if (before != null)
            byTime.computeIfPresent(before, (time, due) -> due.remove(each) && due.isEmpty() ? null : due);
        if (at != DueQueue.NEVER)
            byTime.computeIfAbsent(at, time -> new LinkedHashSet<>()).add(each);
    }

    /** The earliest time that is set; {@link DueQueue#NEVER} for none. */
    long next() {
        return byTime.isEmpty() ? DueQueue.NEVER : byTime.firstKey();
    }

    /** Takes out everything that is due by now. */
    List<Case> due(long now) {
        List<Case> due = new ArrayList<>();
        while (next() <= now && !byTime.isEmpty())
            due.addAll(byTime.pollFirstEntry().getValue());
        due.forEach(times::remove);
        return due;
    }
}
