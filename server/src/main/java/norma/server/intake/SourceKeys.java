package norma.server.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import norma.diagnostics.Problems;
import norma.document.Form;
import norma.document.Node;
import norma.expression.Type;
import norma.server.intake.SourceMapping.FactMapping;
import norma.server.intake.SourceMapping.LookupMapping;
import norma.server.intake.SourceMapping.Typed;
import norma.server.intake.SourceMapping.Unpivot;
import norma.server.intake.SourceMapping.ValueMap;
import norma.server.intake.check.DuplicateColumn;

/** Reads one entry of {@code sources}. */
final class SourceKeys {

    private static final Map<String, Type> TYPES = Map.of(
            "text", Type.TEXT,
            "money", Type.MONEY,
            "number", Type.NUMBER,
            "count", Type.COUNT,
            "percent", Type.PERCENT,
            "time", Type.TIME,
            "truth", Type.TRUTH);

    private final Terms terms;
    private final Layout layout;
    private final Formats formats;
    private final Problems problems;

    SourceKeys(Terms terms, Layout layout, Formats formats, Problems problems) {
        this.terms = terms;
        this.layout = layout;
        this.formats = formats;
        this.problems = problems;
    }

    Optional<SourceMapping> read(Form form) {
        Optional<Layout.Described> file = described(form, layout, formats);
        List<ValueMap> values = new ArrayList<>();
        for (Node.Entry entry : form.entries("values")) valueMap(entry).ifPresent(values::add);
        List<Typed> types = new ArrayList<>();
        for (Node.Entry entry : form.entries("types"))
            form.asScalar(entry.value())
                    .flatMap(type -> Form.choose(type, TYPES, problems))
                    .ifPresent(type -> types.add(new Typed(entry.key(), type)));
        List<LookupMapping> lookups = new ArrayList<>();
        for (Node.Entry entry : form.entries("lookups")) lookup(entry).ifPresent(lookups::add);
        Optional<Unpivot> unpivot = form.form("unpivot").flatMap(this::unpivot);
        Optional<Node.Scalar> onlyIf = form.scalar("only_if");
        List<Node.Scalar> ignored = form.scalars("ignore");
        form.required("facts");
        List<FactMapping> facts = new ArrayList<>();
        for (Node node : form.list("facts"))
            Form.of(node, problems).flatMap(new FactKeys(terms, problems)::read).ifPresent(facts::add);
        form.close();
        return file.map(described ->
                new SourceMapping(described, values, types, lookups, unpivot, onlyIf, ignored, List.copyOf(facts)));
    }

    private Optional<Layout.Described> described(Form form, Layout layout, Formats formats) {
        Optional<Node.Scalar> file = form.requiredScalar("file");
        Layout own = new LayoutKeys(form, problems)
                .read(layout, file.map(Node.Scalar::text).orElse(""));
        Formats read = new FormatKeys(form, problems).read(formats);
        return file.map(name -> new Layout.Described(name, own, read));
    }

    private Optional<ValueMap> valueMap(Node.Entry entry) {
        Optional<Form> form = Form.of(entry.value(), problems);
        if (form.isEmpty()) return Optional.empty();
        Map<String, String> replacements = new LinkedHashMap<>();
        for (Node.Entry pair : form.get().mapping().entries()) {
            if (pair.value() instanceof Node.Scalar to && !to.isEmpty())
                replacements.put(pair.key().text(), to.text());
            else form.get().asScalar(pair.value());
        }
        return Optional.of(new ValueMap(entry.key(), replacements));
    }

    private Optional<LookupMapping> lookup(Node.Entry entry) {
        Optional<Form> form = Form.of(entry.value(), problems);
        if (form.isEmpty()) return Optional.empty();
        Optional<Layout.Described> file = described(form.get(), layout, formats);
        Optional<Node.Scalar> key = form.get().requiredScalar("key");
        Optional<Node.Scalar> on = form.get().requiredScalar("on");
        form.get().close();
        if (file.isEmpty() || key.isEmpty() || on.isEmpty()) return Optional.empty();
        return Optional.of(new LookupMapping(entry.key(), file.get(), key.get(), on.get()));
    }

    private Optional<Unpivot> unpivot(Form form) {
        form.required("columns");
        List<Unpivot.Turned> columns = new ArrayList<>();
        for (Node.Entry entry : form.entries("columns"))
            form.asScalar(entry.value()).ifPresent(label -> columns.add(new Unpivot.Turned(entry.key(), label.text())));
        Optional<Node.Scalar> name = form.requiredScalar("name");
        Optional<Node.Scalar> value = form.requiredScalar("value");
        form.close();
        if (name.isEmpty() || value.isEmpty() || columns.isEmpty()) return Optional.empty();
        if (name.get().text().equals(value.get().text())) problems.add(DuplicateColumn.of(value.get()));
        return Optional.of(new Unpivot(columns, name.get(), value.get()));
    }
}
