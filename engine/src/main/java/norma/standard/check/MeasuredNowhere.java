package norma.standard.check;

import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Problems;
import norma.diagnostics.Text;
import norma.standard.Kpi;

/** A KPI that is measured neither as a whole nor by anything. */
final class MeasuredNowhere extends Lint {

    MeasuredNowhere() {
        super(
                "measured-nowhere",
                Severity.ERROR,
                new Text(
                        "With 'whole: false' the whole is left out; without 'by' nothing is left to measure. Add 'by', or remove"
                                + " 'whole'.",
                        "При «whole: false» целое не измеряется; без «by» измерять нечего. Добавьте «by» или удалите «whole»."));
    }

    @Override
    void look(Draft draft, Problems problems) {
        for (Kpi kpi : draft.standards().kpis().values()) {
            boolean somewhere = kpi.ofSubject() || kpi.whole() || !kpi.by().isEmpty();
            if (somewhere || kpi.place().has("by")) continue;
            problems.add(at(
                    kpi.place().value("whole"),
                    new Text(
                            "nothing is measured: neither the whole nor 'by' anything",
                            "ничего не измеряется: ни целое, ни по измерениям («by»)")));
        }
    }
}
