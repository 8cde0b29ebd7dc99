package norma.measure;

import norma.expression.Expression;
import norma.expression.Scene;
import norma.expression.Undefined;
import norma.fact.Fact;

/** The smallest or the largest value. Every value is kept, so that the next one is known when it is taken out. */
final class ExtremeOf implements KeepsValues {

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
    public boolean read(Chosen some, Scene scene, Cases into) {
        value.read(some, scene, into);
        return true;
    }

    @Override
    public Object reads() {
        return value.reads();
    }

    @Override
    public Measured measured(Cell cell, long now) {
        if (cell.cases() == 0) return Measured.undefined(Reasons.nothing(cell), 0, cell.leftOut());
        CountedLongs values = CountedLongs.of(cell.tally());
        long extreme = largest ? values.largest() : values.smallest();
        return Measured.of(value.boxed(extreme), cell.cases(), cell.leftOut());
    }
}
