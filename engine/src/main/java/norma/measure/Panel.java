package norma.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import norma.calendar.WorkingCalendar;
import norma.expression.Scene;
import norma.expression.Undefined;
import norma.fact.Fact;
import norma.standard.Over;

/** The KPI of one type of fact that place their cases by the same time: a fact finds its cells once for all of them. */
final class Panel {

    private final WorkingCalendar calendar;
    private long today;
    private final List<Cube> cubes = new ArrayList<>();
    private final SharedConditions conditions = new SharedConditions();
    private final List<Over> overs = new ArrayList<>();
    private final List<Axis> axes = new ArrayList<>();
    private final List<Cut> cuts = new ArrayList<>();
    private Cube[] columns = {};
    private Case[] cases = {};
    private int[] live = {};
    private int[] counting = {};
    private long[] ordinals = {};
    private long[] current = {};

    /**
     * @param today the local date, in days since 1970-01-01
     */
    Panel(WorkingCalendar calendar, long today) {
        this.calendar = calendar;
        this.today = today;
    }

    /** Adds a KPI; all are added before the first fact. */
    void add(Cube cube) {
        cubes.add(cube);
        cube.overs().stream().filter(over -> !overs.contains(over)).forEach(overs::add);
        cube.axes().stream().filter(axis -> !axes.contains(axis)).forEach(axes::add);
        cuts.clear();
        axes.forEach(axis -> cuts.add(new Cut(axis, Layout.of(cubes, overs, axis), cubes, today)));
        columns = cubes.toArray(Cube[]::new);
        cases = cubes.stream().map(Cube::one).toArray(Case[]::new);
        live = IntStream.range(0, cubes.size()).toArray();
        counting = new int[cubes.size()];
        ordinals = new long[overs.size()];
        current = new long[overs.size()];
        turn();
    }

    private void turn() {
        for (int i = 0; i < current.length; i++) {
            if (overs.get(i) instanceof Over.Each each) current[i] = Periods.ordinal(each.unit(), today);
        }
    }

    /** Takes a KPI out for good; the others stay in their columns. */
    void release(int column) {
        live = IntStream.of(live).filter(other -> other != column).toArray();
        cuts.forEach(cut -> cut.release(column));
    }

    boolean isEmpty() {
        return live.length == 0;
    }

    SharedConditions conditions() {
        return conditions;
    }

    List<Cut> cuts() {
        return cuts;
    }

    List<Cube> cubes() {
        return cubes;
    }

    /**
     * @param at the time of the fact, undefined for a snapshot
     * @param day the day of that time
     * @param numbers of the scopes of the fact, by axis
     * @param now the moment up to which the world is known
     * @return the earliest moment after it at which the fact counts differently; {@link Long#MAX_VALUE} for never
     */
    long count(Fact fact, long at, long day, int[] numbers, long now, Scene scene, int sign) {
        int many = 0;
        conditions.turn();
        long turnsAt = Long.MAX_VALUE;
        for (int column : live) {
            Case one = cases[column];
            one.begin(now);
            if (columns[column].read(fact, at, scene)) counting[many++] = column;
            turnsAt = Math.min(turnsAt, one.turnsAt);
        }
        if (many == 0) return turnsAt;
        long time = cases[counting[0]].at;
        boolean placed = !Undefined.is(time);
        long placeDay = !placed ? 0 : time == at ? day : calendar.dayOf(time);
        if (placed) place(placeDay, many, sign);
        boolean showing = !placed || isShown();
        for (Cut cut : cuts) {
            cut.count(numbers[cut.axis().index()], cases, counting, many, placed, placeDay, ordinals, showing, sign);
        }
        return turnsAt;
    }

    private void place(long day, int many, int sign) {
        for (int i = 0; i < ordinals.length; i++) {
            if (overs.get(i) instanceof Over.Each each) ordinals[i] = Periods.ordinal(each.unit(), day);
        }
        for (int i = 0; i < many; i++) columns[counting[i]].countDay(day, sign);
    }

    /** Whether any reading of now is of a period that was placed in: the current one, the last, or one without an end. */
    private boolean isShown() {
        for (int i = 0; i < ordinals.length; i++)
            if (!(overs.get(i) instanceof Over.Each) || ordinals[i] >= current[i] - 1) return true;
        return false;
    }

    void pass(long newToday) {
        today = newToday;
        turn();
        cuts.forEach(cut -> cut.pass(newToday));
    }

    /**
     * Takes over what another one of the same KPI has counted: pieces of work that leave each other alone.
     *
     * @param here by axis, which number each scope of the other one's has on it here
     */
    List<Runnable> merging(Panel other, int[][] here) {
        List<Runnable> pieces = new ArrayList<>();
        for (int i = 0; i < cuts.size(); i++) {
            Cut mine = cuts.get(i);
            Cut theirs = other.cuts.get(i);
            pieces.add(() -> mine.merge(theirs, here[mine.axis().index()]));
        }
        for (int i = 0; i < cubes.size(); i++) cubes.get(i).mergeDays(other.cubes.get(i));
        return pieces;
    }

    void clear(long newToday) {
        today = newToday;
        turn();
        cuts.forEach(cut -> cut.clear(newToday));
        cubes.forEach(Cube::clearDays);
    }
}
