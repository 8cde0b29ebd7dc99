package norma.standard.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Problems;
import norma.diagnostics.Text;
import norma.standard.Norm;

/** A set of dimensions in {@code precedence} that no override uses. */
final class PrecedenceWithoutRows extends Lint {

    PrecedenceWithoutRows() {
        super(
                "precedence-without-rows",
                Severity.WARNING,
                new Text(
                        "The order says which rows win, and there are none of this set: its name is misspelt, or the rows"
                                + " are gone.",
                        "«precedence» говорит, какие строки побеждают, а строк с таким набором нет: опечатка в имени, или"
                                + " строки удалили."));
    }

    @Override
    void look(Draft draft, Problems problems) {
        if (!draft.whole()) return;
        for (Norm norm : draft.standards().norms().values()) {
            if (norm.overrides().isEmpty() || !norm.place().has("precedence")) continue;
            for (List<String> set : norm.precedence()) {
                if (norm.overrides().stream()
                        .anyMatch(row -> row.where().keySet().equals(named(set)))) continue;
                String name = String.join(" + ", set);
                problems.add(at(
                        norm.place().value("precedence"),
                        new Text("no row is for '" + name + "'", "ни одной строки для «" + name + "» нет")));
            }
        }
    }

    private static Set<String> named(List<String> set) {
        return new HashSet<>(set);
    }
}
