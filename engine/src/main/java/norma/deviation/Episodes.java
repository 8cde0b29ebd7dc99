package norma.deviation;

import java.util.LinkedHashMap;
import java.util.Map;
import norma.standard.DeviationRule;

/**
 * The episodes of one rule and one subject. Each group that the subject has been in has its own, since the group keys are
 * part of a deviation's identity; only that of the group that it is in now goes on.
 *
 * @param group the values of the rule's group keys, by name; empty for a rule without any
 * @param current the episode of this group
 * @param left episodes of other groups that may be returned to
 */
public record Episodes(Map<String, String> group, Episode current, Map<Map<String, String>, Episode> left) {

    public static final Episodes NONE = new Episodes(Map.of(), Episode.QUIET, Map.of());

    /**
     * In another group the episode of the former one is over at once.
     *
     * @param at epoch milliseconds
     */
    public Episodes in(Map<String, String> next, DeviationRule rule, long at) {
        if (next.equals(group)) return this;
        Map<Map<String, String>, Episode> kept = new LinkedHashMap<>(left);
        Episode over = current.over(at);
        boolean mayReturn =
                over.state() == Episode.State.RESOLVED && rule.reopenWithin().amount() > 0;
        if (mayReturn) kept.put(group, over);
        Episode known = kept.remove(next);
        return new Episodes(next, known == null ? Episode.QUIET : known, Map.copyOf(kept));
    }

    public Episodes with(Episode next) {
        return new Episodes(group, next, left);
    }

    /** Whether nothing needs to be remembered. */
    public boolean isEmpty() {
        return current.state() == Episode.State.QUIET && left.isEmpty();
    }
}
