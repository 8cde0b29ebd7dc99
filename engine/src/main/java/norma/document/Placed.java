package norma.document;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;

/**
 * A node as a stretch of its text, from its first character to after its last one.
 *
 * @param kind what it is and how it is written
 * @param parts keys and values in turn, or items
 */
record Placed(Kind kind, int start, int end, String text, List<Placed> parts) {

    enum Kind {
        MAPPING,
        SEQUENCE,
        FLOW_MAPPING,
        FLOW_SEQUENCE,
        SCALAR,
        BLOCK_SCALAR
    }

    /** Written by indents alone: its parts have lines of their own. */
    boolean isBlock() {
        return kind == Kind.MAPPING || kind == Kind.SEQUENCE;
    }

    /** @param events of a document that can be read, from its root on */
    static Placed read(Iterator<Event> events, Lines lines) {
        Event event = events.next();
        while (!(event instanceof NodeEvent)) event = events.next();
        return read(event, events, lines);
    }

    private static Placed read(Event event, Iterator<Event> events, Lines lines) {
        int start = Document.offset(lines, event.getStartMark());
        if (event instanceof ScalarEvent scalar) {
            boolean block =
                    scalar.getScalarStyle() == ScalarStyle.LITERAL || scalar.getScalarStyle() == ScalarStyle.FOLDED;
            int end = Document.offset(lines, event.getEndMark());
            return new Placed(
                    block ? Kind.BLOCK_SCALAR : Kind.SCALAR, start, Math.max(start, end), scalar.getValue(), List.of());
        }
        if (!(event instanceof CollectionStartEvent collection)) throw new IllegalArgumentException("" + event);
        boolean flow = collection.getFlowStyle() == FlowStyle.FLOW;
        List<Placed> parts = new ArrayList<>();
        Event next = events.next();
        for (; !(next instanceof MappingEndEvent || next instanceof SequenceEndEvent); next = events.next())
            parts.add(read(next, events, lines));
        int end = flow || parts.isEmpty()
                ? Document.offset(lines, next.getEndMark())
                : parts.get(parts.size() - 1).end();
        boolean mapping = event instanceof MappingStartEvent;
        Kind kind = mapping ? (flow ? Kind.FLOW_MAPPING : Kind.MAPPING) : (flow ? Kind.FLOW_SEQUENCE : Kind.SEQUENCE);
        return new Placed(kind, start, end, "", List.copyOf(parts));
    }
}
