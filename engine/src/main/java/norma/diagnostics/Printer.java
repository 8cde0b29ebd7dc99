package norma.diagnostics;

import java.util.List;
import java.util.Locale;

/** Writes problems as a good compiler does: place, message, the source line with a caret, and the way out. */
public final class Printer {

    private static final int SHOWN = 12;

    private static final String RED = "\u001b[31;1m";
    private static final String YELLOW = "\u001b[33;1m";
    private static final String BOLD = "\u001b[1m";
    private static final String DIM = "\u001b[2m";
    private static final String GREEN = "\u001b[32m";
    private static final String RESET = "\u001b[0m";

    private final Locale locale;
    private final boolean coloured;

    public Printer(Locale locale) {
        this(locale, false);
    }

    /** @param coloured with the escape codes of a terminal */
    public Printer(Locale locale, boolean coloured) {
        this.locale = locale;
        this.coloured = coloured;
    }

    public String print(List<Problem> problems) {
        StringBuilder out = new StringBuilder();
        problems.forEach(problem -> print(problem, out));
        return out.toString();
    }

    private void print(Problem problem, StringBuilder out) {
        Span span = problem.span();
        String colour = problem.severity() == Problem.Severity.ERROR ? RED : YELLOW;
        out.append(paint(BOLD, span.location() + ":"))
                .append(' ')
                .append(paint(colour, severity(problem).in(locale)))
                .append(paint(DIM, " [" + problem.code() + "] "))
                .append(problem.message().in(locale))
                .append('\n');
        String line = span.source().line(span.line());
        if (!line.isBlank()) {
            String number = Integer.toString(span.line());
            out.append(paint(DIM, "  " + number + " | ")).append(line).append('\n');
            out.append(paint(DIM, "  " + " ".repeat(number.length()) + " | "));
            out.append(paint(colour, caret(span, line))).append('\n');
        }
        problem.suggestion()
                .ifPresent(name -> out.append(new Text("  did you mean ", "  возможно, имелось в виду ").in(locale))
                        .append(paint(GREEN, name))
                        .append("?\n"));
        if (!problem.allowed().isEmpty()) {
            List<String> shown = problem.allowed().stream().limit(SHOWN).toList();
            out.append(new Text("  allowed: ", "  допустимо: ").in(locale)).append(String.join(", ", shown));
            int more = problem.allowed().size() - shown.size();
            if (more > 0) out.append(new Text(" and " + more + " more", " и ещё " + more).in(locale));
            out.append('\n');
        }
    }

    private String paint(String colour, String text) {
        return coloured ? colour + text + RESET : text;
    }

    /** Tabs before the caret are kept, so that it stands under its character however wide a tab is. */
    private static String caret(Span span, String line) {
        int start = Math.min(span.column() - 1, line.length());
        int length = Math.max(1, Math.min(span.length(), line.length() - start));
        return line.substring(0, start).replaceAll("[^\t]", " ") + "^".repeat(length);
    }

    private static Text severity(Problem problem) {
        return problem.severity() == Problem.Severity.ERROR
                ? new Text("error", "ошибка")
                : new Text("warning", "предупреждение");
    }
}
