package norma.diagnostics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The names nearest to one that nobody knows, by edits (Damerau's: insert, delete, change, swap neighbours).
 *
 * @param all every candidate, nearest first
 * @param best the nearest when it is near enough to be what was meant
 */
public record Nearest(List<String> all, Optional<String> best) {

    /** No name is longer; what is written beyond is left out, so that a long text costs no time. */
    private static final int LONGEST = 100;

    private record Candidate(String name, int edits) {}

    public static Nearest to(String written, Iterable<String> names) {
        String start = written.substring(0, Math.min(written.length(), LONGEST));
        List<Candidate> candidates = new ArrayList<>();
        names.forEach(name -> candidates.add(new Candidate(name, edits(start, name))));
        candidates.sort(Comparator.comparingInt(Candidate::edits).thenComparing(Candidate::name));
        Optional<String> best = candidates.stream()
                .findFirst()
                .filter(nearest -> nearest.edits() <= Math.max(1, start.length() / 3))
                .map(Candidate::name);
        return new Nearest(candidates.stream().map(Candidate::name).toList(), best);
    }

    /** The nearest of the names that are at most so many edits away; nor more than a third of what is written. */
    public static Optional<String> within(int edits, String written, Iterable<String> names) {
        Optional<String> best = Optional.empty();
        int least = Math.min(edits, Math.max(1, written.length() / 3)) + 1;
        for (String name : names) {
            int away = edits(written, name);
            if (away < least || away == least && best.isPresent() && name.compareTo(best.get()) < 0) {
                best = Optional.of(name);
                least = away;
            }
        }
        return best;
    }

    public static int edits(String from, String to) {
        int[][] cost = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int change = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
                cost[i][j] = Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + change);
                boolean swapped = i > 1
                        && j > 1
                        && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1);
                if (swapped) cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
            }
        }
        return cost[from.length()][to.length()];
    }
}
