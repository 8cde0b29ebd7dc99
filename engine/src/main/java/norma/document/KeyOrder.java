package norma.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** In which order the entries of a mapping are written. */
final class KeyOrder {

    private KeyOrder() {}

    /** The positions of the keys as they are to stand; keys that the shape does not have stay after what they follow. */
    static List<Integer> of(List<String> keys, Optional<Shape> shape) {
        List<Integer> ranks = new ArrayList<>();
        List<Integer> order = new ArrayList<>();
        int last = -1;
        for (int i = 0; i < keys.size(); i++) {
            int rank = rank(keys.get(i), shape);
            if (rank >= 0) last = rank;
            ranks.add(last);
            order.add(i);
        }
        if (shape.filter(Shape.Keys.class::isInstance).isPresent()) order.sort(Comparator.comparing(ranks::get));
        return order;
    }

    private static int rank(String key, Optional<Shape> shape) {
        if (shape.isEmpty() || !(shape.get() instanceof Shape.Keys keys)) return -1;
        return keys.keys().stream().map(Shape.Key::name).toList().indexOf(key);
    }

    /** What stands under a key; nothing where nothing is known of it. */
    static Optional<Shape> under(Optional<Shape> shape, String key) {
        Shape known = shape.orElse(null);
        if (known instanceof Shape.Keys keys) return keys.key(key).map(Shape.Key::value);
        if (known instanceof Shape.Named named) return Optional.of(named.each());
        return Optional.empty();
    }

    static Optional<Shape> item(Optional<Shape> shape) {
        return shape.map(known -> known instanceof Shape.Items items ? items.each() : known);
    }

    /** Of several shapes the one that a mapping can have. */
    static Optional<Shape> ofMapping(Optional<Shape> shape) {
        Shape known = shape.orElse(null);
        if (known instanceof Shape.Items items) return ofMapping(Optional.of(items.each()));
        if (known instanceof Shape.Either either)
            return either.shapes().stream()
                    .filter(each -> each instanceof Shape.Keys || each instanceof Shape.Named)
                    .findFirst();
        return shape;
    }
}
