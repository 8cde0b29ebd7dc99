package norma.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import norma.calendar.Pauses;
import norma.calendar.WorkingCalendar;
import norma.deviation.Deviation;
import norma.standard.DecisionRule;
import norma.standard.DecisionRule.Step;
import norma.standard.DecisionRule.Trigger;

/** Climbs the ladder of a decision: of the steps by severity the one that fits, and every escalation that is reached. */
public final class Ladder {

    /** Finds the employee that a step is for, for the subject of a deviation. */
    @FunctionalInterface
    public interface Roles {
        Optional<String> employee(DecisionRule.Assignee role, Deviation deviation);
    }

    private final WorkingCalendar calendar;
    private final Roles roles;

    public Ladder(WorkingCalendar calendar, Roles roles) {
        this.calendar = calendar;
        this.roles = roles;
    }

    /**
     * @param unattended since when nobody has taken notice, epoch milliseconds; {@link Long#MAX_VALUE} when somebody has
     * @param now epoch milliseconds
     */
    public List<Decision> decisions(DecisionRule rule, Deviation deviation, long unattended, long now) {
        List<Decision> decisions = new ArrayList<>();
        int bySeverity = stepFor(rule, deviation);
        for (int i = 0; i < rule.ladder().size(); i++) {
            Step step = rule.ladder().get(i);
            boolean reached = step.trigger() instanceof Trigger.Unacknowledged escalation
                    ? reachedAt(escalation, unattended) <= now
                    : i == bySeverity;
            if (reached) decisions.add(decision(rule, step, i, deviation, now));
        }
        return List.copyOf(decisions);
    }

    /** When the next escalation is reached; {@link Long#MAX_VALUE} when there is none. */
    public long due(DecisionRule rule, long unattended, long now) {
        long next = Long.MAX_VALUE;
        for (Step step : rule.ladder()) {
            if (!(step.trigger() instanceof Trigger.Unacknowledged escalation)) continue;
            long at = reachedAt(escalation, unattended);
            if (at > now) next = Math.min(next, at);
        }
        return next;
    }

    private long reachedAt(Trigger.Unacknowledged escalation, long unattended) {
        if (unattended == Long.MAX_VALUE) return Long.MAX_VALUE;
        return escalation.time().after(unattended, calendar, Pauses.none());
    }

    /** Whether a decision of this rule was called for because nobody took notice. */
    static boolean isEscalation(DecisionRule rule, Decision decision) {
        int step = decision.step() - 1;
        return step < rule.ladder().size() && rule.ladder().get(step).trigger() instanceof Trigger.Unacknowledged;
    }

    /** The step of the deviation's severity, or of the worst below it: a ladder may leave a severity out. */
    private static int stepFor(DecisionRule rule, Deviation deviation) {
        int best = -1;
        for (int i = 0; i < rule.ladder().size(); i++) {
            if (!(rule.ladder().get(i).trigger() instanceof Trigger.At at)) continue;
            if (at.severity().compareTo(deviation.severity()) > 0) continue;
            if (best < 0 || at.severity().compareTo(severityOf(rule, best)) > 0) best = i;
        }
        return best;
    }

    private static norma.standard.Severity severityOf(DecisionRule rule, int step) {
        return ((Trigger.At) rule.ladder().get(step).trigger()).severity();
    }

    private Decision decision(DecisionRule rule, Step step, int index, Deviation deviation, long now) {
        return new Decision(
                rule.id(),
                deviation.id(),
                rule.phase(),
                step.action(),
                roles.employee(step.to(), deviation),
                step.due().map(lapse -> lapse.after(now, calendar, Pauses.none())),
                index + 1,
                rule.mode(),
                now);
    }
}
