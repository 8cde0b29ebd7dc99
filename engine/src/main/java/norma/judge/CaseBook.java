package norma.judge;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import norma.calendar.WorkingCalendar;
import norma.deviation.Course;
import norma.deviation.Deviation;
import norma.deviation.Episode;
import norma.deviation.Episodes;
import norma.deviation.Observation;
import norma.expression.Scene;
import norma.fact.Change;
import norma.fact.Fact;
import norma.fact.World;
import norma.standard.Standards;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.rule.Match;

/** What has become of each case so far: its episodes, the DRL matches that stand, and the deviation that is raised. */
final class CaseBook {

    private final World world;
    private final Scene scene;
    private final Failures failures;
    private final Map<Case, Episodes> episodes = new HashMap<>();
    private final Map<About, Integer> cases = new HashMap<>();
    private final Map<Case, DrlMatches> found = new HashMap<>();
    private final Map<Case, Deviation> raised = new LinkedHashMap<>();
    private final Set<Case> advanced = new LinkedHashSet<>();
    private final DueCases due = new DueCases();
    private WorkingCalendar calendar;
    private DeviationWriter writer;
    private DrlWriter drlWriter;

    /** What cases are about: those of one subject are counted, since of most subjects there are none. */
    private record About(String type, String id) {}

    CaseBook(Standards standards, World world, Scene scene, Failures failures) {
        this.world = world;
        this.scene = scene;
        this.failures = failures;
        calendar = standards.model().calendar();
        writer = new DeviationWriter(standards, scene);
        drlWriter = new DrlWriter(standards.model());
    }

    void replace(Standards next) {
        calendar = next.model().calendar();
        writer = new DeviationWriter(next, scene);
        drlWriter = new DrlWriter(next.model());
    }

    /** Goes on where others stopped; every case has to be judged afterwards. */
    void recall(Course course) {
        put(new Case(course.rule(), course.type(), course.id()), course.episodes());
    }

    private Episodes put(Case each, Episodes next) {
        Episodes before = next.isEmpty() ? episodes.remove(each) : episodes.put(each, next);
        int more = (next.isEmpty() ? 0 : 1) - (before == null ? 0 : 1);
        if (more != 0)
            cases.merge(
                    new About(each.type(), each.id()),
                    more,
                    (count, change) -> count + change == 0 ? null : (Integer) (count + change));
        return before == null ? Episodes.NONE : before;
    }

    /** What has become of the cases whose episodes went on since this was last asked. */
    List<Course> courses() {
        if (advanced.isEmpty()) return List.of();
        List<Course> courses = advanced.stream()
                .map(each ->
                        new Course(each.rule(), each.type(), each.id(), episodes.getOrDefault(each, Episodes.NONE)))
                .toList();
        advanced.clear();
        return courses;
    }

    private void remember(Case each, Episodes next) {
        if (!next.equals(put(each, next))) advanced.add(each);
    }

    void matched(Case each, DrlMatch match) {
        found.put(each, DrlMatches.with(match, found.get(each)));
    }

    void unmatched(Case each, Match gone) {
        DrlMatches standing = found.get(each);
        if (standing == null) return;
        standing.without(gone).ifPresentOrElse(left -> found.put(each, left), () -> found.remove(each));
    }

    /** The matches will all be told again. */
    void forgetMatches() {
        found.clear();
    }

    /** Every case that there is anything to say of. */
    Set<Case> all() {
        Set<Case> all = new LinkedHashSet<>(raised.keySet());
        all.addAll(episodes.keySet());
        all.addAll(found.keySet());
        return all;
    }

    /** A fact is no more: nothing goes on about it. Its cases, which are over as soon as they are judged. */
    List<Case> forget(Fact gone) {
        List<Case> about = all().stream()
                .filter(each ->
                        each.type().equals(gone.type().name()) && each.id().equals(gone.id()))
                .toList();
        for (Case each : about) {
            remember(each, Episodes.NONE);
            due.set(each, DueQueue.NEVER);
            failures.clear(each);
        }
        return about;
    }

    /** The cases of some rules. */
    List<Case> of(Set<String> rules) {
        return Stream.of(raised.keySet(), episodes.keySet(), found.keySet())
                .flatMap(Set::stream)
                .filter(each -> rules.contains(each.rule()))
                .distinct()
                .toList();
    }

    /** The cases that time alone takes to their next state by now. */
    List<Case> due() {
        return due.due(scene.now());
    }

    /** When time alone takes a case to its next state, epoch milliseconds; {@link Long#MAX_VALUE} for never. */
    long nextDue() {
        return due.next();
    }

    /** Whether time alone takes the case to its next state, once its clock goes. */
    boolean isWaiting(Case each) {
        Episodes known = episodes.get(each);
        return known != null && known.current().isWaiting();
    }

    /** Whether anything has come of it so far. */
    boolean knows(Case each) {
        return episodes.containsKey(each);
    }

