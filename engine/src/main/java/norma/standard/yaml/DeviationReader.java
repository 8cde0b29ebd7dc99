package norma.standard.yaml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import norma.diagnostics.Problems;
import norma.diagnostics.Span;
import norma.diagnostics.Text;
import norma.document.Form;
import norma.document.Node;
import norma.document.check.MissingKey;
import norma.expression.Expected;
import norma.expression.Expression;
import norma.expression.Kind;
import norma.expression.Type;
import norma.expression.check.UnknownPeriod;
import norma.fact.Catalogue;
import norma.fact.Deal;
import norma.standard.DeviationRule;
import norma.standard.Dimension;
import norma.standard.Kpi;
import norma.standard.Lapse;
import norma.standard.Message;
import norma.standard.Norm;
import norma.standard.NormTable;
import norma.standard.Over;
import norma.standard.Severity;
import norma.standard.Subject;
import norma.standard.yaml.check.Cycle;
import norma.standard.yaml.check.NotMeasured;
import norma.standard.yaml.check.UnknownDeviation;
import norma.standard.yaml.check.UnknownDimension;
import norma.standard.yaml.check.UnknownNorm;
import norma.standard.yaml.check.UnknownSubject;

/** Reads the rules that say when something needs attention. */
final class DeviationReader {

    private static final Map<String, String> ENTITIES = Map.of("owner", "employee", "head", "employee");

    /** Those that nobody asks for once the subject is not known. */
    private static final List<String> KEYS = List.of(
            "only_if",
            "breaks",
            "over",
            "period",
            "severity",
            "for",
            "clear_for",
            "reopen_within",
            "no_data",
            "muted_by",
            "group_by",
            "stake",
            "message");

    private final Vocabulary vocabulary;
    private final NormReader norms;
    private final Set<String> declared;
    private final Problems problems;
    private final Map<String, DeviationRule> all = new LinkedHashMap<>();
    private final List<Node.Scalar> mutes = new ArrayList<>();

    DeviationReader(Vocabulary vocabulary, NormReader norms, Set<String> declared, Problems problems) {
        this.vocabulary = vocabulary;
        this.norms = norms;
        this.declared = declared;
        this.problems = problems;
    }

    Map<String, DeviationRule> all() {
        return all;
    }

    void readAll(Sections sections) {
        Map<String, Node.Entry> entries = sections.of("deviations");
        entries.forEach((id, entry) -> Form.of(entry.value(), problems)
                .flatMap(form -> read(entry.key(), form))
                .ifPresent(rule -> all.put(id, rule)));
        for (Node.Scalar muting : mutes) {
            if (!entries.containsKey(muting.text()) && !declared.contains(muting.text()))
                problems.add(UnknownDeviation.of(muting, entries.keySet()));
        }
        all.values().stream()
                .filter(rule -> isMutedBy(rule.id(), rule, new HashSet<>()))
                .forEach(rule -> problems.add(Cycle.muting(rule.span(), rule.id())));
    }

    private boolean isMutedBy(String id, DeviationRule rule, Set<String> seen) {
        return rule.mutedBy().stream()
                .filter(seen::add)
                .anyMatch(muting -> muting.equals(id)
                        || (all.containsKey(muting) && isMutedBy(id, Objects.requireNonNull(all.get(muting)), seen)));
    }

