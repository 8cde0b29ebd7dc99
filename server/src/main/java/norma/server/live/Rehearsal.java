package norma.server.live;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import norma.Difference;
import norma.decide.Decision;
import norma.deviation.Deviation;

/**
 * What would come of other definitions, were they put in force now.
 *
 * @param raised how many deviations would be new, by rule
 * @param changed how many would get another severity or another text, by rule
 * @param cleared how many would be over, by rule
 * @param decided how many decisions would be called for, by rule
 * @param first some of the new deviations
 */
public record Rehearsal(
        Map<String, Long> raised,
        Map<String, Long> changed,
        Map<String, Long> cleared,
        Map<String, Long> decided,
        List<Deviation> first) {

    private static final int SHOWN = 50;

    static Rehearsal of(Difference found) {
        return new Rehearsal(
                counts(found.raised(), Deviation::rule),
                counts(found.changed(), Deviation::rule),
                counts(found.cleared(), Deviation::rule),
                counts(found.decided(), Decision::rule),
                found.raised().stream().limit(SHOWN).toList());
    }

    private static <T> Map<String, Long> counts(List<T> of, Function<T, String> rule) {
        return of.stream().collect(Collectors.groupingBy(rule, TreeMap::new, Collectors.counting()));
    }
}
