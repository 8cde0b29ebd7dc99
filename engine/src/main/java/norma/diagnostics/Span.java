package norma.diagnostics;

/**
 * A stretch of one line of a source.
 *
 * @param line from 1
 * @param column from 1, in UTF-16 units
 * @param length at least 1
 */
public record Span(Source source, int line, int column, int length) {

    private static final Source NOWHERE = new Source("", "");

    public Span {
        length = Math.max(1, length);
    }

    /** For what was made by a program and stands in no file. */
    public static Span nowhere() {
        return new Span(NOWHERE, 1, 1, 1);
    }

    /** {@code file:line:column}, as compilers and editors write it. */
    public String location() {
        return source.name() + ":" + line + ":" + column;
    }

    /** What is written there. */
    public String text() {
        String whole = source.line(line);
        int from = Math.min(column - 1, whole.length());
        return whole.substring(from, Math.min(from + length, whole.length()));
    }

    @Override
    public String toString() {
        return location();
    }
}
