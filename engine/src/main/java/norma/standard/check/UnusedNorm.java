package norma.standard.check;

import java.util.Set;
import java.util.stream.Collectors;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Problems;
import norma.diagnostics.Text;

/** A norm that no deviation breaks. */
final class UnusedNorm extends Lint {

    UnusedNorm() {
        super(
                "unused-norm",
                Severity.WARNING,
                new Text(
                        "Nobody is told when a norm is broken unless a deviation names it in 'breaks'. Add the deviation,"
                                + " or remove the norm.",
                        "О нарушении нормы никто не узнает, пока отклонение не назовёт её в «breaks». Добавьте отклонение"
                                + " или удалите норму."));
    }

    @Override
    void look(Draft draft, Problems problems) {
        if (!draft.whole()) return;
        Set<String> used = draft.standards().deviations().values().stream()
                .flatMap(rule -> rule.breaks().stream())
                .map(table -> table.norm().id())
                .collect(Collectors.toSet());
        draft.standards().norms().values().stream()
                .filter(norm -> !used.contains(norm.id()))
                .forEach(norm -> problems.add(at(
                        norm.span(),
                        new Text(
                                "no deviation breaks the norm '" + norm.id() + "'",
                                "ни одно отклонение не нарушает норму «" + norm.id() + "»"))));
    }
}
