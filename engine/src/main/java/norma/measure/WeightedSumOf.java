package norma.measure;

import java.util.List;
import norma.expression.Expression;
import norma.expression.Scene;
import norma.expression.Undefined;
import norma.fact.Fact;
import norma.standard.Kpi;
import norma.standard.Method;

/** The sum of value times weight, of money rounded case by case, half to even; beside it the sum without weights. */
final class WeightedSumOf implements Aggregate {

    private final Kpi kpi;
    private final Expression value;
    private final Expression weight;
    private final Scale scale;
    private final Weight.Lately weights = new Weight.Lately();

    WeightedSumOf(Kpi kpi, Method.WeightedSum method) {
        this.kpi = kpi;
        this.value = method.value();
        this.weight = method.weight();
        this.scale = Scale.of(value.type());
    }

    @Override
    public boolean read(Fact fact, Scene scene, Case into) {
        into.leftOut = !scale.read(value, fact, scene, into.second) || !weigh(fact, scene, into);
        return true;
    }

    private boolean weigh(Fact fact, Scene scene, Case into) {
        double factor = weight.number(fact, scene);
        if (Undefined.is(factor) || Double.isInfinite(factor)) return false;
        if (scale != Scale.MONEY) return scale.set(scale.inUnits(into.second) * factor, into.first);
        into.first.set(weights.of(factor).of(into.second.low()));
        return true;
    }

    @Override
    public boolean read(Chosen some, Scene scene, Cases into) {
        if (scale != Scale.MONEY) return false;
        into.start(some);
        scale.read(value, some, scene, into, into.secondLow, into.secondHigh);
        weight.numbers(some.facts, some.many, scene, into.numbers);
        for (int i = 0; i < some.many; i++) {
            double factor = into.numbers[i];
            if (Undefined.is(factor) || Double.isInfinite(factor)) into.leftOut[i] = true;
            if (into.leftOut[i]) continue;
            into.firstLow[i] = weights.of(factor).of(into.secondLow[i]);
            into.firstHigh[i] = into.firstLow[i] >> 63;
        }
        return true;
    }

    @Override
    public Object reads() {
        return List.of("weighted sum", value.meaning(), weight.meaning());
    }

    @Override
    public int sums() {
        return 2;
    }

    @Override
    public Measured measured(Cell cell, long now) {
        if (cell.cases() == 0 && cell.leftOut() > 0) return Measured.undefined(Reasons.NO_VALUES, 0, cell.leftOut());
        Object sum = scale.boxed(cell.first());
        Measured measured = sum == null
                ? Measured.undefined(Reasons.outOfRange(kpi), cell.cases(), cell.leftOut())
                : Measured.of(sum, cell.cases(), cell.leftOut());
        return measured.outOf(sum, scale.boxed(cell.second()));
    }
}
