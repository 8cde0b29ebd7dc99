package norma.standard.check;

import java.util.List;
import java.util.Map;
import norma.diagnostics.Problem.Severity;
import norma.diagnostics.Problems;
import norma.diagnostics.Text;
import norma.standard.Norm;

/** Two overrides that fit one subject, and nobody said which wins. */
final class TiedRows extends Lint {

    TiedRows() {
        super(
                "tied-rows",
                Severity.WARNING,
                new Text(
                        "Where two rows fit, the one with more dimensions wins; of as many, the one that is written first,"
                                + " which is easily changed by accident. Say it with 'precedence'.",
                        "Если подходят две строки, побеждает та, где больше измерений; при равном числе — та, что записана"
                                + " раньше, а это легко изменить случайно. Скажите это в «precedence»."));
    }

    @Override
    void look(Draft draft, Problems problems) {
        draft.standards().norms().values().stream()
                .filter(norm -> !norm.place().has("precedence"))
                .forEach(norm -> look(norm.overrides(), problems));
    }

    private void look(List<Norm.Override> rows, Problems problems) {
        for (int later = 1; later < rows.size(); later++) {
            Norm.Override row = rows.get(later);
            rows.stream()
                    .limit(later)
                    .filter(before -> tie(before.where(), row.where()))
                    .findFirst()
                    .ifPresent(before -> problems.add(at(
                            row.span(),
                            new Text(
                                    "this row and that of line " + before.span().line()
                                            + " may fit one subject: 'precedence' has to say which wins, such as ["
                                            + set(before) + ", " + set(row) + "]",
                                    "эта строка и строка " + before.span().line()
                                            + " могут подойти вместе: какая победит, говорит «precedence», например ["
                                            + set(before) + ", " + set(row) + "]"))));
        }
    }

    private static boolean tie(Map<String, String> one, Map<String, String> other) {
        return one.size() == other.size()
                && !one.keySet().equals(other.keySet())
                && one.entrySet().stream()
                        .allMatch(each -> each.getValue().equals(other.getOrDefault(each.getKey(), each.getValue())));
    }

    private static String set(Norm.Override row) {
        return String.join(" + ", row.where().keySet());
    }
}
