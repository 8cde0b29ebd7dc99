package norma.standard.check;

import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Problems;
import norma.diagnostics.Text;

/** A calendar by which nobody counts. */
final class UnusedCalendar extends Lint {

    UnusedCalendar() {
        super(
                "unused-calendar",
                Severity.WARNING,
                new Text(
                        "Working days are counted by the model's calendar unless another is named, so a calendar that"
                                + " nobody names changes nothing. Name it in the model, in an expression or in 'extends'.",
                        "Рабочие дни считаются по календарю модели, если не назван другой: календарь, который никто не"
                                + " назвал, ничего не меняет. Назовите его в модели, в выражении или в «extends»."));
    }

    @Override
    void look(Draft draft, Problems problems) {
        if (!draft.whole()) return;
        String ofModel = draft.standards().model().calendar().id();
        for (String calendar : draft.standards().calendars().keySet()) {
            boolean used = draft.mentioned().contains(calendar) || calendar.equals(ofModel);
            if (used || !draft.places().containsKey(calendar)) continue;
            problems.add(at(
                    draft.places().get(calendar),
                    new Text(
                            "nothing is counted by the calendar '" + calendar + "'",
                            "по календарю «" + calendar + "» ничего не считается")));
        }
    }
}
