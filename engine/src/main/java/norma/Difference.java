package norma;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import norma.decide.Decision;
import norma.deviation.Course;
import norma.deviation.Deviation;
import norma.measure.Revision;

/**
 * What has become different: deviations raised, changed and cleared, new decisions, readings before and after, and the
 * episodes that went on.
 */
public record Difference(
        List<Deviation> raised,
        List<Deviation> changed,
        List<Deviation> cleared,
        List<Decision> decided,
        List<Revision> readings,
        List<Course> courses) {

    /** This and what became different after it; of what changed again the latest. */
    Difference then(Difference next) {
        if (isEmpty()) return next;
        if (next.isEmpty()) return this;
        return new Difference(
                joined(raised, next.raised),
                latest(changed, next.changed),
                joined(cleared, next.cleared),
                joined(decided, next.decided),
                revised(next.readings),
                furthest(next.courses));
    }

    private List<Revision> revised(List<Revision> later) {
        Map<String, Revision> whole = new LinkedHashMap<>();
        readings.forEach(revision -> whole.put(revision.either().identity(), revision));
        for (Revision revision : later)
            whole.merge(
                    revision.either().identity(),
                    revision,
                    (first, last) -> new Revision(first.before(), last.after()));
        whole.values().removeIf(revision -> Objects.equals(revision.before(), revision.after()));
        return List.copyOf(whole.values());
    }

    private List<Course> furthest(List<Course> later) {
        Map<List<String>, Course> furthest = new LinkedHashMap<>();
        joined(courses, later)
                .forEach(course -> furthest.put(List.of(course.rule(), course.type(), course.id()), course));
        return List.copyOf(furthest.values());
    }

    private static List<Deviation> latest(List<Deviation> before, List<Deviation> after) {
        Map<String, Deviation> latest = new LinkedHashMap<>();
        joined(before, after).forEach(deviation -> latest.put(deviation.id(), deviation));
        return List.copyOf(latest.values());
    }

    private static <E> List<E> joined(List<E> before, List<E> after) {
        return Stream.concat(before.stream(), after.stream()).toList();
    }

    public boolean isEmpty() {
        return raised.isEmpty()
                && changed.isEmpty()
                && cleared.isEmpty()
                && decided.isEmpty()
                && readings.isEmpty()
                && courses.isEmpty();
    }
}
