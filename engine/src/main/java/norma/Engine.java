package norma;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import norma.calendar.WorkingCalendar;
import norma.decide.Decision;
import norma.decide.Docket;
import norma.deviation.Deviation;
import norma.fact.Catalogue;
import norma.fact.Change;
import norma.fact.Fact;
import norma.fact.FactMap;
import norma.fact.FactType;
import norma.fact.RefusedChange;
import norma.fact.Visit;
import norma.fact.World;
import norma.judge.DrlRules;
import norma.judge.Judge;
import norma.measure.Crew;
import norma.measure.Measurer;
import norma.measure.Period;
import norma.measure.Reading;
import norma.measure.Revision;
import norma.measure.Scope;
import norma.standard.Kpi;
import norma.standard.Over;
import norma.standard.Standards;
import org.jspecify.annotations.Nullable;

/**
 * Norma as a library: facts in, readings, deviations and decisions out. It has no clock of its own; time is what it is
 * told. One thread at a time may use it.
 */
public final class Engine implements AutoCloseable {

    private static final Retelling NOTHING_LATE = new Retelling(Map.of());

    private final World world = new World();
    private final TreeMap<Long, List<Change>> future = new TreeMap<>();
    private final Scenery scenery;
    private final Measurer measurer;
    private final Judge judge;
    private Standards standards;
    private Links links;
    private Docket docket;

    private Engine(long now, Standards standards, DrlRules drl, Crew crew) {
        this.standards = standards;
        scenery = new Scenery(world, now);
        measurer = new Measurer(standards, world, scenery, crew);
        scenery.measuredBy(measurer);
        links = Links.of(standards);
        judge = new Judge(standards, drl, world, scenery, crew);
        docket = new Docket(standards, new Roles(world, scenery)::employee);
    }

    /** @param now epoch milliseconds */
    public static Engine at(long now, Standards standards, DrlRules drl) {
        return at(now, standards, drl, Crew.ALONE);
    }

    /** @param crew measures and looks at many facts that come in together, or that new definitions are about */
    public static Engine at(long now, Standards standards, DrlRules drl, Crew crew) {
        return new Engine(now, standards, drl, crew);
    }

    /**
     * An engine that goes on where another one of the same definitions stopped. What stands is raised again for it in the
     * answer, under the times that are remembered; whoever has kept what stood compares.
     *
     * @param journal every change that was ever taken, in the order of time
     */
    public static Recalled recalling(Memory memory, Standards standards, DrlRules drl, Iterable<Change> journal) {
        return recalling(memory, standards, drl, Crew.ALONE, journal);
    }

    /** @param crew as in {@link #at(long, Standards, DrlRules, Crew)} */
    public static Recalled recalling(
            Memory memory, Standards standards, DrlRules drl, Crew crew, Iterable<Change> journal) {
        Engine engine = at(memory.now(), standards, drl, crew);
        engine.docket.recall(memory.decisions(), memory.unattended());
        return new Recalled(engine, engine.recall(memory, journal));
    }

    /** An engine, and what it finds as it begins. */
    public record Recalled(Engine engine, Difference difference) {}

    private Difference recall(Memory memory, Iterable<Change> journal) {
        for (Change change : journal) {
            if (change.at() > now()) wait(change);
            else world.apply(change);
        }
        measurer.addAll();
        List<Revision> revisions = List.copyOf(measurer.materialise(now()));
        for (FactType type : Catalogue.TYPES) world.all(type).forEach(fact -> judge.changed(null, fact));
        judge.recall(memory.courses());
        return settle(revisions);
    }

    private void wait(Change change) {
        future.computeIfAbsent(change.at(), at -> new ArrayList<>()).add(change);
    }

    /**
     * Somebody has taken notice of a deviation, or it needs to be noticed again.
     *
     * @param since from when on it counts as unattended, epoch milliseconds; {@link Long#MAX_VALUE} for not at all
     * @return the decisions that are called for now and were not before
     */
    public List<Decision> attend(String deviation, long since) {
        return docket.attend(deviation, since, now());
    }

    public long now() {
        return scenery.now();
    }

    public Standards standards() {
        return standards;
    }

    /**
     * Takes changes in, in the order of their times, those of one time in the order in which they arrived. One whose time has
     * not come yet waits until it has.
     *
     * @throws RefusedChange when a newer change of the same fact is in already, or a value is not what its field
     *     holds; then nothing is taken in
     */
    public Difference apply(Collection<Change> changes) {
        return apply(changes, Engine::refuse);
    }

    private static List<Change> refuse(FactType type, String id) {
        throw World.late(type, id);
    }

