package norma.standard.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import norma.diagnostics.Problems;
import norma.diagnostics.Text;
import norma.document.Form;
import norma.document.Node;
import norma.document.check.EmptyValue;
import norma.document.check.MissingKey;
import norma.expression.Binding;
import norma.fact.Catalogue;
import norma.standard.DecisionRule;
import norma.standard.DecisionRule.Assignee;
import norma.standard.DecisionRule.Step;
import norma.standard.DecisionRule.Trigger;
import norma.standard.DeviationRule;
import norma.standard.Dimension;
import norma.standard.Lapse;
import norma.standard.Severity;
import norma.standard.Subject;
import norma.standard.yaml.check.NotMeasured;
import norma.standard.yaml.check.TwoTriggers;
import norma.standard.yaml.check.UnknownAssignee;
import norma.standard.yaml.check.UnknownDeviation;
import norma.standard.yaml.check.UnknownKpi;

/** Reads what is to be done about deviations. */
final class DecisionReader {

    private static final Pattern HEAD_OF = Pattern.compile("head_of\\((.+)\\)");

    private final Vocabulary vocabulary;
    private final Map<String, DeviationRule> deviations;
    private final Map<String, String> declared;
    private final Problems problems;
    private final Map<String, DecisionRule> all = new LinkedHashMap<>();

    DecisionReader(
            Vocabulary vocabulary,
            Map<String, DeviationRule> deviations,
            Map<String, String> declared,
            Problems problems) {
        this.vocabulary = vocabulary;
        this.deviations = deviations;
        this.declared = declared;
        this.problems = problems;
    }

    Map<String, DecisionRule> all() {
        return all;
    }

    void readAll(Sections sections) {
        sections.of("decisions").forEach((id, entry) -> Form.of(entry.value(), problems)
                .flatMap(form -> read(entry.key(), form, sections))
                .ifPresent(rule -> all.put(id, rule)));
    }

    private Optional<DecisionRule> read(Node.Scalar id, Form form, Sections sections) {
        Text title = form.text("title").orElse(Text.same(id.text()));
        Optional<Node.Scalar> when = form.requiredScalar("when");
        Optional<Subject> subject = when.flatMap(scalar -> subject(scalar, sections));
        Optional<DecisionRule.Phase> phase = form.required("phase").isEmpty()
                ? Optional.empty()
                : form.choice(
                        "phase",
                        Map.of(
                                "plan", DecisionRule.Phase.PLAN,
                                "organize", DecisionRule.Phase.ORGANIZE,
                                "lead", DecisionRule.Phase.LEAD,
                                "control", DecisionRule.Phase.CONTROL));
        DecisionRule.Mode mode = form.choice(
                        "mode", Map.of("live", DecisionRule.Mode.LIVE, "shadow", DecisionRule.Mode.SHADOW))
                .orElse(DecisionRule.Mode.LIVE);
        form.required("ladder")
                .filter(node ->
                        node instanceof Node.Sequence steps && steps.items().isEmpty())
                .ifPresent(node -> problems.add(EmptyValue.of(node.span())));
        List<Step> ladder = new ArrayList<>();
        form.list("ladder").forEach(node -> Form.of(node, problems)
                .flatMap(step -> step(step, subject))
                .ifPresent(ladder::add));
        Optional<DecisionRule.Effect> effect = form.form("effect").flatMap(found -> effect(found, subject));
        form.close();
        if (subject.isEmpty() || phase.isEmpty()) return Optional.empty();
        return Optional.of(new DecisionRule(
                id.text(),
                title,
                when.orElseThrow().text(),
                phase.get(),
                mode,
                List.copyOf(ladder),
                effect,
                form.place(id.span())));
    }

    /** The subject of the deviations that the decision answers; empty when there are none, or none that can be used. */
    private Optional<Subject> subject(Node.Scalar when, Sections sections) {
        DeviationRule rule = deviations.get(when.text());
        if (rule != null) return Optional.of(rule.on());
        String named = declared.get(when.text());
        if (named != null) return Catalogue.type(named).map(Subject.OfFact::new);
        if (sections.of("deviations").containsKey(when.text())) return Optional.empty();
        List<String> known = new ArrayList<>(deviations.keySet());
        known.addAll(declared.keySet());
        problems.add(UnknownDeviation.of(when, known));
        return Optional.empty();
    }

