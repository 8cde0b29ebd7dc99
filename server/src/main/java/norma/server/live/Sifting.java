package norma.server.live;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import norma.Engine;
import norma.fact.Change;
import norma.fact.Fact;
import norma.fact.RefusedChange;
import org.jspecify.annotations.Nullable;

/** Parts what can be taken from what cannot, row by row, and says when that was which tells no time. */
final class Sifting {

    private final Engine engine;
    private final List<Change> changes = new ArrayList<>();
    private final List<Taken.Refused> refused;
    private final Set<String> begun = new HashSet<>();
    private final Set<String> told = new HashSet<>();
    private int accepted;

    /** @param refused rows that were refused already */
    Sifting(Engine engine, List<Taken.Refused> refused) {
        this.engine = engine;
        this.refused = new ArrayList<>(refused);
    }

    void sift(Offer offer) {
        try {
            offer.changes().forEach(engine::check);
        } catch (RefusedChange e) {
            refused.add(Taken.Refused.of(offer.row(), e.said()));
            return;
        }
        accepted++;
        for (Change change : offer.changes()) {
            told.add(change.type().name());
            dated(change, offer).ifPresent(changes::add);
        }
    }

    List<Change> changes() {
        return changes;
    }

    /** The types of fact that something was said of, though it may have been nothing new. */
    Set<String> told() {
        return told;
    }

    Taken taken() {
        return new Taken(accepted, changes.size(), List.copyOf(refused));
    }

    /**
     * What a file says of no time is so since nobody knows when, the first time that it says it; later it is only what has
     * become different, and it became so since.
     */
    private Optional<Change> dated(Change change, Offer offer) {
        if (change.at() != Change.START) return Optional.of(change);
        Fact known = engine.fact(change.type(), change.id()).orElse(null);
        boolean first = begun.add(change.type().name() + "/" + change.id());
        if (known == null && first) return Optional.of(change);
        Map<String, Object> values = known == null ? Map.of() : change.type().values(known);
        Map<String, @Nullable Object> different = new LinkedHashMap<>();
        change.set().forEach((field, value) -> {
            if (!Objects.equals(values.get(field), value) && !isDated(field, change, offer))
                different.put(field, value);
        });
        return different.isEmpty()
                ? Optional.empty()
                : Optional.of(new Change(change.type(), change.id(), engine.now(), different));
    }

    /** Whether the row itself says when the field became something else. */
    private static boolean isDated(String field, Change undated, Offer offer) {
        return offer.changes().stream()
                .anyMatch(other -> other.at() != Change.START
                        && other.type() == undated.type()
                        && other.id().equals(undated.id())
                        && other.set().containsKey(field));
    }
}
