package norma.measure;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import norma.diagnostics.Text;
import norma.standard.Over;
import org.jspecify.annotations.Nullable;

/**
 * A KPI that says where an item stands among all: its class, its share. A period is ranked again only when an item changed,
 * and then as a whole: n log n for n items.
 */
final class RankGauge extends Gauge {

    private static final Text NO_ITEM = new Text(
            "these cases belong to no item, and are not ranked",
            "эти случаи не относятся ни к одной позиции и не ранжируются");

    private final Cube cube;
    private final Ranking ranking;
    private final Map<Period, Map<Scope, Measured>> ranked = new HashMap<>();
    private final Map<Over.Each, List<Period>> histories = new HashMap<>();

    RankGauge(Cube cube, Ranking ranking) {
        super(cube.kpi());
        this.cube = cube;
        this.ranking = ranking;
        cube.rank();
    }

    @Override
    void refresh(Round round) {
        boolean turned = turn(round.today()) | ranking.turns(round.today());
        if (!turned && cube.isSettled()) return;
        forget();
        Set<Scope> items = new LinkedHashSet<>();
        cube.settle().forEach(touched -> items.add(touched.slice().scope()));
        items.addAll(scopes());
        items.forEach(item -> show(item, round));
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
        return cube.isSettled();
    }

    @Override
    Measured measured(Scope scope, Over over, Period period, long now) {
        if (!cube.isSettled()) forget();
        Measured measured = ranked.computeIfAbsent(period, p -> rank(over, p)).get(scope);
        if (measured != null) return measured;
        return Measured.undefined(scope.values().contains(Scope.UNKNOWN) ? NO_ITEM : Reasons.NO_CASES, 0, 0);
    }

    private Map<Scope, Measured> rank(Over over, Period period) {
        return ranking.rank(cube, over, period);
    }

    @Override
    Period dates(Over over, Period period) {
        return ranking.dates(over, period);
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

    /** Of a calendar period the ones in which any item has cases: an item without is ranked there too. */
    @Override
    List<Period> history(Scope scope, Over over, LocalDate today) {
        if (!(over instanceof Over.Each each) || !cube.overs().contains(each))
            return List.of(period(new Slot(over, false), today));
        if (!cube.isSettled()) forget();
        return histories.computeIfAbsent(each, this::history);
    }

    private List<Period> history(Over.Each each) {
        return scopes().stream()
                .flatMapToLong(item -> cube.ordinals(item, each))
                .distinct()
                .sorted()
                .mapToObj(ordinal -> Periods.of(each, ordinal))
                .toList();
    }

    private void forget() {
        ranked.clear();
        histories.clear();
    }

    @Override
    @Nullable
    LocalDate firstDay() {
        return cube.firstDay();
    }
}
