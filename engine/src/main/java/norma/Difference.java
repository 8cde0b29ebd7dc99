package norma;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
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

    /** All that became different one after another; of what changed again the latest. */
    static Difference of(List<Difference> inOrder) {
        List<Difference> told = inOrder.stream().filter(each -> !each.isEmpty()).toList();
        if (told.size() == 1) return told.get(0);
        Map<String, Deviation> changed = new LinkedHashMap<>();
        Map<String, Revision> revised = new LinkedHashMap<>();
        Map<List<String>, Course> furthest = new LinkedHashMap<>();
        for (Difference each : told) {
            each.changed.forEach(deviation -> changed.put(deviation.id(), deviation));
            each.readings.forEach(revision -> revised.merge(
                    revision.either().identity(),
                    revision,
                    (first, last) -> new Revision(first.before(), last.after())));
            each.courses.forEach(course -> furthest.put(List.of(course.rule(), course.type(), course.id()), course));
        }
        revised.values().removeIf(revision -> Objects.equals(revision.before(), revision.after()));
        return new Difference(
                joined(told, Difference::raised),
                List.copyOf(changed.values()),
                joined(told, Difference::cleared),
                joined(told, Difference::decided),
                List.copyOf(revised.values()),
                List.copyOf(furthest.values()));
    }

    private static <E> List<E> joined(List<Difference> all, Function<Difference, List<E>> part) {
        return all.stream().flatMap(each -> part.apply(each).stream()).toList();
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
