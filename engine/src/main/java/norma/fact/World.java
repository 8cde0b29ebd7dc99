package norma.fact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import norma.calendar.Interval;
import norma.calendar.Pauses;
import norma.diagnostics.Text;
import norma.expression.Kind;
import norma.expression.Undefined;
import org.jspecify.annotations.Nullable;

/**
 * The state that changes add up to; used by one thread.
 *
 * <p>It keeps what a deal's own changes tell about it (when its stage was entered, how often its close date was pushed,
 * the largest amount) and the visits to its stages.
 */
public final class World {

    /**
     * A change that has come, and what it comes upon; of no meaning any more when another one of the same fact was applied.
     *
     * @param number of the fact; below zero when there is none yet
     * @param fact that it is of; null when there is none yet
     * @param visit that the fact is in, if it is an open deal
     * @param isLate whether a newer change of the fact was applied before
     */
    public record Arrival(
            Change change,
            int number,
            @Nullable Fact fact,
            @Nullable Visit visit,
            boolean isLate) {}

    /**
     * One fact that has become another.
     *
     * @param number of the fact
     * @param before null for a new one
     * @param set the fields that may be others now, as {@link Values#set} tells them; all others are as they were
     */
    public record Replaced(int number, @Nullable Fact before, Fact after, long set) {}

    /** The fields by which a hold or an absence names whose clock it stops, and the type of fact that each names. */
    private static final Map<FactType, Map<String, String>> HOLDERS =
            Map.of(Hold.TYPE, Map.of("deal", "deal", "client", "client"), Absence.TYPE, Map.of("owner", "employee"));

    private final Map<FactType, FactTable> facts = new HashMap<>();
    private final Map<String, FactTable> byName = new HashMap<>();
    private final FactTable deals;
    private final FactTable visits;
    private final Texts texts = new Texts();
    private final Map<String, Map<String, Map<String, Interval>>> intervals = new HashMap<>();
    private final Map<String, Map<String, Pauses>> pauses = new HashMap<>();

    public World() {
        Catalogue.TYPES.forEach(type -> facts.put(type, new FactTable()));
        facts.forEach((type, table) -> byName.put(type.name(), table));
        deals = table(Deal.TYPE);
        visits = table(Visit.TYPE);
    }

    public @Nullable Fact find(String type, String id) {
        FactTable ofType = byName.get(type);
        return ofType == null ? null : ofType.find(id);
    }

    /**
     * The facts of the first many ids at once.
     *
     * @param ids there is no fact of a null one
     * @param into written over
     */
    public void find(String type, @Nullable String[] ids, int many, @Nullable Object[] into) {
        FactTable ofType = byName.get(type);
        if (ofType == null) Arrays.fill(into, 0, many, null);
        else ofType.find(ids, many, into);
    }

    private FactTable table(FactType type) {
        return Objects.requireNonNull(facts.get(type));
    }

    /** Everything that is asked of a change's own fact is found at once: the memory of one does not wait for that of another. */
    public Arrival arrival(Change change) {
        FactTable ofType = table(change.type());
        int number = ofType.place(change.id());
        return new Arrival(
                change,
                number,
                ofType.at(number),
                ofType == deals ? (Visit) visits.at(deals.visit(number)) : null,
                ofType.changedSince(change.at()) && ofType.changedAt(number) > change.at());
    }

    public Collection<Fact> all(FactType type) {
        return table(type).all();
    }

    /**
     * The number of a fact that is there: its own and that of its next versions, as long as there is one; given to another fact
     * of its type afterwards. Below zero for a fact that is no more.
     */
    public int number(Fact fact) {
        return table(fact.type()).place(fact.id());
    }

    /** How many numbers the facts of a type have at most: they begin with 0. */
    public int numbers(FactType type) {
        return table(type).places();
    }

    /** The fact of a number; null for none. */
    public @Nullable Fact find(FactType type, int number) {
        return table(type).at(number);
    }

    /** When the fact last changed, in epoch milliseconds; {@link Change#START} when that is not known. */
    public long changedAt(Fact fact) {
        return table(fact.type()).changedAt(number(fact));
    }

    /**
     * The time that is taken out of a subject's clock: a deal or client on hold, an employee who is away. A deal is on
     * hold while its client is.
     */
    public Pauses pauses(Object subject) {
        if (pauses.isEmpty() || !(subject instanceof Fact fact)) return Pauses.none();
        if (fact instanceof Deal deal) return held("deal", deal.id()).and(held("client", deal.client()));
        if (fact instanceof Visit visit) return held("deal", visit.deal()).and(held("client", visit.client()));
        return held(fact.type().name(), fact.id());
    }

