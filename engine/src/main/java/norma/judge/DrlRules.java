package norma.judge;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import norma.diagnostics.Problems;
import norma.diagnostics.Source;
import norma.diagnostics.Span;
import norma.diagnostics.Text;
import norma.fact.Fact;
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
 * @severity(warn) @en("…") @ru("…")} is a deviation for as long as it matches.
 */
public final class DrlRules {

    private static final DrlRules NONE = new DrlRules(List.of(), Map.of());

    private final List<KiePackage> packages;
    private final Map<String, Declared> declared;

    private DrlRules(List<KiePackage> packages, Map<String, Declared> declared) {
        this.packages = packages;
        this.declared = declared;
    }

    /**
     * A deviation that a DRL rule declares.
     *
     * @param subject the type of fact that it is about
     */
    record Declared(String id, String variable, String subject, String severity, Text title, Text message) {}

    public static DrlRules none() {
        return NONE;
    }

    /** Nothing when there is any error. */
    public static Optional<DrlRules> compile(List<Source> sources, Problems problems) {
        if (sources.isEmpty()) return Optional.of(NONE);
        Problems found = new Problems();
        List<KiePackage> packages = new ArrayList<>();
        Map<String, Declared> declared = new LinkedHashMap<>();
        KnowledgeBuilder builder = newBuilder();
        for (Source source : sources) {
            builder.add(
                    ResourceFactory.newByteArrayResource(source.text().getBytes(StandardCharsets.UTF_8))
                            .setSourcePath(source.name()),
                    ResourceType.DRL);
            if (builder.hasErrors()) {
                builder.getErrors().forEach(error -> found.error("drl", place(source, error), message(error)));
                builder = newBuilder();
            }
        }
        packages.addAll(builder.getKnowledgePackages());
        for (KiePackage each : packages)
            for (Rule rule : each.getRules())
                DrlDeclaration.of(rule, sources, found).ifPresent(d -> declared.putIfAbsent(d.id(), d));
        found.all().forEach(problems::add);
        return found.hasErrors()
                ? Optional.empty()
                : Optional.of(new DrlRules(List.copyOf(packages), Map.copyOf(declared)));
    }

    /** Without Java in rules there is no Java compiler to start, which took longer than all the rest. */
    private static KnowledgeBuilder newBuilder() {
        KnowledgeBuilderConfiguration configuration = KnowledgeBuilderFactory.newKnowledgeBuilderConfiguration();
        configuration.setProperty(DefaultDialectOption.PROPERTY_NAME, "mvel");
        return KnowledgeBuilderFactory.newKnowledgeBuilder(configuration);
    }

    private static Span place(Source source, KnowledgeBuilderError error) {
        int line = error.getLines().length > 0 ? Math.max(1, error.getLines()[0]) : 1;
        return new Span(source, line, 1, Math.max(1, source.line(line).length()));
    }

    private static Text message(KnowledgeBuilderError error) {
        String said = error.getMessage().lines().findFirst().orElse("").strip();
        return new Text("Drools cannot compile this: " + said, "Drools не может это скомпилировать: " + said);
    }

    /** The deviations that decisions may answer: their ids, each with the type of fact that it is about. */
    public Map<String, String> declared() {
        Map<String, String> subjects = new LinkedHashMap<>();
        declared.forEach((id, found) -> subjects.put(id, found.subject()));
        return subjects;
    }

    Optional<Declared> declaration(Rule rule) {
        return DrlDeclaration.id(rule).map(declared::get);
    }

    Collection<KiePackage> packages() {
        return packages;
    }

    boolean isEmpty() {
        return packages.isEmpty();
    }

    static boolean isFact(Class<?> type) {
        return Fact.class.isAssignableFrom(type);
    }
}
