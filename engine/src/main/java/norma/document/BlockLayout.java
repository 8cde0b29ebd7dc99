package norma.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Writes the lines of a text anew: the entries of block mappings in order, two blanks for each level. Lines move as they
 * are. Comments above an entry move with it; those below it that are indented more deeply belong to it too.
 */
final class BlockLayout {

    private static final int STEP = 2;

    private final String text;
    private final int[] starts;
    private final String[] lines;

    private BlockLayout(String text) {
        this.text = text;
        this.lines = text.split("\n", -1);
        this.starts = new int[lines.length];
        for (int i = 1; i < lines.length; i++) starts[i] = starts[i - 1] + lines[i - 1].length() + 1;
    }

    /** What cannot be laid out by lines, such as a key after a question mark. */
    static final class Unfit extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** @param text with line feeds only, its last line ended by one */
    static String of(String text, Placed root, Shape shape) {
        if (!root.isBlock()) return text;
        BlockLayout layout = new BlockLayout(text);
        int first = layout.line(root.start());
        List<String> out = new ArrayList<>(List.of(layout.lines).subList(0, first));
        Laid laid = layout.collection(root, 0, first, layout.lines.length, Optional.of(shape));
        out.addAll(laid.above());
        out.addAll(laid.lines());
        return String.join("\n", out);
    }

    /** @param above comments and blank lines before the first of the lines */
    private record Laid(List<String> above, List<String> lines) {}

    /** An entry of a mapping or an item of a list: its blank lines, the comments above it, its own lines. */
    private record Part(int blanks, List<String> above, List<String> lines) {}

    private Laid collection(Placed node, int column, int from, int until, Optional<Shape> given) {
        boolean mapping = node.kind() == Placed.Kind.MAPPING;
        Optional<Shape> shape = mapping ? KeyOrder.ofMapping(given) : given;
        int old = column(node.start());
        int step = mapping ? 2 : 1;
        int count = node.parts().size() / step;
        List<String> keys = new ArrayList<>();
        List<Part> parts = new ArrayList<>();
        int above = from;
        for (int i = 0; i < count; i++) {
            Placed first = node.parts().get(i * step);
            Placed value = node.parts().get(i * step + step - 1);
            int begin = mapping ? line(first.start()) : dash(first, old);
            int next = i + 1 < count
                    ? (mapping
                            ? line(node.parts().get((i + 1) * step).start())
                            : dash(node.parts().get((i + 1) * step), old))
                    : until;
            int last = Math.max(begin, lastLine(value));
            int end = belonging(last + 1, next, old);
            List<String> over = comments(above, begin, column);
            Laid laid = mapping
                    ? entry(first, value, column, begin, end, KeyOrder.under(shape, first.text()))
                    : item(value, column, old, begin, end, KeyOrder.item(shape));
            int blanks = 0;
            while (blanks < over.size() && over.get(blanks).isEmpty()) blanks++;
            List<String> heads = new ArrayList<>(over.subList(blanks, over.size()));
            heads.addAll(laid.above());
            parts.add(new Part(blanks, heads, laid.lines()));
            keys.add(first.text());
            above = end;
        }
        List<String> lines = new ArrayList<>();
        List<Integer> order = mapping ? KeyOrder.of(keys, shape) : KeyOrder.of(keys, Optional.empty());
        for (int i = 0; i < count; i++) {
            Part part = parts.get(order.get(i));
            lines.addAll(Collections.nCopies(blanks(parts, order, i), ""));
            lines.addAll(part.above());
            lines.addAll(part.lines());
        }
        lines.addAll(comments(above, until, column));
        int head = blanks(parts, order, 0) + parts.get(order.get(0)).above().size();
        return new Laid(lines.subList(0, head), lines.subList(head, lines.size()));
    }

    /** Blank lines stay between: whoever comes to be first leaves its own to the one that was. */
    private static int blanks(List<Part> parts, List<Integer> order, int position) {
        int part = order.get(position);
        if (position == 0) return parts.get(0).blanks();
        return part == 0 ? parts.get(order.get(0)).blanks() : parts.get(part).blanks();
    }

    private Laid entry(Placed key, Placed value, int column, int begin, int end, Optional<Shape> shape) {
        int old = column(key.start());
        if (!lines[begin].substring(0, old).replace("- ", "  ").isBlank()) throw new Unfit();
        String opening = " ".repeat(column) + lines[begin].substring(old);
        if (value.isBlock()) {
            if (line(value.start()) == begin) throw new Unfit();
            return under(opening, value, column, begin, end, shape);
        }
        return new Laid(List.of(), leaf(opening, value, column, old, column - old, begin, end));
    }

