package norma.judge;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import norma.diagnostics.Problem;
import norma.diagnostics.Problems;
import norma.diagnostics.Source;
import norma.diagnostics.Span;
import norma.diagnostics.Text;
import norma.judge.check.DrlSyntax;
import norma.standard.DeclaredDeviation;
import norma.standard.yaml.check.DuplicateId;
import org.drools.base.definitions.rule.impl.RuleImpl;
import org.kie.api.definition.KiePackage;
import org.kie.api.definition.rule.Rule;
import org.kie.api.io.ResourceType;
import org.kie.internal.builder.KnowledgeBuilder;
import org.kie.internal.builder.KnowledgeBuilderConfiguration;
import org.kie.internal.builder.KnowledgeBuilderError;
import org.kie.internal.builder.KnowledgeBuilderFactory;
import org.kie.internal.builder.conf.DefaultDialectOption;
import org.kie.internal.io.ResourceFactory;

/**
 * Rules that engineers wrote in DRL, compiled. A rule with the metadata {@code @raises(id) @subject($variable)
 * @severity(warn) @en("…") @ru("…")} is a deviation for as long as it matches. Several rules may raise the same one.
 */
public final class DrlRules {

    private static final DrlRules NONE = new DrlRules(List.of(), Map.of());

    private final List<KiePackage> packages;
    private final Map<Named, Declared> declared;

    private DrlRules(List<KiePackage> packages, Map<Named, Declared> declared) {
        this.packages = packages;
        this.declared = declared;
    }

    /** What tells a rule from all others. */
    private record Named(String pack, String name) {
        static Named of(Rule rule) {
            return new Named(rule.getPackageName(), rule.getName());
        }
    }

    /**
     * A deviation, as one rule declares it.
     *
     * @param variable the rule's name for the subject
     * @param subject the type of fact that it is about
     * @param severity a word, or a variable that holds one
     * @param version a digest of the file that the rule stands in
     */
    record Declared(
            String id,
            String variable,
            String subject,
            String severity,
            Text title,
            DrlMessage en,
            DrlMessage ru,
            String version,
            Span span) {}

    public static DrlRules none() {
        return NONE;
    }

    /** Nothing when there is any error. */
    public static Optional<DrlRules> compile(List<Source> sources, Problems problems) {
        if (sources.isEmpty()) return Optional.of(NONE);
        Problems found = new Problems();
        KnowledgeBuilder builder = newBuilder();
        for (Source source : sources) {
            builder.add(
                    ResourceFactory.newByteArrayResource(source.text().getBytes(StandardCharsets.UTF_8))
                            .setSourcePath(source.name()),
                    ResourceType.DRL);
            if (builder.hasErrors()) {
                tell(source, List.copyOf(builder.getErrors()), found);
                builder = newBuilder();
            }
        }
        List<KiePackage> packages = List.copyOf(builder.getKnowledgePackages());
        Map<Named, Declared> declared = declarations(packages, sources, found);
        found.all().forEach(problems::add);
        return found.hasErrors() ? Optional.empty() : Optional.of(new DrlRules(packages, declared));
    }

    /** Without Java in rules there is no Java compiler to start, which took longer than all the rest. */
    private static KnowledgeBuilder newBuilder() {
        KnowledgeBuilderConfiguration configuration = KnowledgeBuilderFactory.newKnowledgeBuilderConfiguration();
        configuration.setProperty(DefaultDialectOption.PROPERTY_NAME, "mvel");
        return KnowledgeBuilderFactory.newKnowledgeBuilder(configuration);
    }

    private static Map<Named, Declared> declarations(
            List<KiePackage> packages, List<Source> sources, Problems problems) {
        Map<Named, Declared> declared = new LinkedHashMap<>();
        Map<String, Declared> first = new LinkedHashMap<>();
        for (Source source : sources)
            for (RuleImpl rule : rulesOf(source, packages))
                new DrlDeclaration(rule, source, problems).read().ifPresent(deviation -> {
                    declared.put(Named.of(rule), deviation);
                    Declared before = first.putIfAbsent(deviation.id(), deviation);
                    if (before != null && !before.subject().equals(deviation.subject()))
                        problems.add(DuplicateId.twoSubjects(
                                deviation.span(),
                                deviation.id(),
                                before.span(),
                                before.subject(),
                                deviation.subject()));
                });
        return Map.copyOf(declared);
    }

    private static List<RuleImpl> rulesOf(Source source, List<KiePackage> packages) {
        List<RuleImpl> rules = new ArrayList<>();
        for (KiePackage each : packages)
            for (Rule rule : each.getRules())
                if (rule instanceof RuleImpl read
                        && source.name().equals(read.getResource().getSourcePath())) rules.add(read);
        return rules;
    }

    /** That a file could not be parsed is told only when nothing else is. */
    private static void tell(Source source, List<KnowledgeBuilderError> errors, Problems problems) {
        DrlPlaces places = new DrlPlaces(source);
        boolean told = errors.stream().anyMatch(error -> !DrlPlaces.isOfWhole(error));
        for (KnowledgeBuilderError error : errors) {
            if (told && DrlPlaces.isOfWhole(error)) continue;
            Problem problem = DrlSyntax.of(places.of(error), said(error));
            for (Span open : places.openQuotes()) problem = problem.also(open);
            problems.add(problem);
        }
    }

    private static String said(KnowledgeBuilderError error) {
        return error.getMessage().lines().findFirst().orElse("").strip();
    }

    /** The deviations that decisions may answer, by id. */
    public Map<String, DeclaredDeviation> declared() {
        Map<String, DeclaredDeviation> all = new LinkedHashMap<>();
        declared.values().stream()
                .sorted(Comparator.comparing(Declared::id)
                        .thenComparing(deviation -> deviation.span().location()))
                .forEach(deviation ->
                        all.putIfAbsent(deviation.id(), new DeclaredDeviation(deviation.subject(), deviation.span())));
        return all;
    }

    /**
     * A deviation as people are told of it.
     *
     * @param subject the type of fact that it is about
     * @param severity {@code warn}, {@code critical}, or the variable that says which
     * @param message with its places unfilled
     */
    public record Described(String id, String subject, String severity, Text title, Text message, Span span) {}

    /** The deviations by id; of several rules that raise the same one, the first. */
    public List<Described> described() {
        Map<String, Described> all = new TreeMap<>();
        declared.values().stream()
                .sorted(Comparator.comparing(deviation -> deviation.span().location()))
                .forEach(deviation -> all.putIfAbsent(
                        deviation.id(),
                        new Described(
                                deviation.id(),
                                deviation.subject(),
                                deviation.severity(),
                                deviation.title(),
                                new Text(
                                        deviation.en().template(),
                                        deviation.ru().template()),
                                deviation.span())));
        return List.copyOf(all.values());
    }

    Optional<Declared> declaration(Rule rule) {
        return Optional.ofNullable(declared.get(Named.of(rule)));
    }

    Collection<KiePackage> packages() {
        return packages;
    }
}
