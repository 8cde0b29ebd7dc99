package norma.standard.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import norma.diagnostics.Problem;
import norma.diagnostics.Problems;
import norma.diagnostics.Text;
import norma.document.Form;
import norma.document.Node;
import norma.expression.Expected;
import norma.expression.Expression;
import norma.expression.Type;
import norma.fact.Catalogue;
import norma.fact.FactType;
import norma.standard.Dimension;
import norma.standard.Kpi;
import norma.standard.Method;
import norma.standard.Over;

/** Reads KPI, each when it is first asked for. */
final class KpiReader {

    private static final Map<String, Type> UNITS = Map.ofEntries(
            Map.entry("money", Type.MONEY),
            Map.entry("number", Type.NUMBER),
            Map.entry("count", Type.COUNT),
            Map.entry("percent", Type.PERCENT),
            Map.entry("days", Type.DAYS),
            Map.entry("working_days", Type.WORKING_DAYS),
            Map.entry("hours", Type.HOURS),
            Map.entry("working_hours", Type.WORKING_HOURS),
            Map.entry("time", Type.TIME),
            Map.entry("text", Type.TEXT),
            Map.entry("class", Type.TEXT));

    private final Vocabulary vocabulary;
    private final Map<String, Node.Entry> entries;
    private final Problems problems;
    private final Map<String, Optional<Kpi>> read = new HashMap<>();
    private final List<String> reading = new ArrayList<>();

    KpiReader(Vocabulary vocabulary, Sections sections, Problems problems) {
        this.vocabulary = vocabulary;
        this.entries = sections.of("kpis");
        this.problems = problems;
        vocabulary.learn(List.copyOf(entries.keySet()), this::kpi);
    }

    void readAll() {
        entries.keySet().forEach(this::kpi);
    }

    Map<String, Kpi> all() {
        Map<String, Kpi> all = new LinkedHashMap<>();
        entries.keySet().forEach(id -> kpi(id).ifPresent(kpi -> all.put(id, kpi)));
        return all;
    }

    private Optional<Kpi> kpi(String id) {
        if (read.containsKey(id)) return read.get(id);
        Node.Entry entry = entries.get(id);
        if (entry == null) return Optional.empty();
        if (reading.contains(id)) {
            String circle = String.join(" → ", reading.subList(reading.indexOf(id), reading.size())) + " → " + id;
            problems.error(
                    "cycle",
                    entry.key().span(),
                    new Text("a KPI that needs itself: " + circle, "показатель нужен сам себе: " + circle));
            return Optional.empty();
        }
        reading.add(id);
        Optional<Kpi> kpi = Form.of(entry.value(), problems).flatMap(form -> read(entry.key(), form));
        reading.remove(id);
        read.put(id, kpi);
        return kpi;
    }

    private Optional<Kpi> read(Node.Scalar id, Form form) {
        Text title = form.required("title")
                .flatMap(node -> Form.asText(node, problems))
                .orElse(Text.same(id.text()));
        Optional<Text> note = form.text("note");
        form.node("department");
        form.node("dimension_of_control");
        Optional<Kpi> formula = form.has("formula") ? firstRead(form) : Optional.empty();
        Optional<FactType> of = form.scalar("of")
                .flatMap(scalar -> ModelReader.factType(scalar, problems))
                .or(() -> formula.map(Kpi::of));
        if (of.isEmpty()) {
            if (!form.has("of"))
                problems.error("missing-key", form.span(), new Text("'of' is missing here", "здесь нет ключа «of»"));
            MethodReader.KINDS.forEach(form::node);
            closeAfterCommonKeys(form);
            return Optional.empty();
        }
        SubjectNames names = SubjectNames.of(vocabulary, of.get());
        Optional<Expression> onlyIf = vocabulary.compile(form, "only_if", names, Expected.truth());
        Optional<Expression> at = vocabulary.compile(form, "at", names, Expected.time());
        Optional<MethodReader.Read> method = new MethodReader(vocabulary, of.get(), problems).read(form);
        List<List<Dimension>> by = new ArrayList<>();
        form.list("by").forEach(cut -> cut(cut, of.get()).ifPresent(by::add));
        List<Over> over = new ArrayList<>();
        form.scalars("over").forEach(scalar -> Phrases.over(scalar, problems).ifPresent(over::add));
        boolean whole = form.flag("whole").orElse(true);
        Kpi.ZeroDenominator zero = form.choice(
                        "zero", Map.of("undefined", Kpi.ZeroDenominator.UNDEFINED, "zero", Kpi.ZeroDenominator.ZERO))
                .orElse(Kpi.ZeroDenominator.UNDEFINED);
        Optional<Type> declared = unit(form);
        form.close();
        if (method.isEmpty()) return Optional.empty();
        Method how = method.get().method();
        itemOf(how).ifPresent(item -> {
            by.clear();
            by.add(List.of(item));
        });
        if (formula.isPresent() && !form.has("by")) by.addAll(formula.get().by());
        if (over.isEmpty()) {
            if (formula.isPresent()) over.addAll(formula.get().over());
            else over.add(new Over.All());
        }
        if (at.isEmpty()
                && !form.has("at")
                && formula.isEmpty()
                && over.stream().anyMatch(o -> !(o instanceof Over.All)))
            problems.error(
                    "missing-key",
                    form.span(),
                    new Text(
                            "'over' needs 'at': the time that places a case in a period",
                            "для «over» нужен «at»: время, по которому случай относится к периоду"));
        Type unit = agreed(id, declared, method.get().unit());
        return Optional.of(new Kpi(
                id.text(),
                title,
                note,
                of.get(),
                unit,
                onlyIf,
                how,
                at,
                List.copyOf(by),
                whole && itemOf(how).isEmpty(),
                List.copyOf(over),
                zero,
                id.span()));
    }

