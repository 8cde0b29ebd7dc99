package norma.deviation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import norma.calendar.Pauses;
import norma.calendar.WorkingCalendar;
import norma.deviation.Episode.State;
import norma.deviation.Observation.Verdict;
import norma.diagnostics.Place;
import norma.diagnostics.Text;
import norma.fact.Deal;
import norma.standard.DeviationRule;
import norma.standard.DeviationRule.NoData;
import norma.standard.Lapse;
import norma.standard.Message;
import norma.standard.Severity;
import norma.standard.Subject;
import org.junit.jupiter.api.Test;

class EpisodeTest {

    private static final WorkingCalendar WEEK = WorkingCalendar.named("week")
            .zone(ZoneOffset.UTC)
            .week(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY))
            .build();

    private Lapse forTime = Lapse.NONE;
    private Lapse clearFor = Lapse.NONE;
    private Lapse reopenWithin = Lapse.NONE;
    private NoData noData = NoData.KEEP;

    @Test
    void is_raised_at_once_when_nothing_asks_to_wait() {
        Episode episode = after(Episode.QUIET, breach("2026-03-02T12:00", Severity.WARN));
        assertEquals(State.ACTIVE, episode.state());
        assertEquals(at("2026-03-02T12:00"), episode.since());
    }

    @Test
    void waits_until_it_has_been_so_for_long_enough() {
        forTime = new Lapse(2, Lapse.Unit.WORKING_DAYS);
        Episode friday = after(Episode.QUIET, breach("2026-03-06T12:00", Severity.WARN));
        assertEquals(State.PENDING, friday.state());
        assertFalse(friday.isRaised());
        assertEquals(at("2026-03-10T12:00"), friday.due(rule(), WEEK, Pauses.none()));
        assertEquals(
                State.PENDING,
                after(friday, breach("2026-03-10T11:59", Severity.WARN)).state());
        Episode tuesday = after(friday, breach("2026-03-10T12:00", Severity.CRITICAL));
        assertEquals(State.ACTIVE, tuesday.state());
        assertEquals(Severity.CRITICAL, tuesday.severity());
        assertEquals(at("2026-03-06T12:00"), tuesday.since(), "it began when it began, not when it was raised");
    }

    @Test
    void is_raised_at_once_when_it_has_been_so_for_long_enough_before_anybody_looked() {
        forTime = new Lapse(1, Lapse.Unit.DAYS);
        Observation seen =
                new Observation(at("2026-03-10T12:00"), Verdict.BREACH, Severity.WARN, at("2026-03-01T00:00"));
        Episode episode = after(Episode.QUIET, seen);
        assertEquals(State.ACTIVE, episode.state());
        assertEquals(at("2026-03-02T00:00"), episode.changedAt());
    }

    @Test
    void a_pending_one_that_is_over_leaves_no_trace() {
        forTime = new Lapse(1, Lapse.Unit.DAYS);
        Episode pending = after(Episode.QUIET, breach("2026-03-02T12:00", Severity.WARN));
        assertSame(Episode.QUIET, after(pending, seen("2026-03-02T13:00", Verdict.FINE)));
        assertSame(Episode.QUIET, after(pending, seen("2026-03-02T13:00", Verdict.BETWEEN)));
    }

    @Test
    void held_time_does_not_pass() {
        forTime = new Lapse(2, Lapse.Unit.DAYS);
        Episode pending = after(Episode.QUIET, breach("2026-03-02T00:00", Severity.WARN));
        Pauses held = Pauses.of(List.of(new norma.calendar.Interval(at("2026-03-02T00:00"), at("2026-03-05T00:00"))));
        assertEquals(at("2026-03-07T00:00"), pending.due(rule(), WEEK, held));
    }

    @Test
    void stays_while_the_value_is_between_the_limit_and_the_level_that_clears() {
        Episode raised = after(Episode.QUIET, breach("2026-03-02T12:00", Severity.CRITICAL));
        Episode between = after(raised, seen("2026-03-03T12:00", Verdict.BETWEEN));
        assertEquals(State.ACTIVE, between.state());
        assertEquals(Severity.WARN, between.severity());
        assertEquals(
                State.RESOLVED,
                after(between, seen("2026-03-04T12:00", Verdict.FINE)).state());
        assertSame(Episode.QUIET, after(Episode.QUIET, seen("2026-03-02T12:00", Verdict.BETWEEN)));
    }

    @Test
    void is_cleared_only_when_it_has_been_over_for_long_enough() {
        clearFor = new Lapse(1, Lapse.Unit.WORKING_DAYS);
        Episode raised = after(Episode.QUIET, breach("2026-03-02T12:00", Severity.WARN));
        Episode recovering = after(raised, seen("2026-03-06T12:00", Verdict.FINE));
        assertEquals(State.RECOVERING, recovering.state());
        assertTrue(recovering.isRaised(), "it is still shown");
        assertEquals(at("2026-03-09T12:00"), recovering.due(rule(), WEEK, Pauses.none()));
        assertEquals(
                State.RECOVERING,
                after(recovering, seen("2026-03-09T11:00", Verdict.FINE)).state());
        assertEquals(
                State.ACTIVE,
                after(recovering, breach("2026-03-07T12:00", Severity.WARN)).state());
        assertEquals(
                State.RESOLVED,
                after(recovering, seen("2026-03-09T12:00", Verdict.FINE)).state());
    }

    @Test
    void a_quick_return_is_the_same_episode_and_a_late_one_is_not() {
        reopenWithin = new Lapse(7, Lapse.Unit.DAYS);
        Episode resolved = after(
                after(Episode.QUIET, breach("2026-03-02T12:00", Severity.WARN)),
                seen("2026-03-03T12:00", Verdict.FINE));
        Episode quick = after(resolved, breach("2026-03-10T12:00", Severity.WARN));
        assertEquals(1, quick.regressions());
        assertEquals(at("2026-03-02T12:00"), quick.since());
        Episode late = after(resolved, breach("2026-03-10T12:01", Severity.WARN));
        assertEquals(0, late.regressions());
        assertEquals(at("2026-03-10T12:01"), late.since());
    }

    @Test
    void no_data_means_what_the_rule_says() {
        Episode raised = after(Episode.QUIET, breach("2026-03-02T12:00", Severity.WARN));
        Observation nothing = seen("2026-03-03T12:00", Verdict.NO_DATA);
        assertSame(raised, after(raised, nothing));
        noData = NoData.CLEAR;
        assertEquals(State.RESOLVED, after(raised, nothing).state());
        noData = NoData.RAISE;
        assertEquals(State.ACTIVE, after(Episode.QUIET, nothing).state());
    }

    private Episode after(Episode episode, Observation seen) {
        return episode.next(seen, rule(), WEEK, Pauses.none());
    }

    private static Observation breach(String at, Severity severity) {
        return new Observation(at(at), Verdict.BREACH, severity, at(at));
    }

    private static Observation seen(String at, Verdict verdict) {
        return new Observation(at(at), verdict, Severity.WARN, at(at));
    }

    private static long at(String local) {
        return LocalDateTime.parse(local).toInstant(ZoneOffset.UTC).toEpochMilli();
    }

    private DeviationRule rule() {
        Message.Template empty = new Message.Template(List.of());
        return new DeviationRule(
                "rule",
                Text.same("rule"),
                new Subject.OfFact(Deal.TYPE),
                Optional.empty(),
                Optional.empty(),
                Severity.WARN,
                forTime,
                clearFor,
                reopenWithin,
                noData,
                List.of(),
                List.of(),
                Optional.empty(),
                new Message(empty, empty),
                Place.nowhere());
    }
}
