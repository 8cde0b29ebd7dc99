package norma.measure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import norma.expression.Expression;
import norma.expression.Scene;
import norma.expression.Truth;
import norma.expression.Undefined;
import norma.fact.Fact;
import org.jspecify.annotations.Nullable;

/**
 * How many different values there are; of no cases 0. Texts get a number when they are met first, so that every cell keeps
 * numbers; a text that no case has any more keeps its own.
 */
final class DistinctOf implements Aggregate {

    private final Expression value;
    private final Map<Object, Integer> numbers = new HashMap<>();
    private final List<Object> labels = new ArrayList<>();

    DistinctOf(Expression value) {
        this.value = value;
    }

    @Override
    public Aggregate twin() {
        return new DistinctOf(value);
    }

    @Override
    public boolean read(Fact fact, Scene scene, Case into) {
        into.key = key(fact, scene);
        into.leftOut = Undefined.is(into.key);
        return true;
    }

    private long key(Fact fact, Scene scene) {
        if (value.type().words()) return number(value.words(fact, scene));
        if (!value.type().truth()) return new OrderedValue(value).key(fact, scene);
        Truth truth = value.truth(fact, scene);
        return truth == Truth.UNDEFINED ? Undefined.LONG : truth.ordinal();
    }

    private long number(@Nullable Object label) {
        if (label == null) return Undefined.LONG;
        Integer number = numbers.get(label);
        if (number != null) return number;
        labels.add(label);
        numbers.put(label, labels.size() - 1);
        return labels.size() - 1L;
    }

    @Override
    public Tally start() {
        return new Different();
    }

    private final class Different extends Tally {

        private final CountedLongs keys = new CountedLongs();

        @Override
        void take(Case one, int sign) {
            keys.add(one.key, sign);
        }

        @Override
        void takeAll(Tally other, int sign) {
            Different theirs = (Different) other;
            theirs.keys.forEach((key, count) -> keys.add(theirs.translated(key, DistinctOf.this), sign * (int) count));
        }

        private long translated(long key, DistinctOf into) {
            return into == DistinctOf.this || !value.type().words() ? key : into.number(labels.get((int) key));
        }

        @Override
        Measured measured(long now) {
            return Measured.of((double) keys.distinct(), cases(), leftOut());
        }
    }
}
