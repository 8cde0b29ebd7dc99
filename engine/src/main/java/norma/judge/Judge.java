package norma.judge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import norma.deviation.Course;
import norma.deviation.Deviation;
import norma.deviation.Episode;
import norma.expression.Scene;
import norma.fact.Catalogue;
import norma.fact.Fact;
import norma.fact.FactType;
import norma.fact.World;
import norma.measure.Crew;
import norma.measure.Revision;
import norma.standard.DeviationRule;
import norma.standard.Severity;
import norma.standard.Standards;
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

    private static final int MOST_ROUNDS = 10;

    /** To work out an episode and put it into words costs about as much as to look at so many facts. */
    private static final int FACTS_PER_CASE = 10;

    private final DrlRules drl;
    private final World world;
    private final Crew crew;
    private final RuleNetwork network;
    private final Exhibits exhibits;
    private final Failures failures = new Failures();
    private final CaseBook cases;
    private Glance.Slots slots = new Glance.Slots();
    private final Roster watches = new Roster();
    private final Looks looks;
    private final Map<Case, Deviation> visible = new LinkedHashMap<>();
    private final Set<Case> touched = new LinkedHashSet<>();
    private final Set<String> renewed = new LinkedHashSet<>();
    private Mutes mutes;
    /** The types of fact that there are readings of, one by one. */
    private Set<FactType> measured;

    /** @param crew looks at many facts at once */
    public Judge(Standards standards, DrlRules drl, World world, Scene scene, Crew crew) {
        this.drl = drl;
        this.world = world;
        this.crew = crew;
        this.mutes = new Mutes(standards, world);
        this.measured = measured(standards);
        this.network = new RuleNetwork(drl, new Matches());
        this.exhibits = new Exhibits(network, world);
        this.cases = new CaseBook(standards, world, scene, failures);
        this.looks = new Looks(world, scene, slots, watches, failures, crew);
        standards.deviations().values().forEach(rule -> watch(rule, standards));
    }

    private void watch(DeviationRule rule, Standards standards) {
        Watch watch = new Watch(rule, standards, slots);
        watches.put(watch);
        looks.begin(watch);
    }

    /**
     * Puts another set of definitions in force. A rule that has become another one judges anew: what it would not raise
     * now is over, even where {@code clear_at} would have kept it. One that says and rests on what it did is left as it is.
     *
     * @param changed the rules that are new or have become others
     */
    public void replace(Standards next, Set<String> changed) {
        cases.replace(next);
        mutes = new Mutes(next, world);
        measured = measured(next);
        boolean anew = slots.areWorn(next.deviations().size());
        if (anew) slots = new Glance.Slots();
        Set<String> gone = new HashSet<>();
        for (Watch watch : watches.all()) {
            String id = watch.rule().id();
            if (!next.deviations().containsKey(id) || changed.contains(id)) gone.add(id);
        }
        gone.forEach(watches::remove);
        failures.clearRules(gone);
        touched.addAll(cases.of(gone));
        for (DeviationRule rule : next.deviations().values()) {
            if (watches.find(rule.id()) == null) watch(rule, next);
            else if (anew) watches.put(new Watch(rule, next, slots));
        }
        renewed.addAll(changed);
        looks.replace(slots);
    }

    private static Set<FactType> measured(Standards standards) {
        return standards.kpis().values().stream()
                .flatMap(kpi -> kpi.by().stream())
                .filter(cut -> cut.size() == 1)
                .flatMap(cut -> cut.get(0).entity().flatMap(Catalogue::type).stream())
                .collect(Collectors.toUnmodifiableSet());
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
        long alteration = alteration(before, after, Alteration.EVERYTHING);
        if (alteration != 0) look(new Looks.Look(after, world.number(after), alteration, before != null));
    }

    /** A fact was made or replaced; only what was set of it can have become different. */
    public void changed(World.Replaced replaced) {
        Fact before = replaced.before();
        long alteration = alteration(before, replaced.after(), replaced.set());
        if (alteration != 0) look(new Looks.Look(replaced.after(), replaced.number(), alteration, before != null));
    }

    /** Nothing where nobody is about facts of the type. */
    private long alteration(@Nullable Fact before, Fact after, long set) {
        boolean shown = exhibits.shows(after.type());
        Lineup lineup = watches.about(after.type());
        if (!shown && lineup.isEmpty()) return 0;
        if (before == null) return Alteration.TOUCHED;
        long asked = shown ? Alteration.EVERYTHING : lineup.read();
        long alteration = Alteration.between(before, after, asked & set);
        return world.changesClock(before, after) ? alteration | Alteration.TOUCHED : alteration;
    }

    private void look(Looks.Look look) {
        exhibits.change(look.fact(), look.alteration());
        looks.change(look);
    }

    /** A fact is no more: by what is known now, it never was. */
    public void gone(Fact fact) {
        exhibits.remove(fact);
        if (concerns(fact.type())) touched.addAll(cases.forget(fact));
    }

    /** Whether some rule is about facts of the type, or looks at them. */
    private boolean concerns(FactType type) {
        return !watches.about(type).isEmpty() || exhibits.shows(type);
    }

    /** Something that a fact's rules may read has changed, though no field of the fact. */
    public void touch(Fact fact) {
        look(new Looks.Look(fact, world.number(fact), Alteration.TOUCHED, true));
    }

    /** Readings have changed: the subjects that they are about are looked at again, and DRL sees them. */
    public void revised(List<Revision> revisions) {
        if (!revisions.isEmpty() && heedsReadings()) revisions.forEach(this::revised);
    }

    private boolean heedsReadings() {
        return exhibits.showsReadings()
                || watches.hasScopes()
                || measured.stream().anyMatch(this::concerns);
    }

    private void revised(Revision revision) {
        exhibits.show(revision);
        looks.revise(revision.either().scope());
        exhibits.subjects(revision.either(), this::concerns).forEach(this::touch);
    }

    /** Whether some rule is about scopes: until one is, they are not kept. */
    public boolean looksAtScopes() {
        return watches.hasScopes();
    }

    /** When time alone could next change a deviation, in epoch milliseconds; {@link Long#MAX_VALUE} for never. */
    public long nextDue() {
        return Math.min(looks.nextDue(), cases.nextDue());
    }

    /** Time has passed: what is due is looked at again. */
    public void advanced() {
        looks.due().forEach(this::touch);
        touched.addAll(cases.due());
    }

    /** Judges whatever was touched, until nothing changes any more, and tells how deviations have changed. */
    public List<Turn> settle() {
        looks.look(cases, touched);
        if (touched.isEmpty() && network.isEmpty()) {
            renewed.clear();
            return List.of();
        }
        Set<Case> seen = new LinkedHashSet<>();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            network.fire();
            if (touched.isEmpty()) break;
            List<Case> now = List.copyOf(touched);
            touched.clear();
            CaseBook.Outcome[] outcomes = looked(now);
            Set<String> turned = new HashSet<>();
            for (int i = 0; i < outcomes.length; i++) {
                Case each = now.get(i);
                Deviation before = cases.deviation(each);
                cases.keep(each, outcomes[i]);
                Deviation after = cases.deviation(each);
                exhibits.show(before, after);
                if ((before == null) != (after == null)) turned.add(each.rule());
            }
            seen.addAll(mutes.mutedBy(turned, cases.raised()));
            seen.addAll(now);
        }
        renewed.clear();
        return turns(seen);
    }

    /** Shares cases out among the crew; readings and matches are asked by one hand only. */
    private CaseBook.Outcome[] looked(List<Case> some) {
        CaseBook.Outcome[] outcomes = new CaseBook.Outcome[some.size()];
        int hands = crew.pieces(some.size() * FACTS_PER_CASE);
        if (hands > 1
                && (cases.hasMatches()
                        || watches.all().stream()
                                .anyMatch(watch -> watch.inputs().tellsReadings()))) hands = 1;
        List<Runnable> work = new ArrayList<>();
        for (int hand = 0; hand < hands; hand++) {
            int from = Crew.start(hand, hands, some.size());
            int to = Crew.start(hand + 1, hands, some.size());
            Glance back = looks.glance(hand);
            work.add(() -> {
                for (int i = from; i < to; i++) outcomes[i] = looked(some.get(i), back);
            });
        }
        crew.share(work);
        return outcomes;
    }

    private CaseBook.Outcome looked(Case each, Glance back) {
        return cases.look(each, subject(each), watches.find(each.rule()), renewed.contains(each.rule()), back);
    }

    private @Nullable Object subject(Case each) {
        return each.type().equals("scope") ? looks.scope(each.id()) : world.find(each.type(), each.id());
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

    /** Takes down what the rule network tells. */
    private final class Matches implements RuleNetwork.Listener {

        @Override
        public void matched(Match match) {
            failures.clear(match);
            Optional<DrlRules.Declared> declared = drl.declaration(match.getRule());
            if (declared.isEmpty()) return;
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
            if (declared.isEmpty()) return;
            Case each = Case.of(declared.get().id(), DrlMatch.subject(match, declared.get()));
            cases.unmatched(each, match);
            touched.add(each);
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
        return deviations(rule -> true);
    }

    /** The same, of some rules. */
    public List<Deviation> deviations(Predicate<String> rules) {
        Map<String, Deviation> sorted = new TreeMap<>();
        visible.forEach((each, standing) -> {
            if (!rules.test(each.rule())) return;
            Deviation now = cases.now(each, standing, subject(each), watches.find(each.rule()));
            sorted.put(sortKey(now), now);
        });
        return List.copyOf(sorted.values());
    }

    private static String sortKey(Deviation deviation) {
        return (deviation.severity() == Severity.CRITICAL ? "0" : "1") + deviation.id();
    }

    /** Whether this rule has raised something of the fact that is not muted. */
    public boolean shows(String rule, Fact subject) {
        return visible.containsKey(Case.of(rule, subject));
    }

    public Collection<Failure> failures() {
        return failures.all();
    }

    public Optional<Watch> watch(String rule) {
        return Optional.ofNullable(watches.find(rule));
    }

    public Optional<Episode> episode(String rule, Fact subject) {
        return cases.episode(Case.of(rule, subject));
    }

    public void close() {
        network.close();
    }
}
