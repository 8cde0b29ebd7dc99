package norma.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import norma.diagnostics.Span;

/** The keys that lead to a place of a document, outermost first; an item of a list is told by its number, from 1. */
public final class Trail {

    private final Span place;
    private final List<String> keys = new ArrayList<>();

    private Trail(Span place) {
        this.place = place;
    }

    public static List<String> to(Span place, Node.Mapping root) {
        Trail trail = new Trail(place);
        trail.follow(root);
        return List.copyOf(trail.keys);
    }

    private void follow(Node node) {
        if (node instanceof Node.Mapping mapping && !isAbout(mapping))
            last(mapping.entries(), entry -> entry.key().span()).ifPresent(at -> {
                Node.Entry entry = mapping.entries().get(at);
                keys.add(entry.key().text());
                follow(entry.value());
            });
        if (node instanceof Node.Sequence sequence)
            last(sequence.items(), Node::span).ifPresent(at -> {
                keys.add(Integer.toString(at + 1));
                follow(sequence.items().get(at));
            });
    }

    /** Whether the mapping as a whole is meant, and not its first key, which begins in the same place. */
    private boolean isAbout(Node.Mapping mapping) {
        return place.length() == 1 && place.equals(mapping.span());
    }

    /** The last of the parts that does not begin after the place: those that do cannot hold it. */
    private <P> Optional<Integer> last(List<P> parts, Function<P, Span> beginning) {
        for (int i = parts.size() - 1; i >= 0; i--) {
            Span begins = beginning.apply(parts.get(i));
            boolean after =
                    begins.line() > place.line() || (begins.line() == place.line() && begins.column() > place.column());
            if (!after) return Optional.of(i);
        }
        return Optional.empty();
    }
}
