package norma.standard.check;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import norma.diagnostics.Problem;
import norma.diagnostics.Problems;
import norma.diagnostics.Text;
import norma.standard.DecisionRule;
import norma.standard.DecisionRule.Step;
import norma.standard.DecisionRule.Trigger;
import norma.standard.DeviationRule;
import norma.standard.Severity;

/** A step of a ladder that is never taken. */
final class DeadStep extends Lint {

    DeadStep() {
        super(
                "dead-step",
                Problem.Severity.ERROR,
                new Text(
                        "Of the steps by severity one is taken: that of the deviation's severity, or the worst below it. A"
                                + " step for a severity that the rule never has, or that another step takes, never happens,"
                                + " and nobody would miss it until it is needed.",
                        "Из шагов по степени выполняется один: для степени отклонения или худшей ниже неё. Шаг для степени,"
                                + " которой у правила не бывает или которую забирает другой шаг, не наступит никогда, и"
                                + " заметят это, только когда он понадобится."));
    }

    @Override
    void look(Draft draft, Problems problems) {
        for (DecisionRule decision : draft.standards().decisions().values()) {
            Optional<DeviationRule> rule =
                    Optional.ofNullable(draft.standards().deviations().get(decision.when()));
            Set<Severity> had = rule.map(DeviationRule::severities).orElse(EnumSet.allOf(Severity.class));
            for (Step step : decision.ladder()) {
                if (!(step.trigger() instanceof Trigger.At at)) continue;
                if (first(decision.ladder(), at.severity()) != step) problems.add(repeated(step, at));
                else if (draft.whole()
                        && had.stream()
                                .flatMap(each -> taken(decision.ladder(), each).stream())
                                .noneMatch(taken -> taken == step))
                    problems.add(rule.map(DeviationRule::span)
                            .map(never(step, at, decision.when(), had)::also)
                            .orElseGet(() -> never(step, at, decision.when(), had)));
            }
        }
    }

    private Problem repeated(Step step, Trigger.At at) {
        String word = at.severity().word();
        return at(
                step.place().value("at"),
                new Text(
                        "this step is never taken: another one for '" + word + "' stands above",
                        "этот шаг не наступит: выше уже есть шаг для «" + word + "»"));
    }

    private Problem never(Step step, Trigger.At at, String rule, Set<Severity> had) {
        String word = at.severity().word();
        String only = had.stream().map(Severity::word).findFirst().orElse("");
        return at(
                step.place().value("at"),
                new Text(
                        "this step is never taken: '" + rule + "' is always '" + only + "', never '" + word + "'",
                        "этот шаг не наступит: у «" + rule + "» всегда «" + only + "» и никогда «" + word + "»"));
    }

    private static Step first(List<Step> ladder, Severity severity) {
        return at(ladder, severity).findFirst().orElseThrow();
    }

    private static Optional<Step> taken(List<Step> ladder, Severity severity) {
        return Stream.iterate(severity.ordinal(), i -> i >= 0, i -> i - 1)
                .map(i -> Severity.values()[i])
                .flatMap(each -> at(ladder, each).limit(1))
                .findFirst();
    }

    private static Stream<Step> at(List<Step> ladder, Severity severity) {
        return ladder.stream().filter(step -> step.trigger().equals(new Trigger.At(severity)));
    }
}
