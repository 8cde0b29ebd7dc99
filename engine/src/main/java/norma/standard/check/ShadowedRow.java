package norma.standard.check;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Problems;
import norma.diagnostics.Text;
import norma.standard.Norm;

/** An override for nobody but those whom another, which comes before it, takes. */
final class ShadowedRow extends Lint {

    ShadowedRow() {
        super(
                "shadowed-row",
                Severity.ERROR,
                new Text(
                        "The first set of dimensions in 'precedence' wins. A row that is only for subjects which another"
                                + " row takes before never applies: put the narrower set first.",
                        "Побеждает набор измерений, который стоит в «precedence» раньше. Строка для тех, кого раньше"
                                + " забирает другая, не действует никогда: поставьте более узкий набор первым."));
    }

    @Override
    void look(Draft draft, Problems problems) {
        for (Norm norm : draft.standards().norms().values()) {
            for (Norm.Override row : norm.overrides()) {
                shadow(norm, row)
                        .ifPresent(before -> problems.add(at(
                                row.span(),
                                new Text(
                                        "this row never applies: the row of line "
                                                + before.span().line() + " is for the same and more, and '"
                                                + String.join(
                                                        " + ", before.where().keySet())
                                                + "' wins over '"
                                                + String.join(" + ", row.where().keySet()) + "'",
                                        "строка не действует никогда: строка "
                                                + before.span().line() + " — о тех же и других, а «"
                                                + String.join(
                                                        " + ", before.where().keySet())
                                                + "» побеждает «"
                                                + String.join(" + ", row.where().keySet()) + "»"))));
            }
        }
    }

    private static Optional<Norm.Override> shadow(Norm norm, Norm.Override row) {
        return norm.overrides().stream()
                .filter(other -> rank(norm, other) < rank(norm, row))
                .filter(other ->
                        row.where().entrySet().containsAll(other.where().entrySet()))
                .filter(other -> lastsAsLong(other, row))
                .findFirst();
    }

    private static boolean lastsAsLong(Norm.Override other, Norm.Override row) {
        return other.until().isEmpty()
                || row.until().filter(end -> !end.isAfter(other.until().get())).isPresent();
    }

    private static int rank(Norm norm, Norm.Override row) {
        List<Set<String>> order = norm.precedence().stream()
                .map(set -> (Set<String>) new HashSet<>(set))
                .toList();
        return order.indexOf(row.where().keySet());
    }
}
