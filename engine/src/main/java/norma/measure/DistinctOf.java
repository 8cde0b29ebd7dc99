package norma.measure;

import java.util.HashMap;
import java.util.Map;
import norma.expression.Expression;
import norma.expression.Scene;
import norma.expression.Truth;
import norma.expression.Undefined;
import norma.fact.Fact;
import org.jspecify.annotations.Nullable;

/** How many different values there are; of no cases 0. */
final class DistinctOf implements Aggregate {

    private final Expression value;

    DistinctOf(Expression value) {
        this.value = value;
    }

    @Override
    public boolean read(Fact fact, Scene scene, Case into) {
        into.label = label(fact, scene);
        into.leftOut = into.label == null;
        return true;
    }

    private @Nullable Object label(Fact fact, Scene scene) {
        if (value.type().words()) return value.words(fact, scene);
        if (value.type().truth()) {
            Truth truth = value.truth(fact, scene);
            return truth == Truth.UNDEFINED ? null : truth;
        }
        long key = new OrderedValue(value).key(fact, scene);
        return Undefined.is(key) ? null : (Object) key;
    }

    @Override
    public Tally start() {
        return new Different();
    }

    private static final class Different extends Tally {

        private final Map<Object, Integer> counts = new HashMap<>();

        @Override
        void take(Case one, int sign) {
            if (one.label != null) add(one.label, sign);
        }

        @Override
        void takeAll(Tally other, int sign) {
            ((Different) other).counts.forEach((label, count) -> add(label, sign * count));
        }

        private void add(Object label, int times) {
            counts.merge(label, times, (had, more) -> had + more == 0 ? null : had + more);
        }

        @Override
        Measured measured(long now) {
            return Measured.of((double) counts.size(), cases(), leftOut());
        }
    }
}
