package norma.deviation;

import norma.calendar.Pauses;
import norma.calendar.WorkingCalendar;
import norma.standard.DeviationRule;
import norma.standard.Severity;

/**
 * One span of a condition, from its first sight to its end; a return soon after the end is the same episode.
 *
 * @param since when the condition began, epoch milliseconds
 * @param changedAt when the state was entered
 * @param raisedAt when it became active, from quiet, pending or resolved; without meaning before
 * @param regressions how often it came back
 */
public record Episode(State state, Severity severity, long since, long changedAt, long raisedAt, int regressions) {

    public enum State {
        /** Nothing is wrong, and nothing was lately. */
        QUIET,
        /** It is so, but not for long enough. */
        PENDING,
        ACTIVE,
        /** It is over, but not for long enough. */
        RECOVERING,
        RESOLVED
    }

    public static final Episode QUIET = new Episode(State.QUIET, Severity.WARN, 0, 0, 0, 0);

    /** @param since epoch milliseconds */
    public static Episode activeSince(long since, Severity severity) {
        return new Episode(State.ACTIVE, severity, since, since, since, 0);
    }

    /** Whether somebody should see it. */
    public boolean isRaised() {
        return state == State.ACTIVE || state == State.RECOVERING;
    }

    public boolean isWaiting() {
        return state == State.PENDING || state == State.RECOVERING;
    }

    public Episode next(Observation seen, DeviationRule rule, WorkingCalendar calendar, Pauses pauses) {
        return switch (meaning(seen, rule)) {
            case BREACH -> breached(seen, rule, calendar, pauses);
            case BETWEEN -> between(seen);
            case FINE -> fine(seen, rule, calendar, pauses);
            case NO_DATA -> this;
        };
    }

    /** The moment at which time alone takes this to its next state; {@link Long#MAX_VALUE} when it does not. */
    public long due(DeviationRule rule, WorkingCalendar calendar, Pauses pauses) {
        return switch (state) {
            case PENDING -> rule.forTime().after(since, calendar, pauses);
            case RECOVERING -> rule.clearFor().after(changedAt, calendar, pauses);
            default -> Long.MAX_VALUE;
        };
    }

    private static Observation.Verdict meaning(Observation seen, DeviationRule rule) {
        if (seen.verdict() != Observation.Verdict.NO_DATA) return seen.verdict();
        return switch (rule.noData()) {
            case KEEP -> Observation.Verdict.NO_DATA;
            case CLEAR -> Observation.Verdict.FINE;
            case RAISE -> Observation.Verdict.BREACH;
        };
    }

    private Episode breached(Observation seen, DeviationRule rule, WorkingCalendar calendar, Pauses pauses) {
        return switch (state) {
            case ACTIVE -> entered(State.ACTIVE, seen.severity(), changedAt);
            case RECOVERING -> entered(State.ACTIVE, seen.severity(), seen.at());
            case RESOLVED ->
                isReturn(seen, rule, calendar)
                        ? new Episode(State.ACTIVE, seen.severity(), since, seen.at(), seen.at(), regressions + 1)
                        : begun(seen, seen.since(), rule, calendar, pauses);
            case QUIET -> begun(seen, seen.since(), rule, calendar, pauses);
            case PENDING -> begun(seen, since, rule, calendar, pauses);
        };
    }

    private boolean isReturn(Observation seen, DeviationRule rule, WorkingCalendar calendar) {
        return rule.reopenWithin().amount() > 0
                && seen.at() <= rule.reopenWithin().after(changedAt, calendar, Pauses.none());
    }

    private static Episode begun(
            Observation seen, long since, DeviationRule rule, WorkingCalendar calendar, Pauses pauses) {
        long raisedAt = rule.forTime().after(since, calendar, pauses);
        return raisedAt <= seen.at()
                ? new Episode(State.ACTIVE, seen.severity(), since, raisedAt, raisedAt, 0)
                : new Episode(State.PENDING, seen.severity(), since, since, since, 0);
    }

    /** Not bad enough to raise, not good enough to clear. */
    private Episode between(Observation seen) {
        return switch (state) {
            case PENDING -> QUIET;
            case ACTIVE, RECOVERING ->
                entered(State.ACTIVE, Severity.WARN, state == State.ACTIVE ? changedAt : seen.at());
            case QUIET, RESOLVED -> this;
        };
    }

    private Episode fine(Observation seen, DeviationRule rule, WorkingCalendar calendar, Pauses pauses) {
        return switch (state) {
            case PENDING -> QUIET;
            case ACTIVE ->
                entered(rule.clearFor().amount() == 0 ? State.RESOLVED : State.RECOVERING, severity, seen.at());
            case RECOVERING ->
                due(rule, calendar, pauses) <= seen.at() ? entered(State.RESOLVED, severity, seen.at()) : this;
            case QUIET, RESOLVED -> this;
        };
    }

    /** The end of it at once, whatever the rule wants to wait for: it cannot be seen any more. */
    Episode over(long at) {
        return switch (state) {
            case ACTIVE, RECOVERING -> entered(State.RESOLVED, severity, at);
            case PENDING -> QUIET;
            case QUIET, RESOLVED -> this;
        };
    }

    private Episode entered(State next, Severity nextSeverity, long at) {
        return new Episode(next, nextSeverity, since, at, raisedAt, regressions);
    }
}
