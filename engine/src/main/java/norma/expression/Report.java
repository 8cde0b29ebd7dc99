package norma.expression;

import norma.diagnostics.Problem;
import norma.diagnostics.Problems;
import norma.diagnostics.Span;

/** Where the problems of one expression go: turns its characters into places of the file. */
final class Report {

    private final String text;
    private final Placement place;
    private final Problems problems;
    private boolean failed;

    Report(String text, Placement place, Problems problems) {
        this.text = text;
        this.place = place;
        this.problems = problems;
    }

    void add(Problem problem) {
        failed = true;
        problems.add(problem);
    }

    boolean failed() {
        return failed;
    }

    Span span(Syntax where) {
        return span(where.from(), where.to());
    }

    Span span(Token where) {
        return span(where.from(), where.to());
    }

    /** At least one character, inside the text where there is one. */
    Span span(int from, int to) {
        int start = Math.max(0, Math.min(from, text.length() - 1));
        return place.span(start, Math.max(start + 1, Math.min(to, text.length())));
    }

    String written(Syntax where) {
        return text.substring(where.from(), where.to());
    }
}
