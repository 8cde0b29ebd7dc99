package norma.measure;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import norma.standard.Over;
import org.jspecify.annotations.Nullable;

/** A KPI that adds up cases. */
final class CubeGauge extends Gauge {

    private final Cube cube;
    private final long[] places;
    private final Map<Over.Each, OrdinalMap<Period>> periods = new HashMap<>();
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
        OrdinalMap<Period> ofUnit = periods.computeIfAbsent(each, e -> new OrdinalMap<>());
        return cube.ordinals(scope, each)
                .mapToObj(ordinal -> period(each, ordinal, ofUnit))
                .toList();
    }

    private static Period period(Over.Each each, long ordinal, OrdinalMap<Period> known) {
        Period period = known.get(ordinal);
        return period != null ? period : known.get(ordinal, () -> Periods.of(each, ordinal));
    }

    @Override
    @Nullable
    LocalDate firstDay() {
        return cube.firstDay();
    }
}
