package norma.expression;

import norma.diagnostics.Source;
import norma.diagnostics.Span;

/** Where the characters of an expression stand in the file that it was read from. */
@FunctionalInterface
public interface Placement {

    /** The place of the characters from {@code from} (inclusive, from 0) to {@code to} (exclusive). */
    Span span(int from, int to);

    /** For a text of one line that stands by itself. */
    static Placement alone(String name, String text) {
        Source source = new Source(name, text);
        return (from, to) -> new Span(source, 1, from + 1, to - from);
    }
}
