package norma.judge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import norma.expression.Scene;
import norma.fact.Fact;
import norma.fact.FactType;
import norma.fact.World;
import norma.measure.Scope;
import norma.standard.Subject;
import org.jspecify.annotations.Nullable;

/**
 * Which subjects the rules in YAML are to be held against. What has become of them is gathered, and looked at once when all of
 * it is in: a rule looks at a subject only when it reads something that changed, or when time may have changed what it says.
 */
final class Looks {

    /** @param known whether a rule may have seen the fact before */
    private record Look(Fact fact, long alteration, boolean known) {}

    private final World world;
    private final Scene scene;
    private final Roster roster;
    private final Failures failures;
    private final Map<String, Map<String, Look>> facts = new LinkedHashMap<>();
    private final Map<String, Scope> scopes = new HashMap<>();
    private final Map<String, Scope> changedScopes = new LinkedHashMap<>();
    private final Map<FactType, List<Watch>> fresh = new LinkedHashMap<>();
    private final Map<String, DueQueue<String>> dues = new LinkedHashMap<>();

    Looks(World world, Scene scene, Roster roster, Failures failures) {
        this.world = world;
        this.scene = scene;
        this.roster = roster;
        this.failures = failures;
    }

    /** A rule has come that has to look at everything that it is about. */
    void begin(Watch watch) {
        if (watch.rule().on() instanceof Subject.OfFact on)
            fresh.computeIfAbsent(on.type(), type -> new ArrayList<>()).add(watch);
        else changedScopes.putAll(scopes);
    }

    /** A fact was made, or has become another in this. */
    void change(Fact fact, long alteration, boolean known) {
        if (roster.about(fact.type()).isEmpty()) return;
        facts.computeIfAbsent(fact.type().name(), type -> new LinkedHashMap<>())
                .merge(
                        fact.id(),
                        new Look(fact, alteration, known),
                        (one, two) -> new Look(fact, one.alteration | two.alteration, one.known || two.known));
    }

    /** A reading of this scope has changed. */
    void revise(Scope scope) {
        scopes.putIfAbsent(scope.toString(), scope);
        if (roster.hasScopes()) changedScopes.put(scope.toString(), scope);
    }

    @Nullable
    Scope scope(String id) {
        return scopes.get(id);
    }

    /** When time alone could next change what a rule says of a fact, in epoch milliseconds; {@link Long#MAX_VALUE} for never. */
    long nextDue() {
        long next = Long.MAX_VALUE;
        for (DueQueue<String> queue : dues.values()) next = Math.min(next, queue.next());
        return next;
    }

    /** Time has passed: the facts of which it may have changed something. */
    List<Fact> due() {
        List<Fact> due = new ArrayList<>();
        dues.forEach((type, queue) -> queue.due(scene.now()).forEach(id -> {
            Fact fact = world.find(type, id);
            if (fact != null) due.add(fact);
        }));
        return due;
    }

    /**
     * Looks at everything that was gathered.
     *
     * @param known what has come of cases so far: then they are judged even where there is nothing to see
     * @param seen takes the cases that are to be judged
     */
    void look(CaseBook known, Consumer<Case> seen) {
        Glance glance = new Glance(scene);
        fresh.forEach((type, watches) -> {
            for (Fact fact : world.all(type)) lookFirst(fact, watches, glance, seen);
        });
        fresh.clear();
        facts.forEach((type, looks) -> looks.values().forEach(look -> lookAgain(look, glance, known, seen)));
        facts.clear();
        changedScopes.values().forEach(scope -> roster.about(scope).forEach(watch -> {
            if (mayRaise(watch, glance.at(scope))
                    || known.knows(Case.of(watch.rule().id(), scope)))
                seen.accept(Case.of(watch.rule().id(), scope));
        }));
        changedScopes.clear();
    }

    private void lookFirst(Fact fact, List<Watch> watches, Glance glance, Consumer<Case> seen) {
        DueQueue<String> queue = queue(fact);
        long before = queue.at(fact.id());
        glance.at(fact);
        long due = before;
        for (Watch watch : watches) {
            if (mayRaise(watch, glance)) seen.accept(Case.of(watch.rule().id(), fact));
            due = due(watch, glance, due);
        }
        if (due < before) queue.set(fact.id(), due);
    }

    private void lookAgain(Look look, Glance glance, CaseBook known, Consumer<Case> seen) {
        Fact fact = look.fact;
        glance.at(fact);
        long due = Long.MAX_VALUE;
        for (Watch watch : roster.about(fact.type())) {
            boolean reads = watch.reads(look.alteration);
            if (reads && mayRaise(watch, glance) || look.known && goesOn(watch, fact, reads, known))
                seen.accept(Case.of(watch.rule().id(), fact));
            due = due(watch, glance, due);
        }
        queue(fact).set(fact.id(), due);
    }

    /** A clock that stops or goes on moves the end of a wait, whatever the rule reads. */
    private static boolean goesOn(Watch watch, Fact fact, boolean reads, CaseBook known) {
        Case each = Case.of(watch.rule().id(), fact);
        return reads ? known.knows(each) : known.isWaiting(each);
    }

    private DueQueue<String> queue(Fact fact) {
        return dues.computeIfAbsent(fact.type().name(), type -> new DueQueue<>());
    }

    private boolean mayRaise(Watch watch, Glance glance) {
        try {
            boolean may = watch.mayRaise(glance);
            if (!failures.isEmpty()) failures.clear(Case.of(watch.rule().id(), glance.subject()));
            return may;
        } catch (ArithmeticException e) {
            failures.record(Case.of(watch.rule().id(), glance.subject()), e);
            return false;
        }
    }

    private long due(Watch watch, Glance glance, long before) {
        try {
            return watch.due(glance, before);
        } catch (ArithmeticException e) {
            failures.record(Case.of(watch.rule().id(), glance.subject()), e);
            return before;
        }
    }
}
