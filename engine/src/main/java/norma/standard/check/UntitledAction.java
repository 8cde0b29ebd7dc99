package norma.standard.check;

import java.util.List;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Problems;
import norma.diagnostics.Text;
import norma.standard.DecisionRule;

/** An action that the model's {@code actions} do not know, though they know others. */
final class UntitledAction extends Lint {

    private static final String PREFIX = "action:";

    UntitledAction() {
        super(
                "unknown-action",
                Severity.WARNING,
                new Text(
                        "Whoever is to do it reads the action's title; without one he reads the word itself. Most often the"
                                + " word is misspelt.",
                        "Исполнитель читает название действия; без названия он увидит само слово. Чаще всего в слове"
                                + " опечатка."));
    }

    @Override
    void look(Draft draft, Problems problems) {
        List<String> known = draft.standards().model().titles().keySet().stream()
                .filter(key -> key.startsWith(PREFIX))
                .map(key -> key.substring(PREFIX.length()))
                .toList();
        if (known.isEmpty()) return;
        for (DecisionRule decision : draft.standards().decisions().values()) {
            for (DecisionRule.Step step : decision.ladder()) {
                if (known.contains(step.action())) continue;
                problems.add(at(
                                step.place().value("do"),
                                new Text(
                                        "the model has no action '" + step.action() + "'",
                                        "в модели нет действия «" + step.action() + "»"))
                        .allowing(step.action(), known));
            }
        }
    }
}
