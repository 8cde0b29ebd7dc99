package norma.diagnostics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import norma.diagnostics.Problem.Severity;

/** Collects problems so that all are seen at once; used by one thread. */
public final class Problems {

    private static final Comparator<Problem> BY_PLACE = Comparator.comparing(
                    (Problem p) -> p.span().source().name())
            .thenComparingInt(p -> p.span().line())
            .thenComparingInt(p -> p.span().column())
            .thenComparing(Problem::code);

    private final List<Problem> found = new ArrayList<>();

    public void add(Problem problem) {
        found.add(problem);
    }

    public boolean hasErrors() {
        return found.stream().anyMatch(p -> p.severity() == Severity.ERROR);
    }

    /** How many were collected so far: lets a reader tell whether a step added any. */
    public int size() {
        return found.size();
    }

    /** Every problem, by file, line and column. */
    public List<Problem> all() {
        return found.stream().sorted(BY_PLACE).distinct().toList();
    }
}
