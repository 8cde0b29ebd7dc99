package norma.document;

import java.util.LinkedHashSet;
import java.util.Set;
import norma.diagnostics.Problem;
import norma.diagnostics.Problems;
import norma.diagnostics.Source;
import norma.diagnostics.Span;
import norma.diagnostics.Text;
import norma.document.check.NotYaml;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.Event;

/**
 * The line to blame when the parser gives up, which is often lines below the mistake: a quote that is not closed ends at the
 * next quote, a wrong indent shows by the line that follows. To blame is the line by whose change the parser gets furthest; of
 * several, one that looks wrong beside its neighbours, the one where the parser stopped, the one that it had begun with, the
 * nearest above, in this order.
 */
final class Culprit {

    private static final int LOOK_BACK = 40;
    private static final int EFFORT = 1_000_000;
    private static final int READ_ALL = Integer.MAX_VALUE;

    private final Lines lines;
    private final MarkedYAMLException error;
    private final int stopped;
    private final int begun;
    private final int first;
    private final int last;
    private final Suspects suspects;
    private int effort = EFFORT;

    Culprit(Lines lines, MarkedYAMLException error) {
        this.lines = lines;
        this.error = error;
        stopped = at(lines, error.getProblemMark()).line();
        begun = error.getContextMark() == null
                ? stopped
                : at(lines, error.getContextMark()).line();
        int end = stopped + 1;
        while (end <= lines.count() && !isHead(end)) end++;
        last = Math.min(end, lines.count());
        int head = headBefore(headBefore(Math.min(stopped, begun)));
        first = reached(head, 0, "") == stopped ? head : 1;
        suspects = new Suspects(lines, first, last);
    }

    /** Reports it. */
    void tell(Problems problems) {
        int line = line();
        Span span = line == stopped
                ? at(lines, error.getProblemMark())
                : line == begun ? at(lines, error.getContextMark()) : lines.content(line);
        Problem problem = NotYaml.of(span, message(line)).also(at(lines, error.getProblemMark()));
        if (line == stopped && error.getContextMark() != null)
            problem = problem.also(at(lines, error.getContextMark()));
        Span start = lines.firstContent();
        problems.add(start.column() > 1 ? problem.also(start) : problem);
    }

    private Text message(int line) {
        if (!Wording.isOfStructure(error)) return Wording.of(error);
        if (suspects.hasInvisible(line)) return Wording.INVISIBLE_SPACE;
        String text = lines.line(line).strip();
        if (text.matches("(- )?[\\w-]+:[^\\s:].*")) return Wording.NO_BLANK;
        if (!text.contains(":") && !text.startsWith("-")) return Wording.NO_COLON;
        return Wording.of(error);
    }

    private int line() {
        int furthest = stopped;
        int culprit = stopped;
        for (int line : candidates()) {
            for (String standIn : suspects.standIns(line)) {
                int reached = reached(first, line, standIn);
                if (reached == READ_ALL) return line;
                if (reached > furthest) culprit = line;
                furthest = Math.max(furthest, reached);
                if (effort < 0) return culprit;
            }
        }
        return culprit;
    }

    private Set<Integer> candidates() {
        Set<Integer> found = new LinkedHashSet<>(suspects.before(stopped));
        found.add(stopped);
        found.add(begun);
        for (int line = stopped - 1; line >= Math.max(first, stopped - LOOK_BACK); line--) found.add(line);
        found.removeIf(line -> line < first || lines.line(line).isBlank());
        return found;
    }

    /** A key at the left margin: what stands before it cannot matter unless a bracket or a quote is open. */
    private boolean isHead(int line) {
        String text = lines.line(line);
        return !text.isEmpty() && Character.isLetter(text.charAt(0));
    }

    private int headBefore(int line) {
        int head = line - 1;
        while (head > 1 && !isHead(head)) head--;
        return Math.max(1, head);
    }

    /** The line at which the parser gives up when it starts from one and finds another changed. */
    private int reached(int from, int changed, String standIn) {
        StringBuilder text = new StringBuilder();
        for (int line = from; line <= last; line++)
            text.append(line == changed ? standIn : lines.line(line)).append('\n');
        effort -= text.length();
        String part = text.toString();
        try {
            for (Event event : new Events(part, Document.options())) event.getEventId();
            return READ_ALL;
        } catch (MarkedYAMLException e) {
            return from
                    - 1
                    + at(new Lines(new Source("", part)), e.getProblemMark()).line();
        } catch (YAMLException | NumberFormatException e) {
            return 0;
        }
    }

    private static Span at(Lines lines, @Nullable Mark mark) {
        int at = mark == null ? 0 : Document.offset(lines, mark);
        return lines.span(at, at + 1);
    }
}
