package norma.standard.check;

import java.util.Set;
import java.util.stream.Collectors;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Problems;
import norma.diagnostics.Text;
import norma.standard.DecisionRule;

/** A deviation that no decision answers, among others that are answered. */
final class UnansweredDeviation extends Lint {

    UnansweredDeviation() {
        super(
                "unanswered-deviation",
                Severity.WARNING,
                new Text(
                        "Control leads to a decision: a deviation that asks nothing of anybody is read once and then"
                                + " passed over. Say under 'decisions' who is to do what about it. While there are no"
                                + " decisions at all nothing is said.",
                        "Контроль ведёт к решению: отклонение, которое ни от кого ничего не требует, прочтут один раз и"
                                + " забудут. Напишите в «decisions», кто и что с ним делает. Пока решений нет вообще,"
                                + " предупреждения нет."));
    }

    @Override
    void look(Draft draft, Problems problems) {
        if (!draft.whole() || draft.standards().decisions().isEmpty()) return;
        Set<String> answered = draft.standards().decisions().values().stream()
                .map(DecisionRule::when)
                .collect(Collectors.toSet());
        draft.standards().deviations().values().stream()
                .filter(rule -> !answered.contains(rule.id()))
                .forEach(rule -> problems.add(at(
                        rule.span(),
                        new Text(
                                "no decision answers the deviation '" + rule.id() + "'",
                                "на отклонение «" + rule.id() + "» не отвечает ни одно решение"))));
    }
}
