package norma.judge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ObjIntConsumer;
import norma.expression.Scene;
import norma.fact.Fact;
import norma.fact.FactMap;
import norma.fact.FactType;
import norma.fact.World;
import norma.measure.Crew;
import norma.measure.Scope;
import norma.standard.Subject;
import org.jspecify.annotations.Nullable;

/**
 * Which subjects the rules in YAML are to be held against. What has become of them is gathered, and looked at once when all of
 * it is in: a rule looks at a subject only when it reads something that changed, or when time may have changed what it says.
 */
final class Looks {

    /**
     * A fact that was made, or has become another in this.
     *
     * @param number of the fact
     * @param known whether a rule may have seen the fact before
     */
    record Look(Fact fact, int number, long alteration, boolean known) {

        /** The same fact as it is now; what it has become another in altogether. */
        Look after(Look before) {
            return new Look(fact, number, before.alteration | alteration, before.known || known);
        }
    }

    private final World world;
    private final Scene scene;
    private final Roster roster;
    private final Failures failures;
    private final Crew crew;
    private final List<Glance> glances = new ArrayList<>();
    private Glance.Slots slots;
    private final Map<FactType, FactMap<Look>> facts = new LinkedHashMap<>();
    private final Map<String, Scope> scopes = new HashMap<>();
    private final Map<String, Scope> changedScopes = new LinkedHashMap<>();
    private final Map<FactType, List<Watch>> fresh = new LinkedHashMap<>();
    private final Map<FactType, DueQueue> dues = new LinkedHashMap<>();

    Looks(World world, Scene scene, Glance.Slots slots, Roster roster, Failures failures, Crew crew) {
        this.slots = slots;
        this.world = world;
        this.scene = scene;
        this.roster = roster;
        this.failures = failures;
        this.crew = crew;
    }

    /** A rule has come that has to look at everything that it is about. */
    void begin(Watch watch) {
        if (watch.rule().on() instanceof Subject.OfFact on)
            fresh.computeIfAbsent(on.type(), type -> new ArrayList<>()).add(watch);
        else changedScopes.putAll(scopes);
    }

    void change(Look look) {
        FactType type = look.fact.type();
        List<Watch> watches = roster.about(type).watches();
        // Where every rule is new as well, all of them are about to look at it already.
        if (watches.isEmpty() || !look.known && watches.equals(fresh.get(type))) return;
        FactMap<Look> looks = facts.computeIfAbsent(type, t -> new FactMap<>());
        Look before = looks.get(look.fact);
        looks.put(look.fact, before == null ? look : look.after(before));
    }

    /** A reading of this scope has changed. */
    void revise(Scope scope) {
        if (!roster.hasScopes()) return;
        String id = scope.toString();
        scopes.putIfAbsent(id, scope);
        changedScopes.put(id, scope);
    }

    @Nullable
    Scope scope(String id) {
        return scopes.get(id);
    }

    /** Other rules are in force: of what none is about any more nothing is due. */
    void replace(Glance.Slots next) {
        slots = next;
        glances.clear();
        dues.keySet().removeIf(type -> roster.about(type).isEmpty());
    }

    /** When time alone could next change what a rule says of a fact, in epoch milliseconds; {@link DueQueue#NEVER} for never. */
    long nextDue() {
        long next = DueQueue.NEVER;
        for (DueQueue queue : dues.values()) next = Math.min(next, queue.next());
        return next;
    }

    /** Time has passed: the facts of which it may have changed something. */
    List<Fact> due() {
        List<Fact> due = new ArrayList<>();
        dues.forEach((type, queue) -> {
            for (int number : queue.due(scene.now())) {
                Fact fact = world.find(type, number);
                if (fact != null) due.add(fact);
            }
        });
        return due;
    }

    /**
     * Looks at everything that was gathered.
     *
     * @param known what has come of cases so far: then they are judged even where there is nothing to see
     * @param seen takes the cases that are to be judged
     */
    void look(CaseBook known, Set<Case> seen) {
        fresh.forEach((type, watches) -> {
            DueQueue queue = queue(type);
            Lineup lineup = Lineup.of(watches);
            share(world.numbers(type), watches, known, seen, queue, (sweep, number) -> {
                Fact fact = world.find(type, number);
                if (fact != null) sweep.first(fact, number, lineup, queue.at(number));
            });
        });
        fresh.clear();
        facts.forEach((type, looks) -> {
            DueQueue queue = queue(type);
            Lineup lineup = roster.about(type);
            List<Look> all = looks.values();
            share(all.size(), lineup.watches(), known, seen, queue, (sweep, i) -> {
                Look look = all.get(i);
                sweep.again(look, lineup, queue.at(look.number()));
            });
        });
        facts.clear();
        if (changedScopes.isEmpty()) return;
        Sweep sweep = new Sweep(glance(0), known, failures);
        changedScopes.values().forEach(scope -> sweep.scope(scope, roster.about(scope)));
        changedScopes.clear();
        seen.addAll(sweep.seen());
    }

    /**
     * Shares subjects out among the crew. Readings are asked by one hand only; and what could not be judged before is told to be
     * well again by the one that keeps it.
     */
    private void share(
            int subjects,
            List<Watch> watches,
            CaseBook known,
            Set<Case> seen,
            DueQueue queue,
            ObjIntConsumer<Sweep> look) {
        int hands = crew.pieces(subjects);
        if (hands > 1
                && (!failures.isEmpty()
                        || watches.stream().anyMatch(watch -> watch.inputs().readsReadings()))) hands = 1;
        if (hands == 1) {
            Sweep alone = new Sweep(glance(0), known, failures);
            for (int i = 0; i < subjects; i++) look.accept(alone, i);
            seen.addAll(alone.seen());
            alone.tellDues(queue);
            return;
        }
        List<Sweep> sweeps = new ArrayList<>(hands);
        List<Runnable> work = new ArrayList<>(hands);
        for (int hand = 0; hand < hands; hand++) {
            Sweep sweep = new Sweep(glance(hand), known, new Failures());
            int from = Crew.start(hand, hands, subjects);
            int to = Crew.start(hand + 1, hands, subjects);
            sweeps.add(sweep);
            work.add(() -> {
                for (int i = from; i < to; i++) look.accept(sweep, i);
            });
        }
        crew.share(work);
        for (Sweep sweep : sweeps) {
            seen.addAll(sweep.seen());
            sweep.tellDues(queue);
            failures.takeOver(sweep.failures());
        }
    }

    /** Each hand keeps its own, since most of what it has found out holds for the next subjects too. */
    Glance glance(int hand) {
        while (glances.size() <= hand) glances.add(new Glance(scene, slots));
        return glances.get(hand).again();
    }

    private DueQueue queue(FactType type) {
        return dues.computeIfAbsent(type, t -> new DueQueue());
    }
}