    private Optional<DeviationRule> read(Node.Scalar id, Form form) {
        Text title = form.text("title").orElse(Text.same(id.text()));
        Optional<Subject> on = form.requiredScalar("on").flatMap(s -> subject(s, vocabulary, problems));
        if (on.isEmpty()) {
            form.close(KEYS);
            return Optional.empty();
        }
        SubjectNames names = SubjectNames.of(vocabulary, on.get());
        String period = period(form);
        Optional<NormTable> breaks = form.scalar("breaks").flatMap(s -> table(s, period, on.get(), names));
        Optional<Expression> onlyIf =
                onlyIf(form, breaks.map(table -> table.norm().kpi()), names);
        if (!form.has("breaks") && !form.has("only_if")) problems.add(MissingKey.oneOf(id.span(), "only_if", "breaks"));
        Optional<Severity> severity =
                form.choice("severity", Map.of("warn", Severity.WARN, "critical", Severity.CRITICAL));
        Lapse forTime = lapse(form, "for");
        Lapse clearFor = lapse(form, "clear_for");
        Lapse reopen = lapse(form, "reopen_within");
        DeviationRule.NoData noData = form.choice(
                        "no_data",
                        Map.of(
                                "keep", DeviationRule.NoData.KEEP,
                                "clear", DeviationRule.NoData.CLEAR,
                                "raise", DeviationRule.NoData.RAISE))
                .orElse(DeviationRule.NoData.KEEP);
        List<Node.Scalar> mutedBy = form.scalars("muted_by");
        mutes.addAll(mutedBy);
        List<Dimension> groupBy = new ArrayList<>();
        if (on.get() instanceof Subject.OfFact fact)
            form.scalars("group_by").forEach(s -> Dimensions.find(s, fact.type(), vocabulary, problems)
                    .ifPresent(groupBy::add));
        Optional<Expression> stake = vocabulary.compile(form, "stake", names, Expected.of(Type.MONEY));
        if (stake.isEmpty() && on.get() instanceof Subject.OfFact fact && fact.type() == Deal.TYPE)
            stake = Expression.compile("amount", (from, to) -> id.span(), names, Expected.of(Type.MONEY), problems);
        MessageReader messages = new MessageReader(vocabulary, names, on.get(), form.has("breaks"), problems);
        Optional<Message> message = form.required("message").flatMap(messages::read);
        form.close();
        if (message.isEmpty() || (form.has("breaks") && breaks.isEmpty()) || (form.has("only_if") && onlyIf.isEmpty()))
            return Optional.empty();
        return Optional.of(new DeviationRule(
                id.text(),
                title,
                on.get(),
                onlyIf,
                breaks,
                severity.orElse(Severity.WARN),
                forTime,
                clearFor,
                reopen,
                noData,
                mutedBy.stream().map(Node.Scalar::text).toList(),
                List.copyOf(groupBy),
                stake,
                message.get(),
                form.place(id.span())));
    }

    /** A norm on a subject's own KPI judges those whom the KPI counts; the rule's condition narrows that. */
    private Optional<Expression> onlyIf(Form form, Optional<Kpi> judged, SubjectNames names) {
        Optional<Expression> counts = judged.filter(Kpi::ofSubject).flatMap(Kpi::onlyIf);
        if (counts.isEmpty()) return vocabulary.compile(form, "only_if", names, Expected.truth());
        Optional<Node.Scalar> own = form.scalar("only_if");
        if (own.isEmpty()) return counts;
        String before = "(" + counts.get().text() + ") and (";
        int start = before.length();
        return Expression.compile(
                before + own.get().text() + ")",
                (from, to) -> from < start
                        ? counts.get().span()
                        : own.get()
                                .span(
                                        from - start,
                                        Math.min(to - start, own.get().text().length())),
                names,
                Expected.truth(),
                problems);
    }

    static Optional<Subject> subject(Node.Scalar scalar, Vocabulary vocabulary, Problems problems) {
        String name = scalar.text();
        if (name.equals("company")) return Optional.of(new Subject.OfScope(List.of()));
        Optional<Subject> fact =
                Catalogue.type(ENTITIES.getOrDefault(name, name)).map(Subject.OfFact::new);
        if (fact.isPresent()) return fact;
        List<String> dimensions = List.of(name.split("\\s*\\+\\s*"));
        boolean measured = vocabulary.kpiIds().stream()
                .anyMatch(id ->
                        vocabulary.kpi(id).filter(k -> k.measures(dimensions)).isPresent());
        if (measured) return Optional.of(new Subject.OfScope(dimensions));
        List<String> names = new ArrayList<>(List.of("company", "owner", "head"));
        Catalogue.TYPES.forEach(type -> names.add(type.name()));
        problems.add(UnknownSubject.of(scalar, names));
        return Optional.empty();
    }

    private Lapse lapse(Form form, String key) {
        return form.scalar(key).flatMap(s -> Phrases.lapse(s, problems)).orElse(Lapse.NONE);
    }

