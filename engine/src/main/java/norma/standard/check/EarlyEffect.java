package norma.standard.check;

import java.util.Comparator;
import java.util.Optional;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Problems;
import norma.diagnostics.Text;
import norma.standard.DecisionRule;
import norma.standard.DecisionRule.Effect;
import norma.standard.DecisionRule.Step;
import norma.standard.DeviationRule;
import norma.standard.Lapse;

/** An effect that is looked at before it can be there. */
final class EarlyEffect extends Lint {

    EarlyEffect() {
        super(
                "early-effect",
                Severity.WARNING,
                new Text(
                        "A decision that is looked at before anybody had to act, or before its deviation can be over, never"
                                + " seems to have worked. Look later.",
                        "Если проверить решение раньше, чем наступил срок задачи или могло завершиться отклонение, всегда"
                                + " покажется, что оно не помогло. Проверяйте позже."));
    }

    @Override
    void look(Draft draft, Problems problems) {
        for (DecisionRule decision : draft.standards().decisions().values()) {
            if (decision.effect().isEmpty()) continue;
            Effect effect = decision.effect().get();
            firstDue(decision)
                    .filter(due -> isBefore(effect.checkAfter(), due))
                    .ifPresent(due -> problems.add(at(
                            decision.place().value("effect.check_after"),
                            new Text("the task is due in " + due + " only", "срок задачи — только через " + due))));
            Optional.ofNullable(draft.standards().deviations().get(decision.when()))
                    .map(DeviationRule::clearFor)
                    .filter(hold -> isBefore(effect.checkAfter(), hold))
                    .ifPresent(hold -> problems.add(at(
                            decision.place().value("effect.check_after"),
                            new Text(
                                    "the deviation stays for " + hold + " after the norm holds again (clear_for)",
                                    "отклонение держится ещё " + hold + " после возврата в норму (clear_for)"))));
        }
    }

    /** The earliest, where every step has one. */
    private static Optional<Lapse> firstDue(DecisionRule decision) {
        if (decision.ladder().stream().anyMatch(step -> step.due().isEmpty())) return Optional.empty();
        return decision.ladder().stream()
                .map(Step::due)
                .flatMap(Optional::stream)
                .min(Comparator.comparingInt(EarlyEffect::leastHours));
    }

    /** Whether it is so in every calendar: a working day is no shorter than a day on the clock. */
    private static boolean isBefore(Lapse first, Lapse second) {
        if (first.unit() == second.unit()) return first.amount() < second.amount();
        return first.unit() != Lapse.Unit.WORKING_DAYS && leastHours(first) < leastHours(second);
    }

    private static int leastHours(Lapse lapse) {
        return lapse.unit() == Lapse.Unit.HOURS ? lapse.amount() : 24 * lapse.amount();
    }
}
