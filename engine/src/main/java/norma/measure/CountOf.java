package norma.measure;

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
    public Tally start() {
        return new Counted();
    }

    private static final class Counted extends Tally {

        @Override
        void take(Case one, int sign) {}

        @Override
        void takeAll(Tally other, int sign) {}

        @Override
        Measured measured(long now) {
            return Measured.of((double) cases(), cases(), leftOut());
        }
    }
}
