package norma.judge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import norma.calendar.WorkingCalendar;
import norma.deviation.Deviation;
import norma.deviation.Episode;
import norma.deviation.Observation;
import norma.expression.Scene;
import norma.fact.Change;
import norma.fact.Fact;
import norma.fact.FactType;
import norma.fact.Field;
import norma.fact.World;
import norma.measure.Reading;
import norma.measure.Revision;
import norma.measure.Scope;
import norma.standard.DeviationRule;
import norma.standard.Dimension;
import norma.standard.Severity;
import norma.standard.Standards;
import norma.standard.Subject;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.rule.Match;

/** Holds facts and readings against the rules, and keeps the deviations that come of it. One thread. */
public final class Judge {

    /** A rule that could not be judged for a subject. */
    public record Failure(String rule, String subject, String reason) {}

    /** How a deviation has changed: null before one that was raised, null after one that was cleared. */
    public record Turn(@Nullable Deviation before, @Nullable Deviation after) {}

    private static final int MOST_ROUNDS = 10;

    /** One rule and one subject. */
    record Case(String rule, String type, String id) {}

    private final DrlRules drl;
    private final World world;
    private final Scene scene;
    private final RuleNetwork network;
    private final Map<String, Watch> watches = new LinkedHashMap<>();
    private final Map<Case, Episode> episodes = new HashMap<>();
    private final Map<Case, DrlMatch> drlMatches = new HashMap<>();
    private final Map<Case, Deviation> raised = new LinkedHashMap<>();
    private final Map<Case, Deviation> visible = new LinkedHashMap<>();
    private final Set<Case> touched = new LinkedHashSet<>();
    private final Set<Class<?>> inside = new LinkedHashSet<>();
    private final Set<String> renewed = new LinkedHashSet<>();
    private final Set<Object> looked = new LinkedHashSet<>();
    private final DueQueue<Subjected> dueSubjects = new DueQueue<>();
    private final DueQueue<Case> dueCases = new DueQueue<>();
    private final Map<Case, Failure> failures = new LinkedHashMap<>();
    private final Map<String, Scope> scopes = new HashMap<>();
    private Standards standards;
    private DeviationWriter writer;
    private Mutes mutes;

    private record Subjected(String type, String id) {}

    public Judge(Standards standards, DrlRules drl, World world, Scene scene) {
        this.standards = standards;
        this.drl = drl;
        this.world = world;
        this.scene = scene;
        this.writer = new DeviationWriter(standards, scene);
        this.mutes = new Mutes(standards, world);
        this.network = new RuleNetwork(drl, this::matched);
        standards.deviations().values().forEach(this::watch);
    }

    private void watch(DeviationRule rule) {
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
        try {
            return watch.concerns(subject, scene);
        } catch (ArithmeticException e) {
            failed(watch.rule().id(), subject, e);
            return false;
        }
    }

    private void failed(String rule, Object subject, ArithmeticException e) {
        Case key = key(rule, subject);
        failures.put(key, new Failure(rule, key.type() + " " + key.id(), String.valueOf(e.getMessage())));
    }

    /**
     * Puts another set of definitions in force. A rule that has become another one judges anew: what it would not raise
     * now is over, even where {@code clear_at} would have kept it.
     *
     * @param changed the rules that are new or have become others
     */
    public void replace(Standards next, Set<String> changed) {
        Standards before = standards;
        standards = next;
        writer = new DeviationWriter(next, scene);
        mutes = new Mutes(next, world);
        for (String id : before.deviations().keySet()) {
            boolean same = next.deviations().containsKey(id) && !changed.contains(id);
            if (same) continue;
            network.unwatch(id);
            watches.remove(id);
            episodes.keySet().stream().filter(c -> c.rule().equals(id)).forEach(touched::add);
        }
        for (DeviationRule rule : next.deviations().values()) {
            if (watches.containsKey(rule.id())) watches.put(rule.id(), new Watch(rule, next));
            else watch(rule);
        }
        renewed.addAll(changed);
        enterNewlyWatched();
        for (Class<?> type : inside) lookAgain(type);
    }

    private void lookAgain(Class<?> type) {
        for (FactType factType : norma.fact.Catalogue.TYPES) {
            if (factType.javaType() == type) looked.addAll(world.all(factType));
        }
    }

    /** A fact was made or replaced. */
    public void changed(@Nullable Fact before, Fact after) {
        if (!inside.contains(after.getClass())) return;
        looked.add(after);
        if (!network.contains(after, after.id())) {
            network.insert(after, after.id());
            return;
        }
        String[] properties = before == null ? new String[] {Watch.TOUCH} : changedProperties(before, after);
        if (properties.length > 0) network.update(after, after.id(), properties);
    }

