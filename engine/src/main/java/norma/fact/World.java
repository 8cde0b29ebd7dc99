package norma.fact;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import norma.calendar.Interval;
import norma.calendar.Pauses;
import norma.expression.Undefined;
import org.jspecify.annotations.Nullable;

/**
 * The state that changes add up to; used by one thread.
 *
 * <p>It keeps what a deal's own changes tell about it (when its stage was entered, how often its close date was pushed,
 * the largest amount) and the visits to its stages.
 */
public final class World {

    /** One fact that has become another; {@code before} is null for a new one. */
    public record Replaced(@Nullable Fact before, Fact after) {}

    private final Map<String, Map<String, Fact>> facts = new HashMap<>();
    private final Map<String, Map<String, Long>> changedAt = new HashMap<>();
    private final Map<String, Map<String, Pauses>> pauses = new HashMap<>();

    public World() {
        Catalogue.TYPES.forEach(type -> facts.put(type.name(), new LinkedHashMap<>()));
    }

    public @Nullable Fact find(String type, String id) {
        Map<String, Fact> ofType = facts.get(type);
        return ofType == null ? null : ofType.get(id);
    }

    public Collection<Fact> all(FactType type) {
        return Objects.requireNonNull(facts.get(type.name())).values();
    }

    /** When the fact last changed, in epoch milliseconds; {@link Change#START} when that is not known. */
    public long changedAt(Fact fact) {
        Map<String, Long> ofType = changedAt.get(fact.type().name());
        Long at = ofType == null ? null : ofType.get(fact.id());
        return at == null ? Change.START : at;
    }

    /** The visit that an open deal is in; null when it is in none. */
    public @Nullable Visit openVisit(Deal deal) {
        return DealHistory.isOpen(deal) ? DealHistory.current(deal, this) : null;
    }

    /** The held time of a deal or client; a deal is also held while its client is. */
    public Pauses pauses(Object subject) {
        if (pauses.isEmpty() || !(subject instanceof Fact fact)) return Pauses.none();
        if (fact instanceof Deal deal) return held("deal", deal.id()).and(held("client", deal.client()));
        if (fact instanceof Visit visit) return held("deal", visit.deal()).and(held("client", visit.client()));
        return held(fact.type().name(), fact.id());
    }

    private Pauses held(String type, @Nullable String id) {
        if (id == null) return Pauses.none();
        Map<String, Pauses> ofType = pauses.get(type);
        Pauses found = ofType == null ? null : ofType.get(id);
        return found == null ? Pauses.none() : found;
    }

    /**
     * Applies one change and tells what it replaced: the fact itself, and the visits that follow from it.
     *
     * @throws IllegalArgumentException when a newer change of the same fact was applied before
     */
    public List<Replaced> apply(Change change) {
        Fact before = find(change.type().name(), change.id());
        if (before != null && change.at() < changedAt(before))
            throw new IllegalArgumentException(
                    "a newer change of " + change.type() + " " + change.id() + " is in already");
        Fact after;
        if (change.type() == Deal.TYPE) after = DealHistory.next((Deal) before, change);
        else if (before == null) after = change.type().make(change.id(), defined(change.set()));
        else after = change.type().with(before, change.set());
        List<Replaced> replaced = new ArrayList<>(2);
        replaced.add(put(after, change.at()));
        if (after instanceof Deal deal) replaced.addAll(visits((Deal) before, deal, change.at()));
        if (after instanceof Hold hold) hold(hold);
        return replaced;
    }

    private Replaced put(Fact fact, long at) {
        String type = fact.type().name();
        Fact before = Objects.requireNonNull(facts.get(type)).put(fact.id(), fact);
        changedAt.computeIfAbsent(type, t -> new HashMap<>()).put(fact.id(), at);
        return new Replaced(before, fact);
    }

    private List<Replaced> visits(@Nullable Deal before, Deal after, long at) {
        return DealHistory.visits(before, after, at, this).stream()
                .map(visit -> put(visit, at))
                .toList();
    }

    private void hold(Hold hold) {
        if (hold.deal() != null) recount("deal", hold.deal());
        if (hold.client() != null) recount("client", hold.client());
    }

    private void recount(String type, String id) {
        List<Interval> intervals = new ArrayList<>();
        for (Fact fact : all(Hold.TYPE)) {
            Hold hold = (Hold) fact;
            String held = type.equals("deal") ? hold.deal() : hold.client();
            if (!id.equals(held) || Undefined.is(hold.from())) continue;
            intervals.add(new Interval(hold.from(), Undefined.is(hold.to()) ? Long.MAX_VALUE : hold.to()));
        }
        pauses.computeIfAbsent(type, t -> new HashMap<>()).put(id, Pauses.of(intervals));
    }

    private static Map<String, Object> defined(Map<String, @Nullable Object> set) {
        Map<String, Object> defined = new HashMap<>();
        set.forEach((name, value) -> {
            if (value != null) defined.put(name, value);
        });
        return defined;
    }
}
