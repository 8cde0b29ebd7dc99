package norma.judge;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import norma.diagnostics.Source;
import norma.diagnostics.Span;
import org.kie.api.definition.rule.Rule;

/** The metadata of one DRL rule, with the places where they stand; Drools keeps the values, and forgets the places. */
final class DrlMetadata {

    private final Map<String, Object> values;
    private final Source source;
    private final List<String> lines;
    private final int ruleLine;

    DrlMetadata(Rule rule, Source source) {
        this.values = rule.getMetaData();
        this.source = source;
        this.lines = source.text().lines().toList();
        this.ruleLine = lineOf(rule.getName());
    }

    private int lineOf(String rule) {
        Pattern named = Pattern.compile("\\s*rule\\s+([\"']?)" + Pattern.quote(rule) + "\\1(\\s.*|$)");
        for (int i = 0; i < lines.size(); i++) {
            if (named.matcher(lines.get(i)).matches()) return i;
        }
        return 0;
    }

    Iterable<String> keys() {
        return values.keySet();
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    /** Without the quotes, which the parser leaves around a quoted value. */
    Optional<String> text(String key) {
        return Optional.ofNullable(values.get(key)).map(String::valueOf).map(value -> {
            String stripped = value.strip();
            boolean quoted = stripped.length() >= 2 && stripped.startsWith("\"") && stripped.endsWith("\"");
            return quoted ? stripped.substring(1, stripped.length() - 1) : stripped;
        });
    }

    /** The line that names the rule. */
    Span ruleSpan() {
        String line = lines.isEmpty() ? "" : lines.get(ruleLine);
        int indent = line.length() - line.stripLeading().length();
        return new Span(source, ruleLine + 1, indent + 1, line.strip().length());
    }

    /** The key with its {@code @}; the rule when it cannot be found. */
    Span keySpan(String key) {
        return find(Pattern.compile("@" + Pattern.quote(key) + "\\b"), ruleSpan());
    }

    /** A part of what stands under a key; the key when it cannot be found. */
    Span span(String key, String part) {
        Span keySpan = keySpan(key);
        int at = source.line(keySpan.line()).indexOf(part, keySpan.column() + keySpan.length() - 1);
        return at < 0 ? keySpan : new Span(source, keySpan.line(), at + 1, part.length());
    }

    private Span find(Pattern wanted, Span otherwise) {
        for (int i = ruleLine; i < lines.size(); i++) {
            Matcher matcher = wanted.matcher(lines.get(i));
            if (matcher.find()) return new Span(source, i + 1, matcher.start() + 1, matcher.end() - matcher.start());
            if (lines.get(i).strip().equals("when")) break;
        }
        return otherwise;
    }
}
