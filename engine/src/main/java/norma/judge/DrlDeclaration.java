package norma.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import norma.diagnostics.Digest;
import norma.diagnostics.Problem;
import norma.diagnostics.Problems;
import norma.diagnostics.Source;
import norma.diagnostics.Text;
import norma.diagnostics.check.UnknownValue;
import norma.document.check.MissingKey;
import norma.document.check.UnknownKey;
import norma.fact.Catalogue;
import norma.fact.FactType;
import norma.judge.DrlRules.Declared;
import norma.judge.check.DrlSubject;
import norma.standard.yaml.check.Placeholder;
import org.drools.base.definitions.rule.impl.RuleImpl;
import org.drools.base.rule.Declaration;

/** Reads from the metadata of a DRL rule what deviation it is, and says what is wrong with them. */
final class DrlDeclaration {

    private static final List<String> KEYS =
            List.of("raises", "subject", "severity", "en", "ru", "title_en", "title_ru");
    private static final List<String> SEVERITIES = List.of("warn", "critical");

    private final RuleImpl rule;
    private final Source source;
    private final DrlMetadata metadata;
    private final Problems problems;
    private final List<String> meant = new ArrayList<>();

    DrlDeclaration(RuleImpl rule, Source source, Problems problems) {
        this.rule = rule;
        this.source = source;
        this.metadata = new DrlMetadata(rule, source);
        this.problems = problems;
    }

    /** Empty for a rule that is no deviation, and for one with problems. */
    Optional<Declared> read() {
        int before = problems.size();
        metadata.keys().forEach(this::checkKey);
        boolean ours = KEYS.stream().anyMatch(metadata::has);
        if (!ours) return Optional.empty();
        Optional<String> id = required("raises");
        Optional<FactType> subject = required("subject").flatMap(this::subject);
        Optional<String> en = required("en");
        Optional<String> ru = required("ru");
        en.ifPresent(message -> checkPlaces("en", message));
        ru.ifPresent(message -> checkPlaces("ru", message));
        String severity = metadata.text("severity").orElse("warn");
        checkSeverity(severity);
        if (problems.size() > before) return Optional.empty();
        return Optional.of(new Declared(
                id.orElseThrow(),
                metadata.text("subject").orElseThrow(),
                subject.orElseThrow().name(),
                severity,
                new Text(
                        metadata.text("title_en").orElse(rule.getName()),
                        metadata.text("title_ru").orElse(rule.getName())),
                new DrlMessage(en.orElseThrow()),
                new DrlMessage(ru.orElseThrow()),
                Digest.of(source.text()),
                metadata.keySpan("raises")));
    }

    /** What is not near to a key of ours is the rule's own affair. */
    private void checkKey(String key) {
        if (KEYS.contains(key)) return;
        Problem problem = UnknownKey.metadata(metadata.keySpan(key), key, KEYS);
        if (problem.suggestion().isEmpty()) return;
        problems.add(problem);
        meant.addAll(problem.suggestion().stream().toList());
    }

    private Optional<String> required(String key) {
        Optional<String> found = metadata.text(key).filter(text -> !text.isBlank());
        if (found.isEmpty() && !meant.contains(key)) problems.add(MissingKey.metadata(metadata.ruleSpan(), key));
        return found;
    }

    private Optional<FactType> subject(String variable) {
        Declaration declaration = rule.getDeclaration(variable);
        Optional<FactType> type = declaration == null
                ? Optional.empty()
                : Catalogue.TYPES.stream()
                        .filter(each -> each.javaType() == declaration.getDeclarationClass())
                        .findFirst();
        if (type.isEmpty()) problems.add(DrlSubject.of(metadata.span("subject", variable), variable, variables()));
        return type;
    }

    private void checkSeverity(String said) {
        boolean known = said.startsWith("$") ? rule.getDeclaration(said) != null : SEVERITIES.contains(said);
        if (known) return;
        List<String> allowed = new ArrayList<>(SEVERITIES);
        allowed.addAll(variables());
        problems.add(UnknownValue.choice(metadata.span("severity", said), said, allowed));
    }

    private void checkPlaces(String key, String message) {
        new DrlMessage(message).places().forEach(place -> {
            Set<String> names = new TreeSet<>();
            variables().forEach(variable -> names.add(DrlMessage.bare(variable)));
            names.add("title");
            if (!names.contains(place.name()))
                problems.add(Placeholder.variable(metadata.span(key, place.written()), place.name(), names));
            else if (!place.format().isEmpty() && !DrlMessage.FORMATS.contains(place.format()))
                problems.add(Placeholder.format(
                        metadata.span(key, place.written()), place.format(), new TreeSet<>(DrlMessage.FORMATS)));
        });
    }

    private Set<String> variables() {
        return new TreeSet<>(rule.getDeclarations().keySet());
    }
}
