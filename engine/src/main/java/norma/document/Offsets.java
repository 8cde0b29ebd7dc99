package norma.document;

import norma.diagnostics.Span;

/**
 * Where each character of a scalar's text stands in its source. Worked out only when a problem has to be shown: the
 * text is laid beside its source, stepping over quotes, escapes, folded line breaks and indents.
 */
public final class Offsets {

    private final Lines lines;
    private final int start;
    private final int end;
    private final String text;

    Offsets(Lines lines, int start, int end, String text) {
        this.lines = lines;
        this.start = start;
        this.end = end;
        this.text = text;
    }

    Span span(int from, int to) {
        int[] places = places();
        int first = places[Math.min(from, text.length())];
        int last = to > from ? places[Math.min(to - 1, text.length())] + 1 : first + 1;
        return lines.span(first, Math.max(last, first + 1));
    }

    /** Whatever YAML folds, all that is no space stands in the text in the order of the source; spaces lie between. */
    private int[] places() {
        String source = lines.text();
        int[] places = new int[text.length() + 1];
        char opening = start < end ? source.charAt(start) : ' ';
        int at =
                switch (opening) {
                    case '"', '\'' -> start + 1;
                    case '|', '>' -> Math.max(start, source.indexOf('\n', start));
                    default -> start;
                };
        boolean wide = false;
        for (int i = 0; i < text.length(); i++) {
            char wanted = text.charAt(i);
            boolean secondHalf = wide && Character.isLowSurrogate(wanted);
            if (!secondHalf) at = reach(source, at, wanted, opening);
            places[i] = secondHalf ? places[i - 1] : Math.min(at, Math.max(start, end - 1));
            if (secondHalf) continue;
            wide = isEscape(source, at, opening) && escapeLength(source, at) == 10;
            at = after(source, at, wanted, opening);
        }
        places[text.length()] = Math.min(at, end);
        return places;
    }

    private int reach(String source, int from, char wanted, char opening) {
        int at = from;
        while (at < end) {
            boolean continued = isEscape(source, at, opening) && isBreak(source, at + 1);
            if (continued) at = afterBreak(source, at + 1);
            else if (isSpace(source.charAt(at)) && !isSpace(wanted)) at++;
            else return at;
        }
        return at;
    }

    private int after(String source, int at, char wanted, char opening) {
        if (at >= end) return at;
        if (isEscape(source, at, opening)) return at + escapeLength(source, at);
        if (isBreak(source, at)) return afterBreak(source, at);
        if (isSpace(wanted) && !isSpace(source.charAt(at))) return at;
        return opening == '\'' && wanted == '\'' ? at + 2 : at + 1;
    }

    private int afterBreak(String source, int from) {
        int at = source.startsWith("\r\n", from) ? from + 2 : from + 1;
        while (at < end && (source.charAt(at) == ' ' || source.charAt(at) == '\t')) at++;
        return at;
    }

    private static boolean isEscape(String source, int at, char opening) {
        return opening == '"' && source.startsWith("\\", at);
    }

    private static boolean isBreak(String source, int at) {
        return at < source.length() && (source.charAt(at) == '\n' || source.charAt(at) == '\r');
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }

    private static int escapeLength(String source, int at) {
        char kind = at + 1 < source.length() ? source.charAt(at + 1) : ' ';
        return switch (kind) {
            case 'x' -> 4;
            case 'u' -> 6;
            case 'U' -> 10;
            default -> 2;
        };
    }
}