    private Optional<Step> step(Form form, Optional<Subject> on) {
        Optional<Trigger> trigger = form.<Trigger>choice(
                        "at",
                        Map.of("warn", new Trigger.At(Severity.WARN), "critical", new Trigger.At(Severity.CRITICAL)))
                .or(() -> form.scalar("unacknowledged")
                        .flatMap(s -> Phrases.lapse(s, problems))
                        .map(Trigger.Unacknowledged::new));
        if (form.has("at") && form.has("unacknowledged")) problems.add(TwoTriggers.of(form.span()));
        if (!form.has("at") && !form.has("unacknowledged"))
            problems.add(MissingKey.oneOf(form.span(), "at", "unacknowledged"));
        Optional<String> action = form.requiredScalar("do").map(Node.Scalar::text);
        Optional<Assignee> to =
                form.requiredScalar("to").flatMap(scalar -> on.flatMap(subject -> assignee(scalar, subject)));
        Optional<Lapse> due = form.scalar("due").flatMap(s -> Phrases.lapse(s, problems));
        form.close();
        if (trigger.isEmpty() || action.isEmpty() || to.isEmpty()) return Optional.empty();
        return Optional.of(new Step(trigger.get(), action.get(), to.get(), due, form.place(form.span())));
    }

    private Optional<Assignee> assignee(Node.Scalar scalar, Subject on) {
        Matcher head = HEAD_OF.matcher(scalar.text());
        if (head.matches()) return employee(scalar, head.group(1), on).map(Assignee.HeadOf::new);
        SubjectNames names = SubjectNames.of(vocabulary, on);
        boolean path = scalar.text().contains(".")
                || names.find(Subjects.withoutPrefix(scalar.text(), on)).isPresent();
        if (scalar.text().contains("(")) {
            problems.add(UnknownAssignee.noPath(scalar.span()));
            return Optional.empty();
        }
        if (!path) return position(scalar);
        return employee(scalar, scalar.text(), on).map(Assignee.Of::new);
    }

    /** Any word where the model does not say which positions there are. */
    private Optional<Assignee> position(Node.Scalar scalar) {
        List<String> known = vocabulary.model().domains().get("position");
        if (known == null || known.contains(scalar.text())) return Optional.of(new Assignee.Holder(scalar.text()));
        problems.add(UnknownAssignee.noPosition(scalar, known));
        return Optional.empty();
    }

    private Optional<Dimension> employee(Node.Scalar scalar, String path, Subject on) {
        SubjectNames names = SubjectNames.of(vocabulary, on);
        Optional<Binding> binding = names.find(Subjects.withoutPrefix(path, on));
        if (binding.filter(b -> DeviationReader.isEmployee(b.type())).isEmpty()) {
            List<String> employees = names.known().stream()
                    .filter(name -> names.find(name)
                            .filter(b -> DeviationReader.isEmployee(b.type()))
                            .isPresent())
                    .toList();
            String prefix = path.startsWith(on.name() + ".") ? on.name() + "." : "";
            problems.add(UnknownAssignee.leadsNowhere(
                    scalar.span(),
                    path,
                    employees.stream().map(name -> prefix + name).toList()));
            return Optional.empty();
        }
        return binding.map(found -> new Dimension(path, found));
    }

    private Optional<DecisionRule.Effect> effect(Form form, Optional<Subject> on) {
        Optional<Node.Scalar> metric = form.requiredScalar("metric");
        metric.ifPresent(name -> checkMetric(name, on));
        Optional<DecisionRule.Expectation> expect = form.required("expect").isEmpty()
                ? Optional.empty()
                : form.choice("expect", Map.of("resolved", DecisionRule.Expectation.RESOLVED));
        Optional<Lapse> check = form.requiredScalar("check_after").flatMap(s -> Phrases.lapse(s, problems));
        form.close();
        if (metric.isEmpty() || expect.isEmpty() || check.isEmpty()) return Optional.empty();
        return Optional.of(new DecisionRule.Effect(metric.get().text(), expect.get(), check.get()));
    }

    private void checkMetric(Node.Scalar name, Optional<Subject> on) {
        if (!vocabulary.kpiIds().contains(name.text())) problems.add(UnknownKpi.of(name, vocabulary.kpiIds()));
        else
            on.filter(subject -> vocabulary
                            .kpi(name.text())
                            .filter(kpi -> !kpi.measures(subject))
                            .isPresent())
                    .ifPresent(subject -> problems.add(NotMeasured.effect(name, subject.name())));
    }
}
