package norma.decide;

import java.util.Optional;
import norma.standard.DecisionRule;

/**
 * One thing that somebody is to do about one deviation.
 *
 * @param rule the decision's definition
 * @param deviation the id of the deviation that it answers
 * @param assignee an employee's id; empty when the role leads to nobody
 * @param due epoch milliseconds
 * @param step which step of the ladder, from 1
 * @param decidedAt epoch milliseconds
 */
public record Decision(
        String rule,
        String deviation,
        DecisionRule.Phase phase,
        String action,
        Optional<String> assignee,
        Optional<Long> due,
        int step,
        DecisionRule.Mode mode,
        long decidedAt) {

    /** Whether it calls for the same of the same person, whenever that was decided. */
    boolean saysAs(Decision other) {
        return id().equals(other.id())
                && phase == other.phase
                && action.equals(other.action)
                && assignee.equals(other.assignee)
                && mode == other.mode;
    }

    public String id() {
        return rule + "/" + step + "/" + deviation;
    }
}
