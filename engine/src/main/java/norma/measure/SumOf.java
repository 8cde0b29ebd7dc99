package norma.measure;

import java.util.List;
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
        if (cell.cases() == 0 && cell.leftOut() > 0) return Measured.undefined(Reasons.NO_VALUES, 0, cell.leftOut());
        Object boxed = scale.boxed(cell.first());
        return boxed == null
                ? Measured.undefined(Reasons.outOfRange(kpi), cell.cases(), cell.leftOut())
                : Measured.of(boxed, cell.cases(), cell.leftOut());
    }
}
