package norma.document;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The lines of a stretch that look wrong beside their neighbours, and what may stand in their place to see whether the rest
 * can be read then. A line is known by its depth and its shape: a key that opens a block, an entry with a value, an item.
 */
final class Suspects {

    private static final int STEP = 2;
    private static final Pattern INVISIBLE = Pattern.compile("[\\h\u200b-\u200d\ufeff&&[^ ]]");
    private static final Pattern OPENER =
            Pattern.compile(".*:[\\s\\]})]*(\\s#.*)?|.*:\\s+[|>][-+0-9]*\\s*|.*[\\[{,(]\\s*");
    private static final Pattern ITEM = Pattern.compile("-(\\s.*)?");
    private static final Pattern ENTRY = Pattern.compile(".*?:\\s.*");

    private final Lines lines;
    private final List<Line> saying = new ArrayList<>();

    private record Line(int number, int depth, String text, boolean opens, boolean item, boolean alien) {}

    /** @param first of the stretch, from 1 */
    Suspects(Lines lines, int first, int last) {
        this.lines = lines;
        for (int number = first; number <= last; number++) {
            String whole = lines.line(number);
            String text = whole.strip();
            if (text.isEmpty() || text.startsWith("#")) continue;
            boolean opens = OPENER.matcher(text).matches();
            boolean item = ITEM.matcher(text).matches();
            int depth = whole.length() - whole.stripLeading().length();
            boolean shapeless = !opens && !item && !ENTRY.matcher(text).matches();
            boolean alien = shapeless || depth % STEP != 0 || hasInvisible(number);
            saying.add(new Line(number, depth, text, opens, item, alien));
        }
    }

    boolean hasInvisible(int line) {
        return INVISIBLE.matcher(lines.line(line)).find();
    }

    /** Down to the line where the parser stopped, the nearest to it first. */
    Set<Integer> before(int stopped) {
        List<Integer> found = new ArrayList<>();
        for (int i = saying.size() - 1; i >= 0; i--) {
            if (saying.get(i).number <= stopped) found.addAll(suspectedAt(i));
        }
        return new LinkedHashSet<>(found);
    }

    /** A line that is wrong in itself, or two that do not go together: then the likelier first. */
    private List<Integer> suspectedAt(int i) {
        Line line = saying.get(i);
        if (line.alien || (i == 0 && line.depth > 0)) return List.of(line.number);
        if (i == 0) return List.of();
        Line above = saying.get(i - 1);
        int step = line.depth - above.depth;
        boolean deeper = step > 0 && !above.opens && (line.item || !above.item);
        boolean tooDeep = step > STEP && !above.item;
        boolean strayItem = step == 0 && line.item && !above.item && !above.opens;
        if (!deeper && !tooDeep && !strayItem) return List.of();
        return above.alien || isAboveToBlame(i)
                ? List.of(above.number, line.number)
                : List.of(line.number, above.number);
    }

    private boolean isAboveToBlame(int i) {
        Line line = saying.get(i);
        Line above = saying.get(i - 1);
        int next = i + 1 < saying.size() ? saying.get(i + 1).depth : 0;
        if (above.opens) return next != above.depth + STEP && !(line.opens && next <= line.depth);
        if (i < 2) return false;
        Line before = saying.get(i - 2);
        return before.depth == line.depth || (before.opens && above.depth <= before.depth);
    }

    /** Nothing, a line of the same shape at one of the depths around, or the line below a key that opens a block for it. */
    List<String> standIns(int number) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < saying.size(); i++) {
            if (saying.get(i).number != number) continue;
            Line line = saying.get(i);
            for (int depth : depthsAround(i)) for (String shape : shapes(line)) all.add(" ".repeat(depth) + shape);
            if (i > 0) {
                Line above = saying.get(i - 1);
                int depth = above.opens ? above.depth + STEP : above.depth;
                if (depth < line.depth) all.add(" ".repeat(depth) + "x:\n" + lines.line(number));
            }
        }
        all.add("");
        return all;
    }

    private static List<String> shapes(Line line) {
        if (line.item || line.text.startsWith("{")) return List.of("- 1");
        String text = INVISIBLE.matcher(line.text).replaceAll(" ");
        if (OPENER.matcher(text).matches()) return List.of("x:");
        return ENTRY.matcher(text).matches() ? List.of("x: 1") : List.of("x:", "x: 1");
    }

    private Set<Integer> depthsAround(int i) {
        Set<Integer> depths = new TreeSet<>();
        for (int at = Math.max(0, i - 2); at <= Math.min(saying.size() - 1, i + 2); at++)
            depths.add(saying.get(at).depth);
        if (i > 0) depths.add(saying.get(i - 1).depth + STEP);
        return depths;
    }
}
