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

    private int[] places() {
        String source = lines.text();
        int[] places = new int[text.length() + 1];
        char quote = start < end ? source.charAt(start) : ' ';
        boolean quoted = quote == '"' || quote == '\'';
        boolean block = quote == '|' || quote == '>';
        int at = start;
        if (quoted) at++;
        if (block) at = firstOfBlock(source);
        for (int i = 0; i < text.length(); i++) {
            char wanted = text.charAt(i);
            while (at < end && !matches(source, at, wanted, quote)) {
                at += quote == '"' && source.startsWith("\\", at) ? escapeLength(source, at) : 1;
            }
            places[i] = Math.min(at, Math.max(start, end - 1));
            at = after(source, at, wanted, quote);
        }
        places[text.length()] = Math.min(at, end);
        return places;
    }

    private int firstOfBlock(String source) {
        int next = source.indexOf('\n', start) + 1;
        while (next > 0 && next < end && Character.isWhitespace(source.charAt(next))) next++;
        return next;
    }

    private static boolean matches(String source, int at, char wanted, char quote) {
        char found = source.charAt(at);
        if (quote == '"' && found == '\\') {
            char escaped = at + 1 < source.length() ? source.charAt(at + 1) : ' ';
            return escaped != '\n' && escaped != '\r';
        }
        if (found == '\n' || found == '\r') return wanted == ' ' || wanted == '\n';
        return found == wanted;
    }

    private int after(String source, int at, char wanted, char quote) {
        if (at >= end) return at;
        char found = source.charAt(at);
        if (quote == '"' && found == '\\') return at + escapeLength(source, at);
        if (quote == '\'' && found == '\'' && wanted == '\'') return at + 2;
        int next = at + 1;
        if (found != '\n' && found != '\r') return next;
        while (next < end && (source.charAt(next) == ' ' || source.charAt(next) == '\t')) next++;
        return next;
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