    /**
     * Takes changes in, whatever the order in which they come: a fact of which one comes late becomes what all of its changes,
     * in the order of their times, make of it, and so does all that is read of it. What was raised meanwhile was raised; what
     * does not stand now is over.
     *
     * @param archive is asked for the earlier changes of facts of which one comes late
     * @throws RefusedChange when a value is not what its field holds; then nothing is taken in
     */
    public Difference apply(Collection<Change> changes, Archive archive) {
        for (Change change : changes) world.check(change);
        if (changes.size() == 1) {
            World.Arrival only = world.arrival(changes.iterator().next());
            if (only.change().at() <= now() && !only.isLate() && isAlone(only.change())) return settle(takeAlone(only));
        }
        List<Change> due = new ArrayList<>();
        List<Change> early = new ArrayList<>();
        for (Change change : changes) (change.at() > now() ? early : due).add(change);
        due.sort(Comparator.comparingLong(Change::at));
        Retelling again = Retelling.of(due, world, archive, now());
        early.forEach(this::wait);
        return settle(take(due, again));
    }

    /**
     * Lets time pass, through every moment at which something may become different: a change that waited, a limit that is
     * crossed, a decision that is called for, the beginning of a day. A long way gives what many short ones would have given.
     *
     * @param to epoch milliseconds, not before now
     * @return what has become different on the way, in the order of time: what was raised and is over again is in both lists
     */
    public Difference advance(long to) {
        if (to < now()) throw new IllegalArgumentException("time does not go back");
        List<Difference> passed = new ArrayList<>();
        passed.add(pass(Math.min(to, nextMoment())));
        while (now() < to) passed.add(pass(Math.min(to, nextMoment())));
        return Difference.of(passed);
    }

    /** The next moment at which time alone may make something different, epoch milliseconds: a day begins, at the latest. */
    public long nextMoment() {
        long waiting = future.isEmpty() ? Long.MAX_VALUE : future.firstKey();
        long due = Math.min(judge.nextDue(), docket.nextDue());
        WorkingCalendar calendar = standards.model().calendar();
        long day = calendar.startOf(LocalDate.ofEpochDay(calendar.dayOf(now()) + 1));
        return Math.max(now() + 1, Math.min(day, Math.min(waiting, due)));
    }

    private Difference pass(long to) {
        scenery.advance(to);
        List<Change> due = new ArrayList<>();
        while (!future.isEmpty() && future.firstKey() <= to)
            due.addAll(future.pollFirstEntry().getValue());
        List<Revision> revisions = take(due, NOTHING_LATE);
        judge.advanced();
        return settle(revisions);
    }

    /**
     * Sees whether the values of a change are what their fields hold.
     *
     * @throws RefusedChange with the reason when one is not
     */
    public void check(Change change) {
        world.check(change);
    }

    /** Puts other definitions in force at once; facts, episodes and time stay. */
    public Difference replace(Standards next) {
        Set<String> changedRules = changed(next.deviations().keySet(), standards, next);
        Set<String> changedKpis = changed(next.kpis().keySet(), standards, next);
        standards = next;
        List<Revision> revisions = measurer.replace(next, changedKpis);
        links = Links.of(next);
        docket = docket.under(next, new Roles(world, scenery)::employee);
        boolean knewScopes = judge.looksAtScopes();
        judge.replace(next, changedRules);
        if (!knewScopes && judge.looksAtScopes())
            judge.revised(measurer.shown().stream()
                    .map(reading -> new Revision(null, reading))
                    .toList());
        Difference settled = settle(revisions);
        List<Decision> decided = new ArrayList<>(settled.decided());
        judge.deviations(docket::answers).forEach(standing -> decided.addAll(docket.consider(standing, now())));
        return new Difference(
                settled.raised(), settled.changed(), settled.cleared(), decided, settled.readings(), settled.courses());
    }

    private static Set<String> changed(Set<String> ids, Standards before, Standards next) {
        Set<String> changed = new HashSet<>(ids);
        changed.removeIf(id -> Objects.equals(
                before.fingerprints().get(id), next.fingerprints().get(id)));
        return changed;
    }

    /** Applies changes to the world and to what is measured of it; returns the readings that have changed. */
    private List<Revision> take(List<Change> changes, Retelling again) {
        FactMap<Fact> before = changed(changes, again);
        FactMap<Fact> readers = readers(again.with(changes), before);
        before.forEach(measurer::remove);
        readers.forEach(measurer::remove);
        FactMap<Fact> after = new FactMap<>();
        for (Change change : changes)
            if (!again.isOf(change)) for (World.Replaced replaced : world.apply(change)) put(replaced.after(), after);
        for (List<Change> course : again.all()) world.retell(course).forEach(fact -> put(fact, after));
        List<Fact> gone = new ArrayList<>();
        for (Fact fact : before) {
            if (!again.isEmpty() && world.isGone(fact)) gone.add(fact);
            else after.putIfAbsent(fact, fact);
        }
        after.forEach(measurer::add);
        readers.forEach(measurer::add);
        List<Revision> revisions = List.copyOf(measurer.materialise(now()));
        gone.forEach(judge::gone);
        for (Fact fact : after) judge.changed(before.get(fact), fact);
        readers.forEach(judge::touch);
        return revisions;
    }

