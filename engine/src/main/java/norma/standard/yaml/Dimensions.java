package norma.standard.yaml;

import java.util.Optional;
import norma.diagnostics.Problem;
import norma.diagnostics.Problems;
import norma.diagnostics.Text;
import norma.document.Node;
import norma.expression.Binding;
import norma.fact.FactType;
import norma.standard.Dimension;

/** Finds the dimension that a name stands for. */
final class Dimensions {

    private Dimensions() {}

    static Optional<Dimension> find(Node.Scalar scalar, FactType of, Vocabulary vocabulary, Problems problems) {
        Optional<Binding> binding = vocabulary.catalogue().find(of, scalar.text());
        if (binding.isEmpty()) {
            problems.add(Problem.error(
                            "unknown-dimension",
                            scalar.span(),
                            new Text(
                                    "a " + of + " has no '" + scalar.text() + "'",
                                    "у фактов «" + of.title().ru().toLowerCase(java.util.Locale.ROOT) + "» нет «"
                                            + scalar.text() + "»"))
                    .allowing(scalar.text(), KpiReader.names(vocabulary, of)));
            return Optional.empty();
        }
        if (!binding.get().type().words()) {
            problems.error(
                    "type-mismatch",
                    scalar.span(),
                    new Text(
                            "'" + scalar.text() + "' is "
                                    + binding.get().type().describe().en()
                                    + ": a dimension is a text, a choice or a reference",
                            "«" + scalar.text() + "» — "
                                    + binding.get().type().describe().ru()
                                    + ": измерением может быть текст, выбор или ссылка"));
            return Optional.empty();
        }
        return Optional.of(new Dimension(scalar.text(), binding.get()));
    }
}
