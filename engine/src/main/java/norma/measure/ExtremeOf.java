package norma.measure;

import norma.expression.Expression;
import norma.expression.Scene;
import norma.expression.Undefined;
import norma.fact.Fact;

/** The smallest or the largest value. Every value is kept, so that the next one is known when it is taken out. */
final class ExtremeOf implements Aggregate {

    private final OrderedValue value;
    private final boolean largest;

    ExtremeOf(Expression value, boolean largest) {
        this.value = new OrderedValue(value);
        this.largest = largest;
    }

    @Override
    public boolean read(Fact fact, Scene scene, Case into) {
        into.key = value.key(fact, scene);
        into.leftOut = Undefined.is(into.key);
        return true;
    }

    @Override
    public Tally start() {
        return new Ordered();
    }

    private final class Ordered extends Tally {

        private final CountedLongs values = new CountedLongs();

        @Override
        void take(Case one, int sign) {
            values.add(one.key, sign);
        }

        @Override
        void takeAll(Tally other, int sign) {
            values.addAll(((Ordered) other).values, sign);
        }

        @Override
        Measured measured(long now) {
            if (cases() == 0) return Measured.undefined(Reasons.nothing(this), 0, leftOut());
            long extreme = values.at(largest ? values.total() - 1 : 0);
            return Measured.of(value.boxed(extreme), cases(), leftOut());
        }
    }
}
