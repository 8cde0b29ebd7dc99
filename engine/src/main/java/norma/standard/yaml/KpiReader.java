package norma.standard.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import norma.diagnostics.Place;
import norma.diagnostics.Problems;
import norma.diagnostics.Text;
import norma.diagnostics.check.TooDeep;
import norma.document.Form;
import norma.document.Node;
import norma.document.check.MissingKey;
import norma.expression.Expected;
import norma.expression.Expression;
import norma.expression.Type;
import norma.fact.Catalogue;
import norma.fact.FactType;
import norma.standard.Dimension;
import norma.standard.Kpi;
import norma.standard.Method;
import norma.standard.Over;
import norma.standard.yaml.check.BadId;
import norma.standard.yaml.check.Cycle;
import norma.standard.yaml.check.DuplicateId;
import norma.standard.yaml.check.KpiType;
import norma.standard.yaml.check.UnknownDimension;

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

    private static final int DEEPEST = 40;

    private final Vocabulary vocabulary;
    private final Map<String, Node.Entry> entries;
    private final Problems problems;
    private final Map<String, Optional<Kpi>> read = new HashMap<>();
    private final Set<String> circular = new HashSet<>();
    private final List<String> reading = new ArrayList<>();

    KpiReader(Vocabulary vocabulary, Sections sections, Problems problems) {
        this.vocabulary = vocabulary;
        this.entries = sections.of("kpis");
        this.problems = problems;
        vocabulary.learn(List.copyOf(entries.keySet()), this::kpi, read::containsKey);
    }

    void readAll() {
        entries.values().forEach(entry -> refuseValue(entry.key()));
        entries.keySet().forEach(this::kpi);
    }

    Map<String, Kpi> all() {
        Map<String, Kpi> all = new LinkedHashMap<>();
        entries.keySet().forEach(id -> kpi(id).ifPresent(kpi -> all.put(id, kpi)));
        return all;
    }

    private Optional<Kpi> kpi(String id) {
        Optional<Kpi> known = read.get(id);
        if (known != null) return known;
        Node.Entry entry = entries.get(id);
        if (entry == null) return Optional.empty();
        if (reading.contains(id)) {
            refuseCircle(entry.key(), reading.subList(reading.indexOf(id), reading.size()));
            return Optional.empty();
        }
        if (reading.size() == DEEPEST) {
            problems.add(TooDeep.chain(entry.key().span(), DEEPEST));
            return Optional.empty();
        }
        reading.add(id);
        Optional<Kpi> kpi = Form.of(entry.value(), problems).flatMap(form -> read(entry.key(), form));
        reading.remove(id);
        read.put(id, kpi);
        return kpi;
    }

    private void refuseCircle(Node.Scalar id, List<String> circle) {
        if (!circular.containsAll(circle)) problems.add(Cycle.kpi(id.span(), circle));
        circular.addAll(circle);
    }

    /** An expression such as {@code status = won} could not tell a KPI of that name from the value. */
    private void refuseValue(Node.Scalar id) {
        Map<String, List<String>> domains = vocabulary.model().domains();
        Optional<String> domain = domains.keySet().stream()
                .sorted()
                .filter(name -> domains.getOrDefault(name, List.of()).contains(id.text()))
                .findFirst();
        domain.ifPresent(name -> {
            problems.add(BadId.isValue(id, name));
            read.put(id.text(), Optional.empty());
        });
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
            boolean named = form.has("of")
                    || form.scalar("formula").filter(this::hasProblems).isPresent();
            if (!named) problems.add(MissingKey.of(form.span(), "of"));
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
        Optional<Type> declared = form.choice("unit", UNITS);
        form.close();
        if (method.isEmpty() || !isMeasurable(id, method.get().unit())) return Optional.empty();
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
            problems.add(MissingKey.beside(form.span(), "over", "at"));
        Type unit = agreed(form.place(id.span()), declared, method.get().unit());
        Kpi kpi = new Kpi(
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
                form.place(id.span()));
        refuseField(id, kpi);
        return Optional.of(kpi);
    }

    /** Of two that an expression could mean by the same word it would always take the field. */
    private void refuseField(Node.Scalar id, Kpi kpi) {
        Catalogue.TYPES.stream()
                .filter(kpi::measures)
                .filter(type -> vocabulary.catalogue().find(type, id.text()).isPresent())
                .findFirst()
                .ifPresent(type -> problems.add(DuplicateId.isField(id, type.name())));
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
            else problems.add(UnknownDimension.expected(item.span()));
        }
        return cut.size() == items.size() ? Optional.of(List.copyOf(cut)) : Optional.empty();
    }

    Optional<Dimension> dimension(Node.Scalar scalar, FactType of) {
        return Dimensions.find(scalar, of, vocabulary, problems);
    }

    private boolean hasProblems(Node.Scalar formula) {
        return vocabulary
                .compile(formula, SubjectNames.ofAnyScope(vocabulary), Expected.any())
                .isEmpty();
    }

    private boolean isMeasurable(Node.Scalar id, Type unit) {
        if (unit.truth()) problems.add(KpiType.condition(id.span()));
        return !unit.truth();
    }

    private Type agreed(Place place, Optional<Type> declared, Type inferred) {
        if (declared.isEmpty()) return inferred.equals(Type.RATIO) ? Type.PERCENT : inferred;
        if (declared.get().words() && inferred.words()) return inferred;
        if (declared.get().fits(inferred)) return declared.get();
        problems.add(KpiType.unit(place.value("unit"), declared.get().describe(), inferred.describe()));
        return inferred;
    }

    static List<String> names(Vocabulary vocabulary, FactType of) {
        Catalogue catalogue = vocabulary.catalogue();
        return catalogue.names(of).stream()
                .filter(name ->
                        catalogue.find(of, name).filter(b -> b.type().words()).isPresent())
                .toList();
    }
}
