package norma.standard.check;

import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Problems;
import norma.diagnostics.Text;

/** A list that no condition asks. */
final class UnusedList extends Lint {

    UnusedList() {
        super(
                "unused-list",
                Severity.WARNING,
                new Text(
                        "A list does nothing by itself. Name it in a condition, such as 'stage in late_stages', or remove"
                                + " it.",
                        "Сам по себе список ничего не делает. Назовите его в условии, например «stage in late_stages», или"
                                + " удалите."));
    }

    @Override
    void look(Draft draft, Problems problems) {
        if (!draft.whole()) return;
        for (String list : draft.standards().lists().keySet()) {
            if (draft.mentioned().contains(list) || !draft.places().containsKey(list)) continue;
            problems.add(at(
                    draft.places().get(list),
                    new Text("nothing uses the list '" + list + "'", "список «" + list + "» нигде не используется")));
        }
    }
}