    /** Whether it makes nothing different of any fact but its own, and of the visits of that. */
    private boolean isAlone(Change change) {
        return !links.areRead(change.type()) && !World.stopsClock(change);
    }

    /** The same as {@link #take} of a change that comes in its order and {@link #isAlone}: nothing has to be gathered. */
    private List<Revision> takeAlone(World.Arrival arrival) {
        Fact before = arrival.fact();
        Visit visit = arrival.visit();
        if (before != null) measurer.remove(before);
        if (visit != null) measurer.remove(visit);
        List<World.Replaced> replaced = world.take(arrival);
        for (World.Replaced each : replaced) {
            measurer.add(each.after());
            if (each.before() == visit) visit = null;
        }
        if (visit != null) measurer.add(visit);
        List<Revision> revisions = List.copyOf(measurer.materialise(now()));
        replaced.forEach(judge::changed);
        return revisions;
    }

    /** The facts as they are that will be others: those that changes are of, and the visits that deals are in. */
    private FactMap<Fact> changed(List<Change> changes, Retelling again) {
        FactMap<Fact> changed = new FactMap<>();
        for (Change change : changes) {
            World.Arrival arrival = world.arrival(change);
            put(arrival.fact(), changed);
            put(arrival.visit(), changed);
        }
        for (List<Change> course : again.all()) world.visits(course).forEach(visit -> put(visit, changed));
        return changed;
    }

    /** The other facts of which something may become different though they stay: by what they refer to, or by a hold. */
    private FactMap<Fact> readers(List<Change> changes, FactMap<Fact> changed) {
        FactMap<Fact> readers = new FactMap<>();
        for (Fact fact : links.readersOf(changes, world, scenery)) if (changed.get(fact) == null) put(fact, readers);
        for (Fact fact : world.held(changes)) if (changed.get(fact) == null) put(fact, readers);
        return readers;
    }

    private static void put(@Nullable Fact fact, FactMap<Fact> facts) {
        if (fact != null) facts.put(fact, fact);
    }

    private Difference settle(List<Revision> revisions) {
        judge.revised(revisions);
        List<Judge.Turn> turns = judge.settle();
        if (turns.isEmpty())
            return new Difference(List.of(), List.of(), List.of(), docket.advance(now()), revisions, judge.courses());
        List<Deviation> raised = new ArrayList<>();
        List<Deviation> changed = new ArrayList<>();
        List<Deviation> cleared = new ArrayList<>();
        List<Decision> decided = new ArrayList<>();
        for (Judge.Turn turn : turns) {
            Deviation after = turn.after();
            if (after == null) {
                cleared.add(Objects.requireNonNull(turn.before()));
                docket.clear(Objects.requireNonNull(turn.before()));
                continue;
            }
            (turn.before() == null ? raised : changed).add(after);
            decided.addAll(docket.consider(after, now()));
        }
        decided.addAll(docket.advance(now()));
        return new Difference(raised, changed, cleared, decided, revisions, judge.courses());
    }

    /** Every reading of the periods up to now, then the KPI of each subject that has them. */
    public Collection<Reading> readings() {
        List<Reading> readings = new ArrayList<>(measurer.readings());
        standards.kpis().keySet().forEach(kpi -> ownReadings(kpi).forEach(readings::add));
        return readings;
    }

    /** The readings of one KPI and of some scopes; none of a KPI that each subject has for itself. */
    public List<Reading> readings(String kpi, Predicate<Scope> which) {
        return measurer.readings(kpi, which);
    }

    /**
     * What a KPI of subjects is for each of them, worked out one by one as they are asked for; none of any other KPI. A
     * subject that {@code only_if} leaves out has no such KPI; one whose value is missing has it undefined.
     */
    public Stream<Reading> ownReadings(String id) {
        Kpi kpi = standards.kpis().get(id);
        if (kpi == null || !kpi.ofSubject()) return Stream.empty();
        Period always = new Period(new Over.All().name(), null, null);
        return world.all(kpi.of()).stream()
                .filter(fact -> kpi.onlyIf().isEmpty() || kpi.onlyIf().get().holds(fact, scenery))
                .map(fact -> new Reading(
                        kpi, Scope.of(kpi.of().name(), fact.id()), always, true, measurer.of(kpi.id(), "", fact)));
    }

    /** Everything that is raised and not muted, worst first. */
    public List<Deviation> deviations() {
        return judge.deviations();
    }

    /** What is to be done about it. */
    public List<Decision> decisions() {
        return docket.all();
    }

    /** Rules that could not be judged for some subject, and why. */
    public Collection<Judge.Failure> failures() {
        return judge.failures();
    }

    public Optional<Fact> fact(FactType type, String id) {
        return Optional.ofNullable(world.find(type.name(), id));
    }

    public Collection<Fact> facts(FactType type) {
        return world.all(type);
    }

    /** Why each rule about this fact did, or did not, find something. */
    public List<Explanation> explain(Fact subject) {
        return new Explainer(standards, judge, scenery).explain(subject);
    }

    @Override
    public void close() {
        judge.close();
    }
}
