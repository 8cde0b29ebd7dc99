package norma.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import norma.diagnostics.Problems;
import norma.diagnostics.Source;
import norma.diagnostics.Span;
import norma.diagnostics.check.TooLong;
import norma.document.check.NotAMapping;
import norma.document.check.NotYaml;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.comments.CommentType;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.CommentEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.reader.ReaderException;

/** Reads a source as one YAML mapping. */
public final class Document {

    static final int MAX_CHARACTERS = 4_000_000;
    static final int MAX_DEPTH = 40;
    static final int MAX_NODES = 400_000;

    private Document() {}

    /** The document, or nothing when there are errors, which are then in {@code problems}. */
    public static Optional<Node.Mapping> read(Source source, Problems problems) {
        Source text = withoutByteOrderMark(source);
        if (text.text().length() > MAX_CHARACTERS) {
            problems.add(TooLong.file(new Span(text, 1, 1, 1), MAX_CHARACTERS));
            return Optional.empty();
        }
        Lines lines = new Lines(text);
        Problems found = new Problems();
        Composer composer = new Composer(lines, found, new Events(text.text(), options()).iterator());
        Optional<Node> root;
        try {
            root = composer.compose();
        } catch (NumberFormatException e) {
            // The parser lets it out where an escape or a version is a number that it cannot hold.
            problems.add(NotYaml.of(composer.reached(), Wording.NUMBER_TOO_LARGE));
            return Optional.empty();
        } catch (MarkedYAMLException e) {
            new Culprit(lines, e).tell(problems);
            return Optional.empty();
        } catch (ReaderException e) {
            int at = lines.offset(e.getPosition());
            problems.add(Wording.of(e, lines.span(at, at + 1)));
            return Optional.empty();
        } catch (YAMLException e) {
            problems.add(Wording.of(e, composer.reached()));
            return Optional.empty();
        }
        found.all().forEach(problems::add);
        if (root.isEmpty() || found.hasErrors()) return Optional.empty();
        if (!(root.get() instanceof Node.Mapping mapping)) {
            problems.add(NotAMapping.file(root.get().span()));
            return Optional.empty();
        }
        return Optional.of(mapping);
    }

    /** The comments of a document that could be read, in order. */
    public static List<Comment> comments(Source source) {
        Source text = withoutByteOrderMark(source);
        Lines lines = new Lines(text);
        LoaderOptions options = options();
        options.setProcessComments(true);
        List<Comment> comments = new ArrayList<>();
        for (Event event : new Events(text.text(), options)) {
            if (!(event instanceof CommentEvent comment) || comment.getCommentType() == CommentType.BLANK_LINE)
                continue;
            int from = offset(lines, event.getStartMark());
            Span span = lines.span(from, offset(lines, event.getEndMark()));
            comments.add(new Comment(span, comment.getValue().strip(), line(text, span)));
        }
        return List.copyOf(comments);
    }

    private static int line(Source source, Span comment) {
        List<String> lines = source.text().lines().toList();
        if (!lines.get(comment.line() - 1).substring(0, comment.column() - 1).isBlank()) return comment.line();
        for (int next = comment.line(); next < lines.size(); next++) {
            String said = lines.get(next).strip();
            if (!said.isEmpty() && !said.startsWith("#")) return next + 1;
        }
        return comment.line();
    }

    static int offset(Lines lines, Mark mark) {
        return lines.offset(mark.getIndex());
    }

    static LoaderOptions options() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MAX_CHARACTERS + 1);
        options.setNestingDepthLimit(MAX_DEPTH * 3);
        return options;
    }

    private static Source withoutByteOrderMark(Source source) {
        return source.text().startsWith("\uFEFF")
                ? new Source(source.name(), source.text().substring(1))
                : source;
    }
}
