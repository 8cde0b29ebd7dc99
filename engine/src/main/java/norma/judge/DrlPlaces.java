package norma.judge;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import norma.diagnostics.Source;
import norma.diagnostics.Span;
import org.kie.internal.builder.KnowledgeBuilderError;

/**
 * Where an error of Drools stands. Drools names the line where the parser stopped, or where the rule or the pattern begins, or
 * none; what its message quotes is searched for from there on.
 */
final class DrlPlaces {

    private static final Pattern LINE = Pattern.compile("\\bLine (\\d+):");
    private static final Pattern ANNOTATION = Pattern.compile("Duplicated annotation: (\\w+)");
    private static final Pattern QUOTED =
            Pattern.compile("(?:Error importing : |function: |ObjectType |expression )'([^']+)'|Expression (.+):$");

    private final Source source;
    private final List<String> lines;

    DrlPlaces(Source source) {
        this.source = source;
        this.lines = source.text().lines().toList();
    }

    Span of(KnowledgeBuilderError error) {
        String said = error.getMessage().lines().findFirst().orElse("").strip();
        int line = error.getLines().length > 0 ? Math.max(1, error.getLines()[0]) : 1;
        Matcher named = LINE.matcher(said);
        if (line == 1 && named.find()) line = Integer.parseInt(named.group(1));
        return span(Math.max(1, Math.min(quoted(said, line), Math.max(1, lines.size()))));
    }

    /** Whether Drools said nothing of the place, and nothing that could be searched for. */
    static boolean isOfWhole(KnowledgeBuilderError error) {
        return error.getMessage().startsWith("Parser returned a null Package");
    }

    /** A line where a quote is opened and not closed, which Drools notices at the end of the file or never. */
    List<Span> openQuotes() {
        return IntStream.rangeClosed(1, lines.size())
                .filter(line -> !lines.get(line - 1).strip().startsWith("//"))
                .filter(line ->
                        lines.get(line - 1).chars().filter(sign -> sign == '"').count() % 2 == 1)
                .mapToObj(this::span)
                .toList();
    }

    private int quoted(String said, int from) {
        Matcher twice = ANNOTATION.matcher(said);
        if (twice.find()) return second("@" + twice.group(1) + "(", from);
        Matcher quoted = QUOTED.matcher(said);
        if (!quoted.find()) return from;
        String text = quoted.group(1) != null ? quoted.group(1) : quoted.group(2);
        for (int line = from; line <= lines.size(); line++)
            if (lines.get(line - 1).contains(text)) return line;
        return from;
    }

    /** In one rule: where it stands again before the rule ends. */
    private int second(String text, int from) {
        int seen = 0;
        for (int line = from; line <= lines.size(); line++) {
            String here = lines.get(line - 1).strip();
            if (here.startsWith("rule")) seen = 0;
            if (here.startsWith(text) && ++seen == 2) return line;
        }
        return from;
    }

    private Span span(int line) {
        String text = source.line(line);
        int indent = text.length() - text.stripLeading().length();
        return new Span(source, line, indent + 1, Math.max(1, text.strip().length()));
    }
}
