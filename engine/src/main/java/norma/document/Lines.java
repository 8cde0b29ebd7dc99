package norma.document;

import java.util.Arrays;
import norma.diagnostics.Source;
import norma.diagnostics.Span;

/** Turns offsets in a source into lines and columns. */
final class Lines {

    private final Source source;
    private final int[] starts;
    private final boolean beyondBasicPlane;

    Lines(Source source) {
        this.source = source;
        String text = source.text();
        int[] found = new int[16];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean breaks = c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
            if (!breaks) continue;
            if (count == found.length) found = Arrays.copyOf(found, count * 2);
            found[count++] = i + 1;
        }
        starts = Arrays.copyOf(found, count);
        beyondBasicPlane = text.chars().anyMatch(c -> Character.isSurrogate((char) c));
    }

    /** The parser counts code points, everything else counts UTF-16 units. */
    int offset(int codePoints) {
        String text = source.text();
        if (!beyondBasicPlane) return Math.min(codePoints, text.length());
        return text.offsetByCodePoints(0, Math.min(codePoints, text.codePointCount(0, text.length())));
    }

    /** The stretch {@code [from, to)}, cut at the end of its first line. */
    Span span(int from, int to) {
        int at = Arrays.binarySearch(starts, from);
        int line = at >= 0 ? at : -at - 2;
        int end = line + 1 < starts.length ? Math.min(to, starts[line + 1] - 1) : to;
        return new Span(source, line + 1, from - starts[line] + 1, end - from);
    }

    int count() {
        return starts.length;
    }

    /** The line with this number (from 1), without its line break. */
    String line(int number) {
        int end = number < starts.length ? starts[number] - 1 : source.text().length();
        boolean two = number < starts.length && source.text().startsWith("\r\n", end - 1);
        return source.text().substring(starts[number - 1], two ? end - 1 : end);
    }

    /** All that a line says. */
    Span content(int number) {
        String line = line(number);
        int indent = line.length() - line.stripLeading().length();
        return new Span(source, number, indent + 1, line.strip().length());
    }

    /** The last line that is not blank; the first when all are. */
    Span lastContent() {
        int number = count();
        while (number > 1 && line(number).isBlank()) number--;
        return content(number);
    }

    /** The first line that is neither blank nor a comment; the last when all are. */
    Span firstContent() {
        int number = 1;
        while (number < count() && line(number).strip().matches("(#.*)?")) number++;
        return content(number);
    }

    String text() {
        return source.text();
    }
}
