package norma.document;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import norma.diagnostics.Problems;
import norma.diagnostics.Source;
import norma.document.check.FixedLayout;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * Lays a text out: keys in the order of their shape, two blanks for each level. Every comment, quote, blank line and
 * value stays; what was laid out once stays as it is.
 */
public final class Layout {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    /** Line breaks to YAML, and to nobody else. */
    private static final String ODD_BREAKS = "[\\u0085\\u2028\\u2029]|\\r(?!\\n)";

    private Layout() {}

    /**
     * The text laid out, or nothing with the reason in {@code problems}: it cannot be read, or it is written in a way that
     * could not be laid out without changing what it says.
     */
    public static Optional<String> of(Source source, Shape shape, Problems problems) {
        Optional<Node.Mapping> before = Document.read(source, problems);
        if (before.isEmpty()) return Optional.empty();
        String text = source.text();
        String mark = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "";
        String lineBreak = text.contains("\r\n") ? "\r\n" : "\n";
        String plain = text.substring(mark.length()).replace("\r\n", "\n");
        String whole = plain.endsWith("\n") ? plain : plain + "\n";
        try {
            String ordered = FlowOrder.of(whole, placed(whole), shape);
            String laid = BlockLayout.of(ordered, placed(ordered), shape);
            Source after = new Source(source.name(), laid);
            boolean same = !text.matches("(?s).*(" + ODD_BREAKS + ").*")
                    && Remarks.of(whole, placed(whole)).equals(Remarks.of(laid, placed(laid)))
                    && Document.read(after, new Problems())
                            .filter(found -> same(before.get(), found, Optional.of(shape)))
                            .isPresent();
            if (same) return Optional.of(mark + laid.replace("\n", lineBreak));
        } catch (BlockLayout.Unfit | org.yaml.snakeyaml.error.YAMLException | StringIndexOutOfBoundsException e) {
            // Said below: the text is left alone.
        }
        problems.add(FixedLayout.of(before.get().span()));
        return Optional.empty();
    }

    private static Placed placed(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Document.MAX_CHARACTERS + 1);
        options.setNestingDepthLimit(Document.MAX_DEPTH * 3);
        return Placed.read(new Events(text, options).iterator(), new Lines(new Source("", text)));
    }

    /** The same values in the same order, but for keys whose order has no meaning. */
    private static boolean same(Node one, Node other, Optional<Shape> shape) {
        if (one instanceof Node.Scalar a && other instanceof Node.Scalar b)
            return a.text().equals(b.text()) && a.style() == b.style();
        if (one instanceof Node.Sequence a && other instanceof Node.Sequence b)
            return sameItems(a.items(), b.items(), KeyOrder.item(shape));
        if (!(one instanceof Node.Mapping a && other instanceof Node.Mapping b)) return false;
        Optional<Shape> known = KeyOrder.ofMapping(shape);
        boolean free = known.filter(Shape.Keys.class::isInstance).isPresent();
        if (!free && !names(a).equals(names(b))) return false;
        Map<String, Node> values = new HashMap<>();
        b.entries().forEach(entry -> values.put(entry.key().text(), entry.value()));
        return a.entries().size() == b.entries().size()
                && a.entries().stream().allMatch(entry -> Optional.ofNullable(
                                values.get(entry.key().text()))
                        .filter(value -> same(
                                entry.value(),
                                value,
                                KeyOrder.under(known, entry.key().text())))
                        .isPresent());
    }

    private static boolean sameItems(List<Node> some, List<Node> others, Optional<Shape> shape) {
        if (some.size() != others.size()) return false;
        for (int i = 0; i < some.size(); i++) if (!same(some.get(i), others.get(i), shape)) return false;
        return true;
    }

    private static List<String> names(Node.Mapping mapping) {
        return mapping.entries().stream().map(entry -> entry.key().text()).toList();
    }
}
