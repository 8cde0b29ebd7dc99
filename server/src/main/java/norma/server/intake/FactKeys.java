package norma.server.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import norma.diagnostics.Problems;
import norma.document.Form;
import norma.document.Node;
import norma.expression.Type;
import norma.fact.Catalogue;
import norma.fact.Deal;
import norma.fact.FactType;
import norma.fact.Visit;
import norma.server.intake.SourceMapping.ChangeMapping;
import norma.server.intake.SourceMapping.FactMapping;
import norma.server.intake.SourceMapping.FieldMapping;
import norma.server.intake.SourceMapping.Repeats;
import norma.server.intake.check.MadeByEngine;
import norma.server.intake.check.UnknownField;
import norma.standard.yaml.check.UnknownFactType;

/** Reads one entry of {@code facts}. */
final class FactKeys {

    /** Fields of a deal that the engine counts from the deal's own changes. */
    private static final Set<String> COUNTED = Set.of("pushes", "peak_amount");

    private final Terms terms;
    private final Problems problems;

    FactKeys(Terms terms, Problems problems) {
        this.terms = terms;
        this.problems = problems;
    }

    Optional<FactMapping> read(Form form) {
        Optional<FactType> type = form.requiredScalar("type").flatMap(this::type);
        Optional<Node.Scalar> id = form.requiredScalar("id");
        Optional<Node.Scalar> onlyIf = form.scalar("only_if");
        Optional<Node.Scalar> at = form.scalar("at");
        List<FieldMapping> set = set(form, type);
        List<ChangeMapping> changes = new ArrayList<>();
        for (Node node : form.list("changes"))
            Form.of(node, problems).flatMap(change -> change(change, type)).ifPresent(changes::add);
        Repeats repeats = form.choice(
                        "repeats", Map.of("reject", Repeats.REJECT, "first", Repeats.FIRST, "last", Repeats.LAST))
                .orElse(Repeats.REJECT);
        boolean keepsBlank =
                form.choice("blank", Map.of("clear", false, "keep", true)).orElse(false);
        form.close();
        if (type.isEmpty() || id.isEmpty()) return Optional.empty();
        return Optional.of(
                new FactMapping(type.get(), id.get(), onlyIf, at, set, List.copyOf(changes), repeats, keepsBlank));
    }

    private Optional<ChangeMapping> change(Form form, Optional<FactType> type) {
        Optional<Node.Scalar> at = form.requiredScalar("at");
        Optional<Node.Scalar> onlyIf = form.scalar("only_if");
        form.required("set");
        List<FieldMapping> set = set(form, type);
        form.close();
        return at.map(time -> new ChangeMapping(time, onlyIf, set));
    }

    private Optional<FactType> type(Node.Scalar scalar) {
        Optional<FactType> type = Catalogue.type(scalar.text());
        if (type.isPresent() && type.get() == Visit.TYPE) {
            problems.add(MadeByEngine.visits(scalar.span()));
            return Optional.empty();
        }
        if (type.isEmpty())
            problems.add(UnknownFactType.of(
                    scalar,
                    Catalogue.TYPES.stream()
                            .filter(known -> known != Visit.TYPE)
                            .map(FactType::name)
                            .toList()));
        return type;
    }

    private List<FieldMapping> set(Form form, Optional<FactType> type) {
        List<FieldMapping> set = new ArrayList<>();
        for (Node.Entry entry : form.entries("set")) {
            Optional<Node.Scalar> value = form.asScalar(entry.value());
            if (type.isEmpty() || value.isEmpty()) continue;
            field(type.get(), entry.key())
                    .ifPresent(found -> set.add(new FieldMapping(entry.key().text(), found, value.get())));
        }
        return List.copyOf(set);
    }

    private Optional<Type> field(FactType type, Node.Scalar name) {
        if (type == Deal.TYPE && COUNTED.contains(name.text())) {
            problems.add(MadeByEngine.counted(name));
            return Optional.empty();
        }
        Optional<Type> found = terms.catalogue().fieldType(type, name.text());
        if (found.isEmpty()) problems.add(UnknownField.of(name, type.name(), fields(type, terms.catalogue())));
        return found;
    }

    /** The fields and own attributes that a mapping may set. */
    static List<String> fields(FactType type, Catalogue catalogue) {
        List<String> names = new ArrayList<>();
        type.fields().forEach(field -> names.add(field.name()));
        catalogue.attributes(type).forEach(attribute -> names.add(attribute.name()));
        if (type == Deal.TYPE) names.removeAll(COUNTED);
        return names;
    }
}
