package norma;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import norma.fact.Change;
import norma.fact.Fact;
import norma.fact.World;

/**
 * The facts of which a change came late, each with all of its changes in their order: it is told from its beginning again.
 *
 * @param courses by fact, none of them empty
 */
record Retelling(Map<Fact.Key, List<Change>> courses) {

    /** @param due changes whose time has come, in the order of their times */
    static Retelling of(List<Change> due, World world, Archive archive, long now) {
        Map<Fact.Key, List<Change>> courses = new LinkedHashMap<>();
        for (Change change : due)
            if (world.isLate(change))
                courses.computeIfAbsent(change.key(), key -> past(archive.of(key.type(), key.id()), now));
        if (courses.isEmpty()) return new Retelling(courses);
        for (Change change : due) {
            List<Change> course = courses.get(change.key());
            if (course != null) course.add(change);
        }
        courses.values().forEach(course -> course.sort(Comparator.comparingLong(Change::at)));
        return new Retelling(courses);
    }

    private static List<Change> past(List<Change> taken, long now) {
        List<Change> past = new ArrayList<>(taken);
        past.removeIf(change -> change.at() > now);
        return past;
    }

    Collection<List<Change>> all() {
        return courses.values();
    }

    boolean isEmpty() {
        return courses.isEmpty();
    }

    boolean isOf(Change change) {
        return !isEmpty() && courses.containsKey(change.key());
    }

    /** The changes that are taken in, and those that are taken in again. */
    List<Change> with(List<Change> changes) {
        if (isEmpty()) return changes;
        List<Change> with = new ArrayList<>(changes);
        courses.values().forEach(with::addAll);
        return with;
    }
}