    private Laid item(Placed value, int column, int old, int begin, int end, Optional<Shape> shape) {
        boolean beside = line(value.start()) == begin && value.end() > value.start();
        if (!beside) {
            String dash = " ".repeat(column) + lines[begin].substring(old);
            return value.isBlock()
                    ? under(dash, value, column, begin, end, shape)
                    : new Laid(List.of(), leaf(dash, value, column, old, column - old, begin, end));
        }
        int inner = column + STEP;
        if (value.isBlock()) {
            Laid laid = collection(value, inner, begin, end, shape);
            List<String> own = new ArrayList<>(laid.lines());
            own.set(0, " ".repeat(column) + "- " + own.get(0).substring(inner));
            return new Laid(
                    laid.above().stream()
                            .map(line -> line.isEmpty() ? line : " ".repeat(column) + line.strip())
                            .toList(),
                    own);
        }
        int at = column(value.start());
        String opening = " ".repeat(column) + "- " + lines[begin].substring(at);
        return new Laid(List.of(), leaf(opening, value, column, old, inner - at, begin, end));
    }

    private Laid under(String opening, Placed value, int column, int begin, int end, Optional<Shape> shape) {
        Laid laid = collection(value, column + STEP, begin + 1, end, shape);
        List<String> own = new ArrayList<>(List.of(opening));
        own.addAll(laid.above());
        own.addAll(laid.lines());
        return new Laid(List.of(), own);
    }

    /** A value that is no block collection, with the comments that belong to it; its lines after the first are moved. */
    private List<String> leaf(String opening, Placed value, int column, int old, int shift, int begin, int end) {
        List<String> own = new ArrayList<>(List.of(opening));
        int last = lastLine(value);
        int text = value.kind() == Placed.Kind.BLOCK_SCALAR ? line(value.start()) + 1 : end;
        int indent = textIndent(value, old, text, last);
        for (int i = begin + 1; i < end; i++) {
            if (i >= text && i <= last) {
                boolean said = indentOf(lines[i]) >= indent && lines[i].length() > indent;
                int target = declared(value) > 0 ? column + declared(value) : column + STEP;
                own.add(said ? " ".repeat(target) + lines[i].substring(indent) : "");
                continue;
            }
            String rest = lines[i].stripLeading();
            boolean inside = i <= last;
            int to = Math.max(indentOf(lines[i]) + shift, column + (inside ? STEP : 1));
            own.add(rest.isEmpty() ? "" : " ".repeat(to) + rest);
        }
        return own;
    }

    /** How deep the text of a block scalar is indented. */
    private int textIndent(Placed value, int old, int from, int last) {
        if (value.kind() != Placed.Kind.BLOCK_SCALAR) return 0;
        if (declared(value) > 0) return old + declared(value);
        for (int i = from; i <= last; i++) if (!lines[i].isBlank()) return indentOf(lines[i]);
        return 0;
    }

    /** The indent that a block scalar names itself, as in {@code |2}; 0 for none. */
    private int declared(Placed value) {
        for (int i = value.start() + 1; i < Math.min(value.start() + 3, text.length()); i++)
            if (Character.isDigit(text.charAt(i))) return text.charAt(i) - '0';
        return 0;
    }

    /** Up to where the lines after an entry belong to it: a comment that is indented no deeper opens the next. */
    private int belonging(int from, int until, int column) {
        int end = from;
        for (int i = from; i < until; i++) {
            if (lines[i].isBlank()) continue;
            if (indentOf(lines[i]) <= column) break;
            end = i + 1;
        }
        return Math.min(end, until);
    }

    private List<String> comments(int from, int until, int column) {
        List<String> comments = new ArrayList<>();
        for (int i = from; i < until; i++)
            comments.add(lines[i].isBlank() ? "" : " ".repeat(column) + lines[i].strip());
        return comments;
    }

    private int lastLine(Placed value) {
        if (value.isBlock() && !value.parts().isEmpty()) {
            Placed last = value.parts().get(value.parts().size() - 1);
            int least = value.kind() == Placed.Kind.MAPPING
                    ? line(value.parts().get(value.parts().size() - 2).start())
                    : line(last.start());
            return Math.max(least, lastLine(last));
        }
        if (value.kind() != Placed.Kind.BLOCK_SCALAR) return line(Math.max(value.start(), value.end() - 1));
        int end = line(value.end());
        if (text.substring(starts[end], value.end()).isBlank()) end--;
        boolean keeps = text.startsWith("+", value.start() + 1) || text.startsWith("+", value.start() + 2);
        while (!keeps && end > line(value.start()) && lines[end].isBlank()) end--;
        return end;
    }

    /** The line of the dash before an item: its own, or one above. */
    private int dash(Placed item, int column) {
        for (int i = line(item.start()); i >= 0; i--)
            if (indentOf(lines[i].replace("- ", "  ")) >= column
                    && lines[i].length() > column
                    && lines[i].charAt(column) == '-'
                    && starts[i] + column < Math.max(item.start(), starts[i] + column + 1)) return i;
        throw new Unfit();
    }

    private int line(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found : -found - 2;
    }

    private int column(int offset) {
        return offset - starts[line(offset)];
    }

    private static int indentOf(String line) {
        int at = 0;
        while (at < line.length() && line.charAt(at) == ' ') at++;
        return at;
    }
}