    private static String[] changedProperties(Fact before, Fact after) {
        List<String> changed = new ArrayList<>();
        for (Field field : after.type().fields()) {
            if (!Objects.equals(field.value().apply(before), field.value().apply(after))) changed.add(field.property());
        }
        if (!before.attributes().equals(after.attributes())) changed.add("attributes");
        return changed.toArray(String[]::new);
    }

    /** Something that a fact's rules may read has changed, though no field of the fact. */
    public void touch(Fact fact) {
        if (!network.contains(fact, fact.id())) return;
        looked.add(fact);
        network.update(fact, fact.id(), Watch.TOUCH);
    }

    /** A reading has changed: the subjects that it is about are looked at again, and DRL sees it. */
    public void revised(Revision revision) {
        Reading reading = revision.either();
        enter(revision);
        Scope scope = reading.scope();
        if (inside.contains(Scope.class)) {
            scopes.putIfAbsent(scope.toString(), scope);
            if (network.contains(scope, scope.toString())) network.update(scope, scope.toString(), Watch.TOUCH);
            else network.insert(scope, scope.toString());
        }
        if (scope.dimensions().size() != 1) return;
        for (List<Dimension> cut : reading.definition().by()) {
            if (cut.size() != 1 || !cut.get(0).name().equals(scope.dimensions().get(0))) continue;
            Optional<String> entity = cut.get(0).entity();
            Fact subject = entity.isEmpty()
                    ? null
                    : world.find(entity.get(), scope.values().get(0));
            if (subject != null) touch(subject);
        }
    }

    /** Whether some rule is about scopes: until one is, they are not kept. */
    public boolean looksAtScopes() {
        return inside.contains(Scope.class);
    }

    private void enter(Revision revision) {
        if (!inside.contains(Reading.class)) return;
        Reading before = revision.before();
        Reading after = revision.after();
        String id = readingId(revision.either());
        boolean known = network.contains(revision.either(), id);
        if (after == null) {
            if (before != null && known) network.delete(before, id);
        } else if (known) {
            network.update(after, id, "value", "words", "cases", "defined", "money", "current");
        } else {
            network.insert(after, id);
        }
    }

    /** The dates of a rolling period move from day to day: it stays the same reading. */
    private static String readingId(Reading reading) {
        String name = reading.period().name();
        boolean moves = name.startsWith("rolling") || name.equals("all");
        return reading.definition().id()
                + reading.scope()
                + name
                + (moves ? "" : reading.period().from());
    }

    /** Time has passed: what is due is looked at again. */
    public void advanced() {
        for (Subjected due : dueSubjects.due(scene.now())) {
            Fact fact = world.find(due.type(), due.id());
            if (fact != null) touch(fact);
        }
        touched.addAll(dueCases.due(scene.now()));
    }

