package norma.measure;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import norma.standard.Over;
import org.jspecify.annotations.Nullable;

/** A KPI that adds up cases. */
final class CubeGauge extends Gauge {

    private final Cube cube;
    private final long[] places;
    private final KnownPeriods periods = new KnownPeriods();
    private @Nullable LocalDate aged;

    CubeGauge(Cube cube) {
        super(cube.kpi());
        this.cube = cube;
        this.places = slots().stream().mapToLong(cube::place).toArray();
    }

    @Override
    void refresh(Round round) {
        boolean older = cube.aggregate().ages() && !round.today().equals(aged);
        aged = round.today();
        if (turn(round.today()) || older) cube.changeAll();
        cube.settle().forEach(touched -> show(touched, round));
    }

    private void show(Touched touched, Round round) {
        Slice slice = touched.slice();
        if (!cube.isPresent(slice)) {
            hide(slice.scope(), round);
            return;
        }
        Measuring measuring = measuring(slice);
        for (int slot = 0; slot < places.length; slot++)
            if ((places[slot] & touched.places()) != Places.NONE) show(slice.scope(), slot, measuring, round);
    }

    @Override
    boolean isAlone() {
        return true;
    }

    @Override
    void release() {
        cube.release();
    }

    @Override
    boolean isSettled() {
        return cube.isSettled() && !cube.aggregate().ages();
    }

    @Override
    Measured measured(Scope scope, Over over, Period period, long now) {
        return cube.measured(scope, over, period, now);
    }

    @Override
    Measuring measuring(Scope scope) {
        return measuring(cube.find(scope));
    }

    private Measuring measuring(@Nullable Slice slice) {
        return (over, period, now) -> cube.measured(slice, over, period, now);
    }

    @Override
    boolean isPresent(Scope scope) {
        return cube.isPresent(scope);
    }

    @Override
    boolean cuts(List<String> dimensions) {
        return cube.cuts(dimensions);
    }

    @Override
    Collection<Scope> scopes() {
        return cube.slices().stream().map(Slice::scope).toList();
    }

    @Override
    List<Period> history(Scope scope, Over over, LocalDate today) {
        if (!(over instanceof Over.Each each)) return List.of(period(new Slot(over, false), today));
        return cube.ordinals(scope, each)
                .mapToObj(ordinal -> periods.of(each, ordinal))
                .toList();
    }

    @Override
    void readings(Predicate<Scope> which, long now, LocalDate today, List<Reading> into) {
        cube.slices().stream()
                .filter(slice -> which.test(slice.scope()))
                .sorted(Comparator.comparing(Slice::scope))
                .forEach(slice -> readings(slice, now, today, periods, into));
    }

    /** Every reading of a slice in which the KPI has cases; of calendar periods each cell is looked at once. */
    void readings(Slice slice, long now, LocalDate today, KnownPeriods known, List<Reading> into) {
        for (Over over : kpi().over()) {
            if (over instanceof Over.Each each) {
                long current = Periods.ordinal(each.unit(), today.toEpochDay());
                cube.forEach(slice, each, (ordinal, cell) -> {
                    Measured measured = cube.aggregate().measured(cell, now);
                    Period period = known.of(each, ordinal);
                    into.add(new Reading(kpi(), slice.scope(), period, ordinal == current, measured));
                });
            } else {
                Period period = period(new Slot(over, false), today);
                Measured measured = cube.measured(slice, over, period, now);
                into.add(new Reading(kpi(), slice.scope(), period, true, measured));
            }
        }
    }

    Column column() {
        return cube.column();
    }

    Panel panel() {
        return cube.panel();
    }

    boolean isPresent(Slice slice) {
        return cube.isPresent(slice);
    }

    @Override
    @Nullable
    LocalDate firstDay() {
        return cube.firstDay();
    }
}
