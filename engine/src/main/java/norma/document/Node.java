package norma.document;

import java.util.List;
import java.util.Optional;
import norma.diagnostics.Span;
import norma.diagnostics.Written;

/** One node of a document. */
public sealed interface Node {

    Span span();

    /** A mapping, its entries in the order of the file, its keys unique. */
    record Mapping(Span span, List<Entry> entries) implements Node {

        public Optional<Node> get(String key) {
            return entries.stream()
                    .filter(entry -> entry.key().text().equals(key))
                    .map(Entry::value)
                    .findFirst();
        }
    }

    record Entry(Scalar key, Node value) {}

    record Sequence(Span span, List<Node> items) implements Node {}

    /**
     * A scalar as text, whatever it looks like.
     *
     * @param style how it was written: {@code no} and {@code "no"} differ only here
     * @param offsets where each character of {@code text} stands in the source
     */
    record Scalar(Span span, String text, Style style, Offsets offsets) implements Node, Written {

        public enum Style {
            PLAIN,
            QUOTED,
            BLOCK
        }

        /** Nothing was written at all, as in {@code key:}. */
        public boolean isEmpty() {
            return style == Style.PLAIN && text.isEmpty();
        }

        /** Where the characters {@code [from, to)} of the text stand in the file. */
        public Span span(int from, int to) {
            return offsets.span(from, to);
        }
    }
}
