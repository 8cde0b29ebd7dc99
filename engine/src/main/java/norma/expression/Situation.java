package norma.expression;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is supposed of one subject at one moment: for each part of an expression that was spoken of, the values that it may
 * have. Immutable.
 */
record Situation(Map<String, Possible> known) {

    static final Situation ANY = new Situation(Map.of());

    /** @param missing whether it may be undefined */
    record Possible(Extent values, boolean missing) {

        Possible and(Possible other) {
            return new Possible(values.and(other.values), missing && other.missing);
        }

        boolean isEmpty() {
            return values.isEmpty() && !missing;
        }
    }

    /** With this supposed too; empty when both cannot be. */
    Optional<Situation> with(String part, Possible supposed) {
        Possible before = known.get(part);
        Possible now = before == null ? supposed : before.and(supposed);
        if (now.isEmpty()) return Optional.empty();
        if (now.equals(before)) return Optional.of(this);
        Map<String, Possible> more = new HashMap<>(known);
        more.put(part, now);
        return Optional.of(new Situation(Map.copyOf(more)));
    }
}
