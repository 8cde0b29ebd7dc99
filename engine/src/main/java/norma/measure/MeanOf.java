package norma.measure;

import java.util.List;
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
    public boolean read(Chosen some, Scene scene, Cases into) {
        into.start(some);
        scale.read(value, some, scene, into, into.firstLow, into.firstHigh);
        return true;
    }

    @Override
    public Object reads() {
        return List.of("sum", value.meaning());
    }

    @Override
    public int sums() {
        return 1;
    }

    @Override
    public Measured measured(Cell cell, long now) {
        if (cell.cases() == 0) return Measured.undefined(Reasons.nothing(cell), 0, cell.leftOut());
        ExactSum count = new ExactSum();
        count.set(cell.cases());
        Object mean = Scale.quotient(cell.first(), scale, count, Scale.COUNT, value.type());
        Measured measured = mean == null
                ? Measured.undefined(Reasons.outOfRange(kpi), cell.cases(), cell.leftOut())
                : Measured.of(mean, cell.cases(), cell.leftOut());
        return measured.outOf(scale.boxed(cell.first()), (double) cell.cases());
    }
}