    /** Whether a fact that has become another goes by another clock since: that of another client, who is or was on hold. */
    public boolean changesClock(Fact before, Fact after) {
        if (pauses.isEmpty()) return false;
        String left = clockOf(before);
        String now = clockOf(after);
        return !Objects.equals(left, now)
                && !(held("client", left).isEmpty() && held("client", now).isEmpty());
    }

    private static @Nullable String clockOf(Fact fact) {
        if (fact instanceof Deal deal) return deal.client();
        return fact instanceof Visit visit ? visit.client() : null;
    }

    /**
     * The facts whose clock the changes stop, or let go on: those that a hold or an absence names now, and those that it
     * will name. A client's deals are among them, and the visits of all of them.
     */
    public Set<Fact> held(Collection<Change> changes) {
        if (changes.stream().noneMatch(World::stopsClock)) return Set.of();
        Map<String, Set<String>> ids = new HashMap<>();
        for (Change change : changes) {
            for (String holder : HOLDERS.getOrDefault(change.type(), Map.of()).keySet()) {
                Set<String> named = ids.computeIfAbsent(
                        Objects.requireNonNull(HOLDERS.get(change.type())).get(holder), type -> new HashSet<>());
                Fact before = find(change.type().name(), change.id());
                if (before != null && change.type().values(before).get(holder) instanceof String id) named.add(id);
                if (change.set().get(holder) instanceof String id) named.add(id);
            }
        }
        Set<Fact> held = new LinkedHashSet<>();
        ids.forEach((type, named) -> named.forEach(id -> add(find(type, id), held)));
        Set<String> deals = ids.getOrDefault("deal", Set.of());
        Set<String> clients = ids.getOrDefault("client", Set.of());
        if (!clients.isEmpty())
            all(Deal.TYPE).stream()
                    .filter(deal -> clients.contains(((Deal) deal).client()))
                    .forEach(held::add);
        if (!clients.isEmpty() || !deals.isEmpty())
            all(Visit.TYPE).stream()
                    .map(Visit.class::cast)
                    .filter(visit -> deals.contains(visit.deal()) || clients.contains(visit.client()))
                    .forEach(held::add);
        return held;
    }

    /** Whether it may stop the clock of another fact than its own, or let it go on. */
    public static boolean stopsClock(Change change) {
        return HOLDERS.containsKey(change.type());
    }

    private static void add(@Nullable Fact fact, Collection<Fact> facts) {
        if (fact != null) facts.add(fact);
    }

    private Pauses held(String type, @Nullable String id) {
        if (id == null) return Pauses.none();
        Map<String, Pauses> ofType = pauses.get(type);
        Pauses found = ofType == null ? null : ofType.get(id);
        return found == null ? Pauses.none() : found;
    }

    /**
     * Sees whether the values of a change are what their fields hold.
     *
     * @throws RefusedChange when one is not
     */
    public void check(Change change) {
        change.type().check(change.set());
    }

    /** Says that a newer change of the same fact is in already. */
    public static RefusedChange late(FactType type, String id) {
        return new RefusedChange(new Text(
                "a newer change of " + type + " " + id + " is in already",
                "более новое изменение " + type + " " + id + " уже учтено"));
    }

    /** Whether a newer change of the same fact was applied before. */
    public boolean isLate(Change change) {
        FactTable ofType = table(change.type());
        return ofType.changedSince(change.at()) && ofType.changedAt(ofType.place(change.id())) > change.at();
    }

    /**
     * Applies one change and tells what it replaced: the fact itself, and the visits that follow from it.
     *
     * @throws RefusedChange as {@link #check} does, or when it {@link #isLate}; then nothing is applied
     */
    public List<Replaced> apply(Change change) {
        check(change);
        Arrival arrival = arrival(change);
        if (arrival.isLate()) throw late(change.type(), change.id());
        return take(arrival);
    }

    /** The same of a change that was checked: that it can be applied is known. */
    public List<Replaced> take(Arrival arrival) {
        Change change = arrival.change();
        FactTable ofType = table(change.type());
        Fact before = arrival.fact();
        Values next = change.type() == Deal.TYPE
                ? DealHistory.next((Deal) before, change)
                : Values.next(before, change.id(), change.type()).setAll(change.set());
        Fact after = change.type().make(next.setTexts(this::shared));
        int number = before == null ? ofType.add(after, change.at()) : arrival.number();
        if (before != null) ofType.become(number, after, change.at());
        List<Replaced> replaced = new ArrayList<>(3);
        replaced.add(new Replaced(number, before, after, next.set()));
        if (after instanceof Deal deal) visit(number, (Deal) before, deal, arrival.visit(), change.at(), replaced);
        if (after instanceof Hold || after instanceof Absence) pause(before, after);
        return replaced;
    }

