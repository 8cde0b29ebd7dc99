package norma.measure;

import java.util.List;
import norma.expression.Expression;
import norma.expression.Scene;
import norma.fact.Fact;
import norma.standard.Method;
import org.jspecify.annotations.Nullable;

/** How many cases there are. */
final class CountOf implements Aggregate {

    private final @Nullable Expression which;

    CountOf(Method.Count method) {
        this.which = method.which().orElse(null);
    }

    @Override
    public boolean read(Fact fact, Scene scene, Case into) {
        return which == null || which.holds(fact, scene);
    }

    @Override
    public boolean read(Chosen some, Scene scene, Cases into) {
        into.start(some);
        if (which == null) return true;
        which.hold(some.facts, some.many, scene, into.held);
        into.keepHeld();
        return true;
    }

    @Override
    public Object reads() {
        return List.of("count", which == null ? "" : which.meaning());
    }

    @Override
    public int sums() {
        return 0;
    }

    @Override
    public Measured measured(Cell cell, long now) {
        return Measured.of((double) cell.cases(), cell.cases(), cell.leftOut());
    }
}
