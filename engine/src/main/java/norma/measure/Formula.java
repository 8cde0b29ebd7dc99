package norma.measure;

import norma.standard.Over;

/** How the values of other KPI become one. */
interface Formula {

    Measured of(Scope scope, Over over, Period period, long now);

    /** Whether it changes though its parts stay as they are. */
    default boolean readsNow() {
        return false;
    }

    /** A part's value in the same scope and period, undefined where it is not measured so. */
    static Measured part(Gauge part, Scope scope, Over over, Period period, long now) {
        if (!part.cuts(scope.dimensions())) return Measured.undefined(Reasons.noCut(part.kpi()), 0, 0);
        if (!part.kpi().over().contains(over))
            return Measured.undefined(Reasons.noPeriod(part.kpi(), over.name()), 0, 0);
        return part.measured(scope, over, period, now);
    }
}