    /** The classes of fact that some rule looks at are put into the network the first time that one does. */
    public void enterNewlyWatched() {
        for (Class<?> type : network.watched()) {
            if (!inside.add(type)) continue;
            for (FactType factType : norma.fact.Catalogue.TYPES) {
                if (factType.javaType() != type) continue;
                world.all(factType).forEach(fact -> changed(null, fact));
            }
        }
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
                Deviation old = raised.get(each);
                Deviation next = judged(each);
                if (next == null) raised.remove(each);
                else raised.put(each, next);
                tellNetwork(each, old, next);
                if ((old == null) != (next == null)) seen.addAll(mutes.mutedBy(each, raised.keySet()));
            }
            seen.addAll(now);
        }
        looked.forEach(this::scheduleLook);
        looked.clear();
        renewed.clear();
        return turns(seen);
    }

    private List<Turn> turns(Set<Case> cases) {
        List<Turn> turns = new ArrayList<>();
        for (Case each : cases) {
            Deviation next = mutes.isMuted(each, raised.keySet()) ? null : raised.get(each);
            Deviation old = next == null ? visible.remove(each) : visible.put(each, next);
            if (!Objects.equals(old, next)) turns.add(new Turn(old, next));
        }
        return turns;
    }

    private void tellNetwork(Case each, @Nullable Deviation old, @Nullable Deviation next) {
        if (!inside.contains(Deviation.class) || Objects.equals(old, next)) return;
        String id = each.toString();
        if (next == null) network.delete(Objects.requireNonNull(old), id);
        else if (old == null) network.insert(next, id);
        else network.update(next, id, "severity", "active");
    }

    private void scheduleLook(Object subject) {
        if (!(subject instanceof Fact fact)) return;
        long due = Long.MAX_VALUE;
        for (Watch watch : watches.values()) {
            if (!watch.readsNow() || !isAbout(watch, fact)) continue;
            try {
                due = Math.min(due, watch.due(fact, scene));
            } catch (ArithmeticException e) {
                failed(watch.rule().id(), fact, e);
            }
        }
        dueSubjects.set(new Subjected(fact.type().name(), fact.id()), due);
    }

    private static boolean isAbout(Watch watch, Fact fact) {
        return watch.rule().on() instanceof Subject.OfFact on && on.type() == fact.type();
    }

    private void matched(Match match, boolean present) {
        Optional<DrlRules.Declared> declared = drl.declaration(match.getRule());
        if (declared.isPresent()) {
            DrlMatch found = DrlMatch.of(match, declared.get());
            Case key = key(declared.get().id(), found.subject());
            DrlMatch standing = drlMatches.get(key);
            if (present) drlMatches.put(key, found.after(standing));
            else if (standing != null)
                standing.without(match)
                        .ifPresentOrElse(left -> drlMatches.put(key, left), () -> drlMatches.remove(key));
            touched.add(key);
        } else if (watches.containsKey(match.getRule().getName())) {
            touched.add(key(match.getRule().getName(), match.getObjects().get(0)));
        }
    }

    private static Case key(String rule, Object subject) {
        return subject instanceof Fact fact
                ? new Case(rule, fact.type().name(), fact.id())
                : new Case(rule, "scope", subject.toString());
    }

    private @Nullable Object subject(Case each) {
        if (!each.type().equals("scope")) return world.find(each.type(), each.id());
        return scopes.get(each.id());
    }

    private @Nullable Deviation judged(Case each) {
        Object subject = subject(each);
        if (subject == null) return null;
        DrlMatch match = drlMatches.get(each);
        if (match != null) return writer.write(match, raised.get(each));
        Watch watch = watches.get(each.rule());
        if (watch == null) {
            episodes.remove(each);
            return null;
        }
        try {
            return judged(each, watch, subject);
        } catch (ArithmeticException e) {
            failed(each.rule(), subject, e);
            return raised.get(each);
        }
    }

    private @Nullable Deviation judged(Case each, Watch watch, Object subject) {
        WorkingCalendar calendar = standards.model().calendar();
        Episode before = episodes.getOrDefault(each, Episode.QUIET);
        Observation seen = watch.observe(subject, scene);
        if (seen.verdict() == Observation.Verdict.BETWEEN && renewed.contains(each.rule()))
            seen = new Observation(seen.at(), Observation.Verdict.FINE, seen.severity(), seen.since());
        if (!before.isRaised() && seen.verdict() == Observation.Verdict.BREACH) {
            long changedAt = subject instanceof Fact fact ? world.changedAt(fact) : Change.START;
            seen = new Observation(seen.at(), seen.verdict(), seen.severity(), watch.since(subject, scene, changedAt));
        }
        Episode after = before.next(seen, watch.rule(), calendar, world.pauses(subject));
        if (after.state() == Episode.State.QUIET) episodes.remove(each);
        else episodes.put(each, after);
        dueCases.set(each, after.due(watch.rule(), calendar, world.pauses(subject)));
        failures.remove(each);
        return after.isRaised() ? writer.write(watch, subject, after) : null;
    }

    /** When each raised deviation was raised, epoch milliseconds. */
    public long raisedAt(Deviation deviation) {
        Episode episode = episodes.get(caseOf(deviation));
        return episode == null ? deviation.since() : episode.changedAt();
    }

    private static Case caseOf(Deviation deviation) {
        return new Case(
                deviation.rule(),
                deviation.subject().type(),
                deviation.subject().id());
    }

    /** Everything that is raised and not muted, with its values as they are now: worst first, then by rule and subject. */
    public List<Deviation> deviations() {
        Map<String, Deviation> sorted = new TreeMap<>();
        visible.forEach((each, standing) -> {
            Object subject = subject(each);
            Watch watch = watches.get(each.rule());
            Episode episode = episodes.get(each);
            Deviation now = subject == null || watch == null || episode == null
                    ? standing
                    : writer.write(watch, subject, episode);
            sorted.put(sortKey(now), now);
        });
        return List.copyOf(sorted.values());
    }

    private static String sortKey(Deviation deviation) {
        return (deviation.severity() == Severity.CRITICAL ? "0" : "1") + deviation.id();
    }

    public Collection<Failure> failures() {
        return List.copyOf(failures.values());
    }

    public Optional<Watch> watch(String rule) {
        return Optional.ofNullable(watches.get(rule));
    }

    public Optional<Episode> episode(String rule, Fact subject) {
        return Optional.ofNullable(episodes.get(key(rule, subject)));
    }

    public void close() {
        network.close();
    }
}
