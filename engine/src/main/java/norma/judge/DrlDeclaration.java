package norma.judge;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import norma.diagnostics.Problems;
import norma.diagnostics.Source;
import norma.diagnostics.Span;
import norma.diagnostics.Text;
import norma.fact.Catalogue;
import norma.fact.FactType;
import norma.judge.DrlRules.Declared;
import org.drools.base.definitions.rule.impl.RuleImpl;
import org.drools.base.rule.Declaration;
import org.kie.api.definition.rule.Rule;

/** Reads from the metadata of a DRL rule what deviation it is. */
final class DrlDeclaration {

    private DrlDeclaration() {}

    static Optional<String> id(Rule rule) {
        return text(rule.getMetaData(), "raises");
    }

    static Optional<Declared> of(Rule rule, List<Source> sources, Problems problems) {
        Optional<String> id = id(rule);
        if (id.isEmpty()) return Optional.empty();
        Map<String, Object> metadata = rule.getMetaData();
        Optional<String> variable = text(metadata, "subject");
        Optional<String> en = text(metadata, "en");
        Optional<String> ru = text(metadata, "ru");
        Optional<FactType> subject = variable.flatMap(name -> factType((RuleImpl) rule, name));
        if (subject.isEmpty() || en.isEmpty() || ru.isEmpty()) {
            problems.error(
                    "drl-metadata",
                    place(rule, sources),
                    new Text(
                            "a deviation in DRL needs @subject($variable of a fact), @en(\"…\") and @ru(\"…\")",
                            "отклонению в DRL нужны @subject($переменная факта), @en(\"…\") и @ru(\"…\")"));
            return Optional.empty();
        }
        return Optional.of(new Declared(
                id.get(),
                variable.orElseThrow(),
                subject.get().name(),
                text(metadata, "severity").orElse("warn"),
                new Text(
                        text(metadata, "title_en").orElse(rule.getName()),
                        text(metadata, "title_ru").orElse(rule.getName())),
                new Text(en.get(), ru.get())));
    }

    private static Optional<FactType> factType(RuleImpl rule, String variable) {
        Declaration declaration = rule.getDeclaration(variable);
        if (declaration == null) return Optional.empty();
        return Catalogue.TYPES.stream()
                .filter(type -> type.javaType() == declaration.getDeclarationClass())
                .findFirst();
    }

    private static Span place(Rule rule, List<Source> sources) {
        for (Source source : sources) {
            int line = 0;
            for (String text : source.text().lines().toList()) {
                line++;
                if (text.contains("\"" + rule.getName() + "\"")) return new Span(source, line, 1, text.length());
            }
        }
        return Span.nowhere();
    }

    /** The parser keeps quotes around quoted metadata. */
    private static Optional<String> text(Map<String, Object> metadata, String key) {
        return Optional.ofNullable(metadata.get(key)).map(String::valueOf).map(value -> {
            String stripped = value.strip();
            boolean quoted = stripped.length() >= 2 && stripped.startsWith("\"") && stripped.endsWith("\"");
            return quoted ? stripped.substring(1, stripped.length() - 1) : stripped;
        });
    }
}
