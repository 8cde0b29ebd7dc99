package norma.measure;

import norma.expression.Expression;
import norma.expression.Scene;
import norma.fact.Fact;
import norma.standard.Kpi;

/** The sum of a value; of no cases it is 0, of cases none of which has a value undefined. */
final class SumOf implements Aggregate {

    private final Kpi kpi;
    private final Expression value;
    private final Scale scale;

    SumOf(Kpi kpi, Expression value) {
        this.kpi = kpi;
        this.value = value;
        this.scale = Scale.of(value.type());
    }

    @Override
    public boolean read(Fact fact, Scene scene, Case into) {
        into.leftOut = !scale.read(value, fact, scene, into.first);
        return true;
    }

    @Override
    public Tally start() {
        return new Summed();
    }

    /** A sum that can be asked for as it is held. */
    final class Summed extends Tally {

        private final ExactSum sum = new ExactSum();

        ExactSum sum() {
            return sum;
        }

        Scale scale() {
            return scale;
        }

        @Override
        void take(Case one, int sign) {
            sum.add(one.first, sign);
        }

        @Override
        void takeAll(Tally other, int sign) {
            sum.add(((Summed) other).sum, sign);
        }

        @Override
        Measured measured(long now) {
            if (cases() == 0 && leftOut() > 0) return Measured.undefined(Reasons.NO_VALUES, 0, leftOut());
            Object boxed = scale.boxed(sum);
            return boxed == null
                    ? Measured.undefined(Reasons.outOfRange(kpi), cases(), leftOut())
                    : Measured.of(boxed, cases(), leftOut());
        }
    }
}
