package norma.standard.yaml;

import java.util.Locale;
import java.util.Optional;
import norma.diagnostics.Problems;
import norma.diagnostics.Text;
import norma.document.Node;
import norma.expression.Binding;
import norma.fact.FactType;
import norma.standard.Dimension;
import norma.standard.yaml.check.UnknownDimension;

/** Finds the dimension that a name stands for. */
final class Dimensions {

    private Dimensions() {}

    static Optional<Dimension> find(Node.Scalar scalar, FactType of, Vocabulary vocabulary, Problems problems) {
        Optional<Binding> binding = vocabulary.catalogue().find(of, scalar.text());
        if (binding.isEmpty()) {
            Text type = new Text(of.name(), of.title().ru().toLowerCase(Locale.ROOT));
            problems.add(UnknownDimension.of(scalar, type, KpiReader.names(vocabulary, of)));
            return Optional.empty();
        }
        if (!binding.get().type().words()) {
            problems.add(UnknownDimension.noWords(scalar, binding.get().type().describe()));
            return Optional.empty();
        }
        return Optional.of(new Dimension(scalar.text(), binding.get()));
    }
}
