package norma.judge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import norma.deviation.Course;
import norma.deviation.Deviation;
import norma.deviation.Episode;
import norma.expression.Scene;
import norma.fact.Fact;
import norma.fact.World;
import norma.measure.Revision;
import norma.measure.Scope;
import norma.standard.DeviationRule;
import norma.standard.Severity;
import norma.standard.Standards;
import norma.standard.Subject;
import org.jspecify.annotations.Nullable;
import org.kie.api.definition.rule.Rule;
import org.kie.api.runtime.rule.Match;

/** Holds facts and readings against the rules, and tells what deviations come of it. One thread. */
public final class Judge {

    /**
     * A rule that could not be judged.
     *
     * @param rule the deviation's id; the rule's name when it is none
     * @param subject of which it could not; empty when of none, because the rule itself fails
     */
    public record Failure(String rule, String subject, String reason) {}

    /** How a deviation has changed: null before one that was raised, null after one that was cleared. */
    public record Turn(@Nullable Deviation before, @Nullable Deviation after) {}

    private record Subjected(String type, String id) {}

    private static final int MOST_ROUNDS = 10;

    private final DrlRules drl;
    private final World world;
    private final Scene scene;
    private final RuleNetwork network;
    private final Exhibits exhibits;
    private final Failures failures = new Failures();
    private final CaseBook cases;
    private final Map<String, Watch> watches = new LinkedHashMap<>();
    private final Map<Case, Deviation> visible = new LinkedHashMap<>();
    private final Set<Case> touched = new LinkedHashSet<>();
    private final Set<String> renewed = new LinkedHashSet<>();
    private final Set<Fact> looked = new LinkedHashSet<>();
    private final DueQueue<Subjected> due = new DueQueue<>();
    private Mutes mutes;

    public Judge(Standards standards, DrlRules drl, World world, Scene scene) {
        this.drl = drl;
        this.world = world;
        this.scene = scene;
        this.mutes = new Mutes(standards, world);
        this.network = new RuleNetwork(drl, new Matches());
        this.exhibits = new Exhibits(network, world);
        this.cases = new CaseBook(standards, world, scene, failures);
        standards.deviations().values().forEach(rule -> watch(rule, standards));
    }

    private void watch(DeviationRule rule, Standards standards) {
        Watch watch = new Watch(rule, standards);
        String id = rule.id();
        watches.put(id, watch);
        Class<?> type = rule.on() instanceof Subject.OfFact fact ? fact.type().javaType() : Scope.class;
        network.watch(
                id, type, subject -> concerns(Objects.requireNonNull(watches.get(id)), subject), watch.properties());
    }

    private boolean concerns(Watch watch, Object subject) {
        if (subject instanceof Scope scope
                && watch.rule().on() instanceof Subject.OfScope on
                && !scope.dimensions().equals(on.dimensions())) return false;
        Case each = Case.of(watch.rule().id(), subject);
        try {
            boolean concerns = watch.concerns(subject, scene);
            failures.clear(each);
            return concerns;
        } catch (ArithmeticException e) {
            failures.record(each, e);
            return false;
        }
    }

    /**
     * Puts another set of definitions in force. A rule that has become another one judges anew: what it would not raise
     * now is over, even where {@code clear_at} would have kept it.
     *
     * @param changed the rules that are new or have become others
     */
    public void replace(Standards next, Set<String> changed) {
        cases.replace(next);
        mutes = new Mutes(next, world);
        for (String id : List.copyOf(watches.keySet())) {
            if (next.deviations().containsKey(id) && !changed.contains(id)) continue;
            network.unwatch(id);
            watches.remove(id);
            failures.clearRule(id);
            touched.addAll(cases.of(id));
        }
        for (DeviationRule rule : next.deviations().values()) {
            if (watches.containsKey(rule.id())) watches.put(rule.id(), new Watch(rule, next));
            else watch(rule, next);
        }
        renewed.addAll(changed);
        enterNewlyWatched();
        looked.addAll(exhibits.facts());
    }

    /** Goes on where another judge stopped; the facts have to be known already. */
    public void recall(Collection<Course> courses) {
        for (Course course : courses) {
            cases.recall(course);
            touched.add(new Case(course.rule(), course.type(), course.id()));
        }
    }

    /** What has become of the cases whose episodes went on since this was last asked. */
    public List<Course> courses() {
        return cases.courses();
    }

    /** A fact was made or replaced. */
    public void changed(@Nullable Fact before, Fact after) {
        if (!exhibits.shows(after)) return;
        looked.add(after);
        touchWaiting(after);
        exhibits.change(before, after);
    }

    /** Something that a fact's rules may read has changed, though no field of the fact. */
    public void touch(Fact fact) {
        if (exhibits.touch(fact)) looked.add(fact);
        touchWaiting(fact);
    }

    /** A clock that stops or goes on moves the end of a wait, also where the rule network has nothing to tell. */
    private void touchWaiting(Fact fact) {
        if (cases.isEmpty()) return;
        for (Watch watch : watches.values()) {
            Case each = Case.of(watch.rule().id(), fact);
            if (isAbout(watch, fact) && cases.isWaiting(each)) touched.add(each);
        }
    }

    /** A reading has changed: the subjects that it is about are looked at again, and DRL sees it. */
    public void revised(Revision revision) {
        exhibits.revise(revision).forEach(this::touch);
    }

