package norma.measure;

import norma.expression.Expression;
import norma.expression.Scene;
import norma.fact.Fact;
import norma.standard.Kpi;

/** The mean of a value; of money rounded half to even to 1/10000. */
final class MeanOf implements Aggregate {

    private final Kpi kpi;
    private final Expression value;
    private final Scale scale;

    MeanOf(Kpi kpi, Expression value) {
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
        return new Averaged();
    }

    private final class Averaged extends Tally {

        private final ExactSum sum = new ExactSum();

        @Override
        void take(Case one, int sign) {
            sum.add(one.first, sign);
        }

        @Override
        void takeAll(Tally other, int sign) {
            sum.add(((Averaged) other).sum, sign);
        }

        @Override
        Measured measured(long now) {
            if (cases() == 0) return Measured.undefined(Reasons.nothing(this), 0, leftOut());
            ExactSum count = new ExactSum();
            count.set(cases());
            Object mean = Scale.quotient(sum, scale, count, Scale.COUNT, value.type());
            Measured measured = mean == null
                    ? Measured.undefined(Reasons.outOfRange(kpi), cases(), leftOut())
                    : Measured.of(mean, cases(), leftOut());
            return measured.outOf(scale.boxed(sum), (double) cases());
        }
    }
}
