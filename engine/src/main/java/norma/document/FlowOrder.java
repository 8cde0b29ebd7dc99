package norma.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts the entries within braces in order, where they stand on one line; all else stays as it is written. */
final class FlowOrder {

    private final String text;

    private FlowOrder(String text) {
        this.text = text;
    }

    static String of(String text, Placed root, Shape shape) {
        String ordered = new FlowOrder(text).written(root, Optional.of(shape));
        return text.substring(0, root.start()) + ordered + text.substring(root.end());
    }

    private String written(Placed node, Optional<Shape> shape) {
        return switch (node.kind()) {
            case SCALAR, BLOCK_SCALAR -> text.substring(node.start(), node.end());
            case SEQUENCE, FLOW_SEQUENCE -> items(node, shape);
            case MAPPING, FLOW_MAPPING -> entries(node, KeyOrder.ofMapping(shape));
        };
    }

    private String items(Placed node, Optional<Shape> shape) {
        StringBuilder out = new StringBuilder();
        int at = node.start();
        for (Placed item : node.parts()) {
            out.append(text, at, item.start()).append(written(item, KeyOrder.item(shape)));
            at = item.end();
        }
        return out.append(text, at, Math.max(at, node.end())).toString();
    }

    private String entries(Placed node, Optional<Shape> shape) {
        List<String> keys = new ArrayList<>();
        List<String> entries = new ArrayList<>();
        List<String> between = new ArrayList<>();
        int at = node.start();
        for (int i = 0; i + 1 < node.parts().size(); i += 2) {
            Placed key = node.parts().get(i);
            Placed value = node.parts().get(i + 1);
            between.add(text.substring(at, key.start()));
            boolean follows = value.start() >= key.end();
            entries.add(text.substring(key.start(), follows ? value.start() : key.end())
                    + (follows ? written(value, KeyOrder.under(shape, key.text())) : ""));
            keys.add(key.text());
            at = follows ? Math.max(value.end(), key.end()) : key.end();
        }
        between.add(text.substring(at, Math.max(at, node.end())));
        boolean oneLine = node.kind() == Placed.Kind.FLOW_MAPPING
                && text.indexOf('\n', node.start()) < 0 | text.indexOf('\n', node.start()) >= node.end();
        List<Integer> order = KeyOrder.of(keys, oneLine ? shape : Optional.empty());
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < order.size(); i++) out.append(between.get(i)).append(entries.get(order.get(i)));
        return out.append(between.get(order.size())).toString();
    }
}
