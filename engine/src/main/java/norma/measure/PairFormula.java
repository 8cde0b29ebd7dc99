package norma.measure;

import norma.standard.Over;

/** Two classes side by side: AX, BZ. */
record PairFormula(Gauge abc, Gauge xyz) implements Formula {

    @Override
    public Measured of(Scope scope, Over over, Period period, long now) {
        Measured first = Formula.part(abc, scope, over, period, now);
        Measured second = Formula.part(xyz, scope, over, period, now);
        if (first.undefined().isPresent())
            return Measured.undefined(
                    Reasons.of(abc.kpi().id(), first.undefined().get()), first.cases(), first.leftOut());
        if (second.undefined().isPresent())
            return Measured.undefined(
                    Reasons.of(xyz.kpi().id(), second.undefined().get()), first.cases(), first.leftOut());
        return Measured.of(first.words() + second.words(), first.cases(), first.leftOut());
    }
}
