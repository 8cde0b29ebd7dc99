package norma.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import norma.diagnostics.Problems;
import norma.diagnostics.Span;
import norma.document.check.Anchor;
import norma.document.check.BadKey;
import norma.document.check.DuplicateKey;
import norma.document.check.EmptyFile;
import norma.document.check.NotYaml;
import norma.document.check.SeveralDocuments;
import norma.document.check.Tag;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.events.StreamEndEvent;

/** Builds the tree from the parser's events, and reports what YAML allows and a definition does not. */
final class Composer {

    private final Lines lines;
    private final Problems problems;
    private final Iterator<Event> events;
    private Span reached;
    private int nodes;

    Composer(Lines lines, Problems problems, Iterator<Event> events) {
        this.lines = lines;
        this.problems = problems;
        this.events = events;
        this.reached = lines.span(0, 1);
    }

    private Event next() {
        Event event = events.next();
        reached = at(event);
        return event;
    }

    /** Where the last event stands: what stops the parser is there or soon after. */
    Span reached() {
        return reached;
    }

    Optional<Node> compose() {
        Node root = null;
        while (events.hasNext()) {
            Event event = next();
            if (event instanceof StreamEndEvent) break;
            if (event instanceof DocumentStartEvent) {
                Node found = node(next(), 0);
                if (root == null) root = found;
                else problems.add(SeveralDocuments.of(at(event)));
            }
        }
        if (root == null) problems.add(EmptyFile.of(lines.lastContent()));
        return Optional.ofNullable(root);
    }

    private Node node(Event event, int depth) {
        if (depth > Document.MAX_DEPTH) throw new YAMLException(Wording.TOO_DEEP);
        if (++nodes > Document.MAX_NODES) throw new YAMLException(Wording.TOO_MANY);
        if (event instanceof AliasEvent) {
            problems.add(Anchor.reference(at(event)));
            return scalar(at(event), "", ScalarStyle.PLAIN, event);
        }
        refuseAnchorAndTag(event);
        if (event instanceof ScalarEvent scalar)
            return scalar(at(event), scalar.getValue(), scalar.getScalarStyle(), event);
        if (event instanceof SequenceStartEvent) return sequence(event, depth);
        if (event instanceof MappingStartEvent) return mapping(event, depth);
        throw new IllegalStateException("unexpected event " + event);
    }

    private Node sequence(Event start, int depth) {
        List<Node> items = new ArrayList<>();
        for (Event event = next(); !(event instanceof SequenceEndEvent); event = next())
            items.add(node(event, depth + 1));
        return new Node.Sequence(first(start), List.copyOf(items));
    }

    private Node mapping(Event start, int depth) {
        List<Node.Entry> entries = new ArrayList<>();
        Map<String, Span> seen = new HashMap<>();
        for (Event event = next(); !(event instanceof MappingEndEvent); event = next()) {
            Node key = node(event, depth + 1);
            Node value = node(next(), depth + 1);
            if (!(key instanceof Node.Scalar name)) {
                problems.add(BadKey.noWord(key.span()));
                continue;
            }
            if (name.text().equals("<<")) {
                problems.add(Anchor.merging(name.span()));
                continue;
            }
            if (name.text().codePoints().anyMatch(Composer::isOddSpace)) {
                problems.add(BadKey.invisible(name.span()));
                continue;
            }
            Span before = seen.putIfAbsent(name.text(), name.span());
            if (before != null) {
                problems.add(DuplicateKey.of(name, before));
                continue;
            }
            entries.add(new Node.Entry(name, value));
        }
        return new Node.Mapping(first(start), List.copyOf(entries));
    }

    private static boolean isOddSpace(int c) {
        return Character.isSpaceChar(c) && c != ' ';
    }

    private Node.Scalar scalar(Span span, String text, @Nullable ScalarStyle style, Event event) {
        Node.Scalar.Style kind = style == ScalarStyle.PLAIN || style == null
                ? Node.Scalar.Style.PLAIN
                : style == ScalarStyle.FOLDED || style == ScalarStyle.LITERAL
                        ? Node.Scalar.Style.BLOCK
                        : Node.Scalar.Style.QUOTED;
        int start = Document.offset(lines, event.getStartMark());
        int end = Document.offset(lines, event.getEndMark());
        if (kind == Node.Scalar.Style.PLAIN) refuseZeroWidth(start, end);
        return new Node.Scalar(span, text, kind, new Offsets(lines, start, end, text));
    }

    /** In a text for people they may have a meaning; that one is in quotes. */
    private void refuseZeroWidth(int start, int end) {
        for (int at = start; at < end; at++) {
            if (Character.getType(lines.text().charAt(at)) == Character.FORMAT)
                problems.add(NotYaml.of(lines.span(at, at + 1), Wording.UNSEEN));
        }
    }

    private void refuseAnchorAndTag(Event event) {
        if (event instanceof NodeEvent node && node.getAnchor() != null) problems.add(Anchor.anchor(at(event)));
        String tag = event instanceof ScalarEvent scalar
                ? scalar.getTag()
                : event instanceof MappingStartEvent map
                        ? map.getTag()
                        : event instanceof SequenceStartEvent list ? list.getTag() : null;
        if (tag != null) problems.add(Tag.of(at(event)));
    }

    private Span at(Event event) {
        int from = Document.offset(lines, event.getStartMark());
        return lines.span(from, Math.max(from + 1, Document.offset(lines, event.getEndMark())));
    }

    /** A collection is pointed at by its first character: its end may be pages away. */
    private Span first(Event event) {
        int from = Document.offset(lines, event.getStartMark());
        return lines.span(from, from + 1);
    }
}