    /** As an expression names it: {@code last month}; empty for the KPI's own. */
    private String period(Form form) {
        String over = form.scalar("over")
                .flatMap(s -> Phrases.over(s, problems))
                .map(Over::name)
                .orElse("");
        boolean last =
                form.choice("period", Map.of("current", false, "last", true)).orElse(false);
        return last ? ("last " + over).strip() : over;
    }

    private Optional<NormTable> table(Node.Scalar name, String period, Subject on, SubjectNames names) {
        Norm norm = norms.all().get(name.text());
        if (norm == null) {
            if (!norms.isDefined(name.text()))
                problems.add(UnknownNorm.of(name, norms.all().keySet()));
            return Optional.empty();
        }
        Optional<Expression> value = value(name, norm.kpi(), period, on, names);
        if (value.isEmpty()) return Optional.empty();
        List<NormTable.Level> levels = new ArrayList<>();
        for (List<String> dimensions : norm.precedence())
            level(norm, dimensions, on, names).ifPresent(levels::add);
        NormTable.Row byDefault =
                new NormTable.Row("default", List.of(), norm.byDefault(), Optional.empty(), Optional.empty());
        return Optional.of(new NormTable(norm, value.get(), List.copyOf(levels), byDefault));
    }

    /** The value that is judged: the KPI's own expression, so that it is known when it crosses a limit, or its reading. */
    private Optional<Expression> value(Node.Scalar norm, Kpi kpi, String period, Subject on, SubjectNames names) {
        if (kpi.method() instanceof norma.standard.Method.OfSubject own
                && on instanceof Subject.OfFact fact
                && fact.type() == kpi.of()) return Optional.of(own.value());
        String over = period.equals("last") ? "last " + kpi.over().get(0).name() : period;
        if (!SubjectNames.hasPeriod(kpi, over)) {
            problems.add(UnknownPeriod.of(norm.span(), kpi.id(), over, names.periods(kpi.id()))
                    .also(kpi.span()));
            return Optional.empty();
        }
        if (!kpi.measures(on)) {
            problems.add(NotMeasured.of(norm.span(), kpi.id(), on.name()).also(kpi.span()));
            return Optional.empty();
        }
        Span span = norm.span();
        String reading = kpi.id() + (over.isEmpty() ? "" : "[" + over + "]");
        return Expression.compile(reading, (from, to) -> span, names, Expected.any(), problems);
    }

    private Optional<NormTable.Level> level(Norm norm, List<String> dimensions, Subject on, SubjectNames names) {
        List<Dimension> resolved = new ArrayList<>();
        for (String dimension : dimensions) {
            String path = onItself(dimension, on) ? "id" : dimension;
            names.find(path)
                    .filter(binding -> binding.type().words())
                    .ifPresent(binding -> resolved.add(new Dimension(dimension, binding)));
        }
        if (resolved.size() < dimensions.size()) {
            Span span = norm.overrides().stream()
                    .filter(row -> row.where().keySet().containsAll(dimensions))
                    .map(Norm.Override::span)
                    .findFirst()
                    .orElse(norm.place().key("precedence"));
            problems.add(UnknownDimension.ofRow(span, on.name(), dimensions, names.known()));
            return Optional.empty();
        }
        List<NormTable.Row> rows = norm.overrides().stream()
                .filter(row -> row.where().size() == dimensions.size()
                        && row.where().keySet().containsAll(dimensions))
                .map(row -> new NormTable.Row(
                        String.join(" + ", dimensions),
                        dimensions.stream().map(row.where()::get).toList(),
                        row.levels(),
                        row.until(),
                        row.reason()))
                .toList();
        return rows.isEmpty() ? Optional.empty() : Optional.of(new NormTable.Level(resolved, rows));
    }

    /** For a rule about employees, {@code owner: e17} means the employee. */
    private static boolean onItself(String dimension, Subject on) {
        return on instanceof Subject.OfFact fact
                && (fact.type().name().equals(dimension) || fact.type().name().equals(ENTITIES.get(dimension)))
                && fact.type().field(dimension).isEmpty();
    }

    static boolean isEmployee(Type type) {
        return type.kind() == Kind.REFERENCE && type.domain().equals("employee");
    }
}
