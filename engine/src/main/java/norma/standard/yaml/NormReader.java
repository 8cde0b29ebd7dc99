package norma.standard.yaml;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import norma.diagnostics.Problems;
import norma.diagnostics.Text;
import norma.diagnostics.check.UnknownValue;
import norma.document.Form;
import norma.document.Node;
import norma.document.check.EmptyValue;
import norma.document.check.MissingKey;
import norma.expression.Type;
import norma.fact.Deal;
import norma.standard.Kpi;
import norma.standard.Norm;
import norma.standard.yaml.check.DuplicateRow;
import norma.standard.yaml.check.KpiType;
import norma.standard.yaml.check.Precedence;
import norma.standard.yaml.check.UnknownKpi;

/** Reads norms: the levels of a KPI, and for whom they are others. */
final class NormReader {

    private static final List<String> LEVELS = List.of("warn", "critical", "clear_at");

    private final Vocabulary vocabulary;
    private final Map<String, Node.Entry> entries;
    private final Problems problems;
    private final Map<String, Norm> all = new LinkedHashMap<>();

    NormReader(Vocabulary vocabulary, Sections sections, Problems problems) {
        this.vocabulary = vocabulary;
        this.entries = sections.of("norms");
        this.problems = problems;
    }

    void readAll() {
        entries.forEach((id, entry) -> Form.of(entry.value(), problems)
                .flatMap(form -> read(entry.key(), form))
                .ifPresent(norm -> all.put(id, norm)));
    }

    Map<String, Norm> all() {
        return all;
    }

    boolean isDefined(String id) {
        return entries.containsKey(id);
    }

    private Optional<Norm> read(Node.Scalar id, Form form) {
        Text title = form.text("title").orElse(Text.same(id.text()));
        Optional<Node.Scalar> kpiName = form.requiredScalar("kpi");
        Optional<Kpi> kpi = kpiName.flatMap(name -> vocabulary.kpi(name.text()));
        if (kpiName.isPresent()
                && kpi.isEmpty()
                && !vocabulary.kpiIds().contains(kpiName.get().text()))
            problems.add(UnknownKpi.of(kpiName.get(), vocabulary.kpiIds()));
        Optional<Norm.Breach> breach = form.required("breach").isPresent()
                ? form.choice("breach", Map.of("above", Norm.Breach.ABOVE, "below", Norm.Breach.BELOW))
                : Optional.empty();
        Optional<Form> byDefault = form.required("default").flatMap(node -> Form.of(node, problems));
        List<List<String>> order = new ArrayList<>();
        form.scalars("precedence")
                .forEach(scalar -> order.add(List.of(scalar.text().split("\\s*\\+\\s*"))));
        List<Node> overrides = form.list("overrides");
        form.close();
        byDefault.ifPresent(levels -> {
            LEVELS.forEach(levels::node);
            levels.close();
        });
        if (kpi.isEmpty() || breach.isEmpty() || byDefault.isEmpty()) return Optional.empty();
        if (kpi.get().unit().words()) {
            problems.add(
                    KpiType.classInNorm(kpiName.orElseThrow().span(), kpi.get().id()));
            return Optional.empty();
        }
        Norm.Levels levels = levels(byDefault.get(), kpi.get().unit());
        List<Norm.Override> rows = new ArrayList<>();
        for (Node node : overrides) Form.of(node, problems).ifPresent(row -> rows.addAll(override(row, kpi.get())));
        for (Norm.Override row : rows) {
            List<String> dimensions = List.copyOf(row.where().keySet());
            if (order.stream().noneMatch(known -> sameSet(known, dimensions))) {
                if (form.has("precedence"))
                    problems.add(Precedence.of(row.span(), dimensions)
                            .also(form.place(id.span()).key("precedence")));
                order.add(dimensions);
            }
        }
        refuseUnreachable(rows);
        if (!form.has("precedence")) order.sort((a, b) -> b.size() - a.size());
        return Optional.of(new Norm(
                id.text(),
                title,
                kpi.get(),
                breach.get(),
                levels,
                List.copyOf(order),
                List.copyOf(rows),
                form.place(id.span())));
    }

    private static boolean sameSet(List<String> a, List<String> b) {
        return a.size() == b.size() && a.containsAll(b);
    }

    private Norm.Levels levels(Form form, Type unit) {
        if (!form.has("warn") && !form.has("critical")) problems.add(MissingKey.oneOf(form.span(), "warn", "critical"));
        Constants constants = new Constants(vocabulary, SubjectNames.of(vocabulary, Deal.TYPE), problems);
        return new Norm.Levels(
                constants.limit(form, "warn", unit),
                constants.limit(form, "critical", unit),
                constants.limit(form, "clear_at", unit),
                form.place(form.span()));
    }

    /** Of rows for the same subjects the first that still applies holds. */
    private void refuseUnreachable(List<Norm.Override> rows) {
        for (Norm.Override row : rows) {
            boolean reachable = rows.stream()
                    .takeWhile(before -> before != row)
                    .filter(before -> before.where().equals(row.where()))
                    .allMatch(before -> before.until().isPresent()
                            && row.until()
                                    .filter(u -> !u.isAfter(before.until().get()))
                                    .isEmpty());
            if (!reachable) problems.add(DuplicateRow.of(row.span()));
        }
    }

    /** One row for each combination of listed values: {@code where: { stage: [a, b] }} is two rows. */
    private List<Norm.Override> override(Form form, Kpi kpi) {
        List<Map<String, String>> wheres = new ArrayList<>(List.of(Map.of()));
        Optional<Form> where = form.required("where").flatMap(node -> Form.of(node, problems));
        if (where.isEmpty()) return List.of();
        if (where.get().mapping().entries().isEmpty())
            problems.add(EmptyValue.of(where.get().span()));
        for (Node.Entry entry : where.get().mapping().entries()) {
            List<Map<String, String>> longer = new ArrayList<>();
            List<Node.Scalar> values = where.get().scalars(entry.key().text());
            if (values.isEmpty() && entry.value() instanceof Node.Sequence)
                problems.add(EmptyValue.of(entry.value().span()));
            for (Node.Scalar value : values) {
                checkValue(entry.key(), value, kpi);
                for (Map<String, String> known : wheres) {
                    Map<String, String> next = new LinkedHashMap<>(known);
                    next.put(entry.key().text(), value.text());
                    longer.add(next);
                }
            }
            wheres = longer;
        }
        Norm.Levels levels = levels(form, kpi.unit());
        Optional<LocalDate> until = form.date("until");
        Optional<String> reason = form.word("reason");
        form.close();
        return wheres.stream()
                .map(each -> new Norm.Override(each, levels, until, reason, levels.place()))
                .toList();
    }

    private void checkValue(Node.Scalar dimension, Node.Scalar value, Kpi kpi) {
        vocabulary.catalogue().find(kpi.of(), dimension.text()).ifPresent(binding -> {
            List<String> domain =
                    vocabulary.model().domains().get(binding.type().domain());
            if (binding.type().enumerated() && domain != null && !domain.contains(value.text()))
                problems.add(UnknownValue.of(value.span(), value.text(), dimension.text(), domain));
        });
    }
}