    /** A reference is the very id of the fact that it leads to, if that is there. */
    private String shared(Field field, String text) {
        FactTable target =
                field.type().kind() == Kind.REFERENCE ? byName.get(field.type().domain()) : null;
        Fact there = target == null ? null : target.find(text);
        return there == null ? texts.shared(text) : there.id();
    }

    /**
     * Makes a fact anew from all of its changes, in their order, and with it the visits that follow from it.
     *
     * @return what there is now of them; visits that were there before and are not named never were
     */
    public Collection<Fact> retell(List<Change> course) {
        List<Fact> before = new ArrayList<>(visits(course));
        add(find(course.get(0).type().name(), course.get(0).id()), before);
        before.forEach(this::remove);
        Map<Fact.Key, Fact> now = new LinkedHashMap<>();
        for (Change change : course)
            for (Replaced replaced : apply(change)) now.put(replaced.after().key(), replaced.after());
        return now.values();
    }

    /** The visits that have come of a deal's changes; none of those of other facts. */
    public List<Visit> visits(List<Change> course) {
        if (course.get(0).type() != Deal.TYPE) return List.of();
        Set<String> stages = new LinkedHashSet<>();
        for (Change change : course) if (change.set().get("stage") instanceof String stage) stages.add(stage);
        return stages.stream()
                .flatMap(stage -> DealHistory.visits(course.get(0).id(), stage, this).stream())
                .toList();
    }

    /** Whether there is no such fact any more. */
    public boolean isGone(Fact fact) {
        return table(fact.type()).find(fact.id()) == null;
    }

    private void remove(Fact fact) {
        table(fact.type()).remove(fact.id());
        pausesOf(fact).forEach(pause -> pause(pause, fact.id(), null));
    }

    /**
     * @param number of the deal
     * @param current that it is in so far
     */
    private void visit(
            int number, @Nullable Deal before, Deal after, @Nullable Visit current, long at, List<Replaced> replaced) {
        DealHistory.Passage passage = DealHistory.passage(before, after, current, at, this::isVisited);
        Visit left = passage.left();
        if (left != null) {
            int place = deals.visit(number);
            visits.become(place, left, at);
            replaced.add(new Replaced(place, current, left, Values.EVERYTHING));
            if (!Undefined.is(left.leftAtMillis())) deals.enter(number, FactTable.NONE);
        }
        Visit entered = passage.entered();
        if (entered != null) {
            int place = visits.add(entered, at);
            replaced.add(new Replaced(place, null, entered, Values.EVERYTHING));
            deals.enter(number, place);
        }
    }

    private boolean isVisited(String visit) {
        return visits.find(visit) != null;
    }

    private void pause(@Nullable Fact before, Fact after) {
        if (before != null) pausesOf(before).forEach(pause -> pause(pause, before.id(), null));
        pausesOf(after).forEach(pause -> pause(pause, after.id(), pause.interval()));
    }

    private record Pause(String type, String id, Interval interval) {}

    /** A hold stops the clock of a deal or a client, an absence that of an employee. */
    private static List<Pause> pausesOf(Fact fact) {
        List<Pause> pauses = new ArrayList<>(2);
        if (fact instanceof Hold hold) {
            addPause(pauses, "deal", hold.deal(), hold.fromMillis(), hold.toMillis());
            addPause(pauses, "client", hold.client(), hold.fromMillis(), hold.toMillis());
        } else if (fact instanceof Absence absence) {
            addPause(pauses, "employee", absence.owner(), absence.fromMillis(), absence.toMillis());
        }
        return pauses;
    }

    private static void addPause(List<Pause> pauses, String type, @Nullable String id, long from, long to) {
        if (id == null || Undefined.is(from)) return;
        pauses.add(new Pause(type, id, new Interval(from, Undefined.is(to) ? Long.MAX_VALUE : to)));
    }

    private void pause(Pause pause, String cause, @Nullable Interval interval) {
        Map<String, Interval> standing = intervals
                .computeIfAbsent(pause.type(), type -> new HashMap<>())
                .computeIfAbsent(pause.id(), id -> new HashMap<>());
        if (interval == null) standing.remove(cause);
        else standing.put(cause, interval);
        pauses.computeIfAbsent(pause.type(), type -> new HashMap<>())
                .put(pause.id(), Pauses.of(List.copyOf(standing.values())));
    }
}