    private void closeAfterCommonKeys(Form form) {
        List.of("of", "only_if", "at", "by", "over", "whole", "zero", "unit").forEach(form::node);
        form.close();
    }

    /** The first KPI that a formula names: it says what the formula is measured for unless the formula says so itself. */
    private Optional<Kpi> firstRead(Form form) {
        return form.scalar("formula").flatMap(scalar -> List.of(scalar.text().split("[^a-z0-9_]+")).stream()
                .filter(entries::containsKey)
                .flatMap(id -> kpi(id).stream())
                .findFirst());
    }

    private Optional<Dimension> itemOf(Method method) {
        if (method instanceof Method.Abc abc) return Optional.of(abc.item());
        if (method instanceof Method.Xyz xyz) return Optional.of(xyz.item());
        if (method instanceof Method.Share share) return Optional.of(share.item());
        if (method instanceof Method.AbcXyz both) return kpi(both.abc()).flatMap(kpi -> itemOf(kpi.method()));
        return Optional.empty();
    }

    private Optional<List<Dimension>> cut(Node node, FactType of) {
        List<Node> items = node instanceof Node.Sequence sequence ? sequence.items() : List.of(node);
        List<Dimension> cut = new ArrayList<>();
        for (Node item : items) {
            if (item instanceof Node.Scalar scalar) dimension(scalar, of).ifPresent(cut::add);
            else
                problems.error(
                        "not-a-value",
                        item.span(),
                        new Text("a dimension is expected here", "здесь ожидается измерение"));
        }
        return cut.size() == items.size() ? Optional.of(List.copyOf(cut)) : Optional.empty();
    }

    Optional<Dimension> dimension(Node.Scalar scalar, FactType of) {
        return Dimensions.find(scalar, of, vocabulary, problems);
    }

    private Optional<Type> unit(Form form) {
        return form.choice("unit", UNITS);
    }

    private Type agreed(Node.Scalar id, Optional<Type> declared, Type inferred) {
        if (declared.isEmpty()) return inferred.equals(Type.RATIO) ? Type.PERCENT : inferred;
        if (inferred.enumerated() || (declared.get().words() && inferred.words())) return inferred;
        if (declared.get().fits(inferred)) return declared.get();
        problems.error(
                "type-mismatch",
                id.span(),
                new Text(
                        "the unit says " + declared.get().describe().en() + ", the KPI gives "
                                + inferred.describe().en(),
                        "в unit указано: " + declared.get().describe().ru() + ", а показатель даёт: "
                                + inferred.describe().ru()));
        return inferred;
    }

    static List<String> names(Vocabulary vocabulary, FactType of) {
        Catalogue catalogue = vocabulary.catalogue();
        return catalogue.names(of).stream()
                .filter(name ->
                        catalogue.find(of, name).filter(b -> b.type().words()).isPresent())
                .toList();
    }

    static Problem unknownKpi(Node.Scalar scalar, Vocabulary vocabulary) {
        return Problem.error(
                        "unknown-kpi",
                        scalar.span(),
                        new Text("there is no KPI '" + scalar.text() + "'", "нет показателя «" + scalar.text() + "»"))
                .allowing(scalar.text(), vocabulary.kpiIds());
    }
}
