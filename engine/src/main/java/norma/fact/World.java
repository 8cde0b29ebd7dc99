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
     * One fact that has become another.
     *
     * @param before null for a new one
     * @param set the fields that may be others now, as {@link Values#set} tells them; all others are as they were
     */
    public record Replaced(@Nullable Fact before, Fact after, long set) {}

    /** The fields by which a hold or an absence names whose clock it stops, and the type of fact that each names. */
    private static final Map<FactType, Map<String, String>> HOLDERS =
            Map.of(Hold.TYPE, Map.of("deal", "deal", "client", "client"), Absence.TYPE, Map.of("owner", "employee"));

    private final Map<String, FactTable> facts = new HashMap<>();
    private final Texts texts = new Texts();
    private final Map<String, Map<String, Map<String, Interval>>> intervals = new HashMap<>();
    private final Map<String, Map<String, Pauses>> pauses = new HashMap<>();

    /** The change that was asked about last, and the place of its fact: of each change several questions are asked in a row. */
    private @Nullable Change last;

    private int lastPlace;

    public World() {
        Catalogue.TYPES.forEach(type -> facts.put(type.name(), new FactTable()));
    }

    public @Nullable Fact find(String type, String id) {
        FactTable ofType = facts.get(type);
        return ofType == null ? null : ofType.find(id);
    }

    /**
     * The facts of the first many ids at once.
     *
     * @param ids there is no fact of a null one
     * @param into written over
     */
    public void find(String type, @Nullable String[] ids, int many, @Nullable Object[] into) {
        FactTable ofType = facts.get(type);
        if (ofType == null) Arrays.fill(into, 0, many, null);
        else ofType.find(ids, many, into);
    }

    /** The fact that a change is of; null when there is none yet. */
    public @Nullable Fact find(Change change) {
        return table(change.type()).at(place(change));
    }

    private int place(Change change) {
        if (change != last) {
            lastPlace = table(change.type()).place(change.id());
            last = change;
        }
        return lastPlace;
    }

    private FactTable table(FactType type) {
        return Objects.requireNonNull(facts.get(type.name()));
    }

    public Collection<Fact> all(FactType type) {
        return table(type).all();
    }

    /**
     * The number of a fact that is there: its own and that of its next versions, as long as there is one; given to another fact
     * of its type afterwards. Below zero for a fact that is no more.
     */
    public int number(Fact fact) {
        FactTable ofType = table(fact.type());
        boolean isLast = last != null && last.type() == fact.type() && ofType.at(lastPlace) == fact;
        return isLast ? lastPlace : ofType.place(fact.id());
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

    /** The visit that an open deal is in; null when it is in none. */
    public @Nullable Visit openVisit(Deal deal) {
        return (Visit) table(Visit.TYPE).at(table(Deal.TYPE).visit(number(deal)));
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

    /**
     * Sees whether a change comes in its order.
     *
     * @throws RefusedChange when a newer change of the same fact was applied before
     */
    public void checkTime(Change change) {
        if (isLate(change))
            throw new RefusedChange(new Text(
                    "a newer change of " + change.type() + " " + change.id() + " is in already",
                    "более новое изменение " + change.type() + " " + change.id() + " уже учтено"));
    }

    /** Whether a newer change of the same fact was applied before. */
    public boolean isLate(Change change) {
        return table(change.type()).changedAfter(change.at(), place(change));
    }

    /**
     * Applies one change and tells what it replaced: the fact itself, and the visits that follow from it.
     *
     * @throws RefusedChange as {@link #check} and {@link #checkTime} do; then nothing is applied
     */
    public List<Replaced> apply(Change change) {
        check(change);
        checkTime(change);
        return take(change);
    }

    /** The same of a change that was checked: that it can be applied is known. */
    public List<Replaced> take(Change change) {
        FactTable ofType = table(change.type());
        int place = place(change);
        Fact before = ofType.at(place);
        Values next = change.type() == Deal.TYPE
                ? DealHistory.next((Deal) before, change)
                : Values.next(before, change.id(), change.type()).setAll(change.set());
        Fact after = change.type().make(next.setTexts(this::shared));
        List<Replaced> replaced = new ArrayList<>(3);
        if (before == null) place = lastPlace = ofType.add(after, change.at());
        else ofType.become(place, after, change.at());
        replaced.add(new Replaced(before, after, next.set()));
        if (after instanceof Deal deal) visit(place, (Deal) before, deal, change.at(), replaced);
        if (after instanceof Hold || after instanceof Absence) pause(before, after);
        return replaced;
    }

    /** A reference is the very id of the fact that it leads to, if that is there. */
    private String shared(Field field, String text) {
        FactTable target =
                field.type().kind() == Kind.REFERENCE ? facts.get(field.type().domain()) : null;
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
        return find(fact.type().name(), fact.id()) == null;
    }

    private void remove(Fact fact) {
        last = null;
        table(fact.type()).remove(fact.id());
        pausesOf(fact).forEach(pause -> pause(pause, fact.id(), null));
    }

    /** @param place of the deal */
    private void visit(int place, @Nullable Deal before, Deal after, long at, List<Replaced> replaced) {
        FactTable deals = table(Deal.TYPE);
        FactTable visits = table(Visit.TYPE);
        int current = deals.visit(place);
        Visit left = (Visit) visits.at(current);
        for (Visit visit : DealHistory.visits(before, after, left, at, this)) {
            if (left != null && left.id().equals(visit.id())) {
                replaced.add(new Replaced(left, visit, Values.EVERYTHING));
                visits.become(current, visit, at);
            } else {
                replaced.add(new Replaced(null, visit, Values.EVERYTHING));
                current = visits.add(visit, at);
            }
            deals.enter(place, Undefined.is(visit.leftAtMillis()) ? current : FactTable.NONE);
        }
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
