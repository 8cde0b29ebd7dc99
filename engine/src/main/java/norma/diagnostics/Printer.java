package norma.diagnostics;

import java.util.List;
import java.util.Locale;

/** Writes problems as a good compiler does: place, message, the source line with a caret, and the way out. */
public final class Printer {

    private static final int SHOWN = 12;

    private final Locale locale;

    public Printer(Locale locale) {
        this.locale = locale;
    }

    public String print(List<Problem> problems) {
        StringBuilder out = new StringBuilder();
        problems.forEach(problem -> print(problem, out));
        return out.toString();
    }

    private void print(Problem problem, StringBuilder out) {
        Span span = problem.span();
        out.append(span.location())
                .append(": ")
                .append(severity(problem).in(locale))
                .append(" [")
                .append(problem.code())
                .append("] ")
                .append(problem.message().in(locale))
                .append('\n');
        String line = span.source().line(span.line());
        if (!line.isBlank()) {
            String number = Integer.toString(span.line());
            out.append("  ").append(number).append(" | ").append(line).append('\n');
            out.append("  ").append(" ".repeat(number.length())).append(" | ");
            out.append(caret(span, line)).append('\n');
        }
        problem.suggestion()
                .ifPresent(name -> out.append(new Text("  did you mean ", "  возможно, имелось в виду ").in(locale))
                        .append(name)
                        .append("?\n"));
        if (!problem.allowed().isEmpty()) {
            List<String> shown = problem.allowed().stream().limit(SHOWN).toList();
            out.append(new Text("  allowed: ", "  допустимо: ").in(locale)).append(String.join(", ", shown));
            int more = problem.allowed().size() - shown.size();
            if (more > 0) out.append(new Text(" and " + more + " more", " и ещё " + more).in(locale));
            out.append('\n');
        }
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
