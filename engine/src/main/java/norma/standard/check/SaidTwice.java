package norma.standard.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import norma.diagnostics.Place;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Problems;
import norma.diagnostics.Text;
import norma.standard.DeviationRule;
import norma.standard.Dimension;
import norma.standard.Kpi;
import norma.standard.Norm;
import norma.standard.Over;

/** An item that stands in its list a second time, where once is enough. */
final class SaidTwice extends Lint {

    SaidTwice() {
        super(
                "said-twice",
                Severity.WARNING,
                new Text(
                        "The second time changes nothing. Most often it stands where another name was meant.",
                        "Второй раз ничего не меняет. Чаще всего на этом месте имелось в виду другое имя."));
    }

    @Override
    void look(Draft draft, Problems problems) {
        for (Kpi kpi : draft.standards().kpis().values()) {
            List<String> cuts = kpi.by().stream()
                    .map(cut ->
                            String.join(" + ", cut.stream().map(Dimension::name).toList()))
                    .toList();
            look(kpi.place(), "by", cuts, problems);
            look(kpi.place(), "over", kpi.over().stream().map(Over::name).toList(), problems);
        }
        for (Norm norm : draft.standards().norms().values()) {
            List<String> sets = norm.precedence().stream()
                    .map(set -> String.join(" + ", set.stream().sorted().toList()))
                    .toList();
            look(norm.place(), "precedence", sets, problems);
        }
        for (DeviationRule rule : draft.standards().deviations().values()) {
            look(rule.place(), "muted_by", rule.mutedBy(), problems);
            List<String> groups = rule.groupBy().stream().map(Dimension::name).toList();
            look(rule.place(), "group_by", groups, problems);
        }
    }

    private void look(Place place, String key, List<String> items, Problems problems) {
        if (!place.has(key)) return;
        Set<String> seen = new HashSet<>();
        for (String item : items) {
            if (seen.add(item)) continue;
            problems.add(at(
                    place.key(key), new Text("'" + item + "' stands here twice", "«" + item + "» стоит здесь дважды")));
        }
    }
}
