package norma;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import norma.decide.Decision;
import norma.deviation.Course;

/**
 * What an engine needs to know, beside facts and definitions, to go on where another one has stopped.
 *
 * @param now how far time had passed, epoch milliseconds
 * @param decisions those that were called for and whose deviations stand
 * @param unattended by id of deviation: since when nobody has taken notice of it, where that is not since it was raised
 */
public record Memory(
        long now, Collection<Course> courses, Collection<Decision> decisions, Map<String, Long> unattended) {

    public static Memory none(long now) {
        return new Memory(now, List.of(), List.of(), Map.of());
    }
}
