package norma.standard;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import norma.diagnostics.Place;
import norma.diagnostics.Span;
import norma.diagnostics.Text;

/**
 * What to do about a deviation.
 *
 * @param when the rule whose deviations it answers
 */
public record DecisionRule(
        String id,
        Text title,
        String when,
        Phase phase,
        Mode mode,
        List<Step> ladder,
        Optional<Effect> effect,
        Place place) {

    public Span span() {
        return place.span();
    }

    /** The phases of the management cycle. */
    public enum Phase {
        PLAN,
        ORGANIZE,
        LEAD,
        CONTROL
    }

    public enum Mode {
        LIVE,
        /** Recorded, acted on by nobody. */
        SHADOW
    }

    /** @param due counted from the decision; empty for none */
    public record Step(Trigger trigger, String action, Assignee to, Optional<Lapse> due, Place place) {}

    public sealed interface Trigger {

        record At(Severity severity) implements Trigger {}

        /** Active for so long and acknowledged by nobody. */
        record Unacknowledged(Lapse time) implements Trigger {}
    }

    /** Who is to do it, told from the deviation's subject. */
    public sealed interface Assignee {

        /** An employee, by a path such as {@code deal.owner}. */
        record Of(Dimension employee) implements Assignee {}

        /** The head of the employee's team; who leads that team is led by the head of the nearest team above that another leads. */
        record HeadOf(Dimension employee) implements Assignee {}

        /** Whoever holds a position. */
        record Holder(String position) implements Assignee {}
    }

    /**
     * How it is seen later whether the decision worked.
     *
     * @param metric the KPI of the deviation's subject that is looked at
     */
    public record Effect(String metric, Expectation expect, Lapse checkAfter) {}

    public enum Expectation {
        /** The deviation is over. */
        RESOLVED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