    /** Whether anything has come of it under any rule. */
    boolean knowsOf(Fact subject) {
        return cases.containsKey(new About(subject.type().name(), subject.id()));
    }

    Set<Case> raised() {
        return raised.keySet();
    }

    @Nullable
    Deviation deviation(Case each) {
        return raised.get(each);
    }

    /** Whether matches of rules in DRL stand. */
    boolean hasMatches() {
        return !found.isEmpty();
    }

    /**
     * What comes of looking at a case again.
     *
     * @param deviation null when none is raised
     * @param episodes null when they stay as they were
     * @param due when time alone takes it to its next state, epoch milliseconds; of {@code episodes} only
     * @param failure why it could not be judged; it stays as it was
     */
    record Outcome(
            @Nullable Deviation deviation,
            @Nullable Episodes episodes,
            long due,
            @Nullable ArithmeticException failure) {}

    /**
     * Looks at a case again. Nothing is remembered before {@link #keep}, so that many hands may look at a time.
     *
     * @param watch null when no rule in YAML has this id any more
     * @param anew whether the rule has become another one, so that {@code clear_at} keeps nothing
     * @param back the hand's own, to see with what was
     */
    Outcome look(Case each, @Nullable Object subject, @Nullable Watch watch, boolean anew, Glance back) {
        if (subject == null) return new Outcome(null, null, 0, null);
        try {
            return judged(each, subject, watch, anew, back);
        } catch (ArithmeticException e) {
            return new Outcome(raised.get(each), null, 0, e);
        }
    }

    /** From now on {@link #deviation} is what came of it. */
    void keep(Case each, Outcome outcome) {
        if (outcome.failure != null) {
            failures.record(each, outcome.failure);
            return;
        }
        if (!failures.isWhollyFailing(each.rule())) failures.clear(each);
        if (outcome.episodes != null) {
            remember(each, outcome.episodes);
            due.set(each, outcome.due);
        }
        if (outcome.deviation == null) raised.remove(each);
        else raised.put(each, outcome.deviation);
    }

    private Outcome judged(Case each, Object subject, @Nullable Watch watch, boolean anew, Glance back) {
        DrlMatches matches = found.get(each);
        if (matches != null) {
            long since = episode(each).map(Episode::since).orElse(scene.now());
            Deviation told = drlWriter.write(matches.telling(), since);
            Episodes next = Episodes.NONE.with(Episode.activeSince(since, told.severity()));
            return new Outcome(told, next, Long.MAX_VALUE, null);
        }
        if (failures.isWhollyFailing(each.rule())) return new Outcome(raised.get(each), null, 0, null);
        if (watch == null) return new Outcome(null, Episodes.NONE, Long.MAX_VALUE, null);
        Episodes next = episodes(each, subject, watch, anew, back);
        Episode episode = next.current();
        return new Outcome(
                episode.isRaised() ? writer.write(watch, subject, episode) : null,
                next,
                episode.due(watch.rule(), calendar, world.pauses(subject)),
                null);
    }

    private Episodes episodes(Case each, Object subject, Watch watch, boolean anew, Glance back) {
        Episodes known = episodes.getOrDefault(each, Episodes.NONE);
        Episodes here = known.in(watch.group(subject, scene), watch.rule(), scene.now());
        boolean moved = !known.isEmpty() && !known.group().equals(here.group());
        Observation seen = seen(subject, watch, anew, here.current(), moved, back);
        return here.with(here.current().next(seen, watch.rule(), calendar, world.pauses(subject)));
    }

    private Observation seen(Object subject, Watch watch, boolean anew, Episode before, boolean moved, Glance back) {
        Observation seen = watch.observe(subject, scene);
        if (seen.verdict() == Observation.Verdict.BETWEEN && anew)
            return new Observation(seen.at(), Observation.Verdict.FINE, seen.severity(), seen.since());
        if (before.isRaised() || seen.verdict() != Observation.Verdict.BREACH) return seen;
        long changedAt = subject instanceof Fact fact ? world.changedAt(fact) : Change.START;
        long since = watch.hindsight().since(subject, scene, back, changedAt);
        return new Observation(
                seen.at(), seen.verdict(), seen.severity(), moved ? Math.max(since, scene.now()) : since);
    }

    Optional<Episode> episode(Case each) {
        return Optional.ofNullable(episodes.get(each)).map(Episodes::current);
    }

    /** The deviation with its values as they are now; as it was judged last where they cannot be had. */
    Deviation now(Case each, Deviation standing, @Nullable Object subject, @Nullable Watch watch) {
        Optional<Episode> episode = episode(each);
        if (subject == null || watch == null || episode.isEmpty()) return standing;
        try {
            return writer.write(watch, subject, episode.get());
        } catch (ArithmeticException e) {
            return standing;
        }
    }
}