    /** Whether some rule is about scopes: until one is, they are not kept. */
    public boolean looksAtScopes() {
        return exhibits.showsScopes();
    }

    /** When time alone could next change a deviation, in epoch milliseconds; {@link Long#MAX_VALUE} for never. */
    public long nextDue() {
        return Math.min(due.next(), cases.nextDue());
    }

    /** Time has passed: what is due is looked at again. */
    public void advanced() {
        for (Subjected subject : due.due(scene.now())) {
            Fact fact = world.find(subject.type(), subject.id());
            if (fact != null) touch(fact);
        }
        touched.addAll(cases.due());
    }

    /** The classes of fact that some rule looks at are put into the network the first time that one does. */
    public void enterNewlyWatched() {
        looked.addAll(exhibits.showNewlyWatched());
    }

    /** Judges whatever was touched, until nothing changes any more, and tells how deviations have changed. */
    public List<Turn> settle() {
        Set<Case> seen = new LinkedHashSet<>();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            network.fire();
            if (touched.isEmpty()) break;
            List<Case> now = List.copyOf(touched);
            touched.clear();
            for (Case each : now) {
                Deviation before = cases.deviation(each);
                cases.judge(each, exhibits.subject(each), watches.get(each.rule()), renewed.contains(each.rule()));
                Deviation after = cases.deviation(each);
                exhibits.show(before, after);
                if ((before == null) != (after == null)) seen.addAll(mutes.mutedBy(each, cases.raised()));
            }
            seen.addAll(now);
        }
        looked.forEach(this::scheduleLook);
        looked.clear();
        renewed.clear();
        return turns(seen);
    }

    private List<Turn> turns(Set<Case> seen) {
        List<Turn> turns = new ArrayList<>();
        for (Case each : seen) {
            Deviation after = mutes.isMuted(each, cases.raised()) ? null : cases.deviation(each);
            Deviation before = after == null ? visible.remove(each) : visible.put(each, after);
            if (Objects.equals(before, after)) continue;
            boolean another = before != null && after != null && !before.id().equals(after.id());
            if (another) turns.add(new Turn(before, null));
            turns.add(new Turn(another ? null : before, after));
        }
        return turns;
    }

    private void scheduleLook(Fact fact) {
        long next = Long.MAX_VALUE;
        for (Watch watch : watches.values()) {
            if (!watch.readsNow() || !isAbout(watch, fact)) continue;
            try {
                next = Math.min(next, watch.due(fact, scene));
            } catch (ArithmeticException e) {
                failures.record(Case.of(watch.rule().id(), fact), e);
            }
        }
        due.set(new Subjected(fact.type().name(), fact.id()), next);
    }

    private static boolean isAbout(Watch watch, Fact fact) {
        return watch.rule().on() instanceof Subject.OfFact on && on.type() == fact.type();
    }

    /** Takes down what the rule network tells. */
    private final class Matches implements RuleNetwork.Listener {

        @Override
        public void matched(Match match) {
            failures.clear(match);
            Optional<DrlRules.Declared> declared = drl.declaration(match.getRule());
            if (declared.isEmpty()) {
                touchWatched(match);
                return;
            }
            try {
                DrlMatch found = DrlMatch.of(match, declared.get());
                Case each = Case.of(declared.get().id(), found.subject());
                cases.matched(each, found);
                touched.add(each);
            } catch (RuntimeException e) {
                failed(match, e);
            }
        }

        @Override
        public void unmatched(Match match) {
            failures.clear(match);
            Optional<DrlRules.Declared> declared = drl.declaration(match.getRule());
            if (declared.isEmpty()) {
                touchWatched(match);
                return;
            }
            Case each = Case.of(declared.get().id(), DrlMatch.subject(match, declared.get()));
            cases.unmatched(each, match);
            touched.add(each);
        }

        private void touchWatched(Match match) {
            String rule = match.getRule().getName();
            if (watches.containsKey(rule))
                touched.add(Case.of(rule, match.getObjects().get(0)));
        }

        @Override
        public void failed(Match match, Throwable e) {
            failures.record(nameOf(match.getRule()), match, e);
        }

        @Override
        public void failed(Rule rule, Throwable e) {
            failures.recordWhole(nameOf(rule), e);
        }

        @Override
        public void restarted() {
            failures.clearMatches();
            touched.addAll(cases.all());
            cases.forgetMatches();
        }

        private String nameOf(Rule rule) {
            return drl.declaration(rule).map(DrlRules.Declared::id).orElse(rule.getName());
        }
    }

    /** Everything that is raised and not muted, with its values as they are now: worst first, then by rule and subject. */
    public List<Deviation> deviations() {
        Map<String, Deviation> sorted = new TreeMap<>();
        visible.forEach((each, standing) -> {
            Deviation now = cases.now(each, standing, exhibits.subject(each), watches.get(each.rule()));
            sorted.put(sortKey(now), now);
        });
        return List.copyOf(sorted.values());
    }

    private static String sortKey(Deviation deviation) {
        return (deviation.severity() == Severity.CRITICAL ? "0" : "1") + deviation.id();
    }

    public Collection<Failure> failures() {
        return failures.all();
    }

    public Optional<Watch> watch(String rule) {
        return Optional.ofNullable(watches.get(rule));
    }

    public Optional<Episode> episode(String rule, Fact subject) {
        return cases.episode(Case.of(rule, subject));
    }

    public void close() {
        network.close();
    }
}
