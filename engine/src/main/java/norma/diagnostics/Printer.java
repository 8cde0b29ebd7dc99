package norma.diagnostics;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes problems as a good compiler does: place, message, the source line with a caret, and the way out; used by one thread.
 */
public final class Printer {

    private static final int SHOWN = 12;

    /** Of a longer line the part around the problem is shown. */
    private static final int WIDEST = 240;

    private static final String RED = "\u001b[31;1m";
    private static final String YELLOW = "\u001b[33;1m";
    private static final String BOLD = "\u001b[1m";
    private static final String DIM = "\u001b[2m";
    private static final String GREEN = "\u001b[32m";
    private static final String RESET = "\u001b[0m";

    private final Locale locale;
    private final boolean coloured;
    private @Nullable Source shown;
    private List<String> lines = List.of();

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
        List<String> lines = linesOf(span.source());
        String line = span.line() <= lines.size() ? lines.get(span.line() - 1) : "";
        if (!line.isBlank()) {
            int start = Math.min(span.column() - 1, line.length());
            int from = line.length() <= WIDEST ? 0 : Math.max(0, start - WIDEST / 2);
            int to = Math.min(line.length(), from + WIDEST);
            String number = Integer.toString(span.line());
            out.append(paint(DIM, "  " + number + " | "));
            out.append(from > 0 ? "…" : "").append(line, from, to).append(to < line.length() ? "…" : "");
            out.append('\n').append(paint(DIM, "  " + " ".repeat(number.length()) + " | "));
            out.append(from > 0 ? " " : "");
            int length = Math.max(1, Math.min(span.length(), to - start));
            out.append(paint(colour, caret(line.substring(from, start), length)))
                    .append('\n');
        }
        if (problem.within().size() > 1)
            out.append(new Text("  in ", "  в ").in(locale))
                    .append(String.join(" › ", problem.within()))
                    .append('\n');
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
        for (Span also : problem.also())
            out.append(new Text("  see also ", "  см. также ").in(locale))
                    .append(also.location())
                    .append(paint(DIM, ": "))
                    .append(shortened(also.source().line(also.line()).strip()))
                    .append('\n');
    }

    private static String shortened(String line) {
        return line.length() <= WIDEST / 3 ? line : line.substring(0, WIDEST / 3) + "…";
    }

    private String paint(String colour, String text) {
        return coloured ? colour + text + RESET : text;
    }

    /** Tabs before the caret are kept, so that it stands under its character however wide a tab is. */
    private static String caret(String before, int length) {
        return before.replaceAll("[^\t]", " ") + "^".repeat(length);
    }

    /** Many problems may be in one large source. */
    private List<String> linesOf(Source source) {
        if (source != shown) {
            shown = source;
            lines = source.text().lines().toList();
        }
        return lines;
    }

    private static Text severity(Problem problem) {
        return problem.severity() == Problem.Severity.ERROR
                ? new Text("error", "ошибка")
                : new Text("warning", "предупреждение");
    }
}
