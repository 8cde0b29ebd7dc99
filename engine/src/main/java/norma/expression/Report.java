package norma.expression;

import norma.diagnostics.Problem;
import norma.diagnostics.Problems;
import norma.diagnostics.Span;
import norma.diagnostics.Text;

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

    void error(String code, int from, int to, String en, String ru) {
        add(Problem.error(code, span(from, to), new Text(en, ru)));
    }

    void error(String code, Syntax where, String en, String ru) {
        error(code, where.from(), where.to(), en, ru);
    }

    /** With what could have been written instead, and the nearest to what was. */
    void error(String code, Syntax where, Text message, String written, Iterable<String> allowed) {
        add(Problem.error(code, span(where.from(), where.to()), message).allowing(written, allowed));
    }

    void add(Problem problem) {
        failed = true;
        problems.add(problem);
    }

    boolean failed() {
        return failed;
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
