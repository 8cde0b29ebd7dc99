package norma.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import norma.calendar.WorkingCalendar;
import norma.expression.Expression;
import norma.expression.Scene;
import norma.expression.Undefined;
import norma.fact.Fact;
import norma.standard.Kpi;
import norma.standard.Over;

/** The KPI of one type of fact that place their cases by the same time: a fact finds its cells once for all of them. */
final class Panel {

    private final WorkingCalendar calendar;
    private final long today;
    private final List<Cube> cubes = new ArrayList<>();
    private final SharedConditions conditions = new SharedConditions();
    private final List<Over> overs = new ArrayList<>();
    private final List<Axis> axes = new ArrayList<>();
    private final List<Cut> cuts = new ArrayList<>();
    private final Chosen single = new Chosen();
    private Column[] columns = {};
    private Brought brought = new Brought(new Case[0]);
    private int[] live = {};
    private long[] ordinals = {};
    private Places places = new Places(List.of(), 0);

    /**
     * @param today the local date, in days since 1970-01-01
     */
    Panel(WorkingCalendar calendar, long today) {
        this.calendar = calendar;
        this.today = today;
    }

    /** Adds a KPI; all are added before the first fact. */
    Cube add(Kpi kpi, Aggregate aggregate, List<Over> itsOvers, List<Axis> itsAxes) {
        Column column = column(kpi, aggregate, itsOvers, itsAxes);
        Cube cube = new Cube(kpi, aggregate, this, column, cubes.size());
        column.readers().add(cube);
        cubes.add(cube);
        cuts.clear();
        axes.forEach(axis -> cuts.add(new Cut(axis, Layout.of(List.of(columns), overs, axis), cubes, columns, today)));
        return cube;
    }

    private Column column(Kpi kpi, Aggregate aggregate, List<Over> itsOvers, List<Axis> itsAxes) {
        List<Object> meaning = Column.meaning(kpi, aggregate, itsOvers, itsAxes);
        for (Column column : columns) if (column.means(meaning)) return column;
        Column column = new Column(columns.length, kpi, aggregate, itsOvers, itsAxes, conditions);
        itsOvers.stream().filter(over -> !overs.contains(over)).forEach(overs::add);
        itsAxes.stream().filter(axis -> !axes.contains(axis)).forEach(axes::add);
        columns = Arrays.copyOf(columns, columns.length + 1);
        columns[column.index()] = column;
        brought = new Brought(Arrays.stream(columns).map(Column::one).toArray(Case[]::new));
        live = IntStream.range(0, columns.length).toArray();
        ordinals = new long[overs.size()];
        places = new Places(overs, today);
        return column;
    }

    /** Takes a KPI out for good; the others stay in their columns. */
    void release(Cube cube) {
        cuts.forEach(cut -> cut.release(cube));
        cube.column().readers().remove(cube);
        if (cube.column().readers().isEmpty()) release(cube.column().index());
    }

    private void release(int column) {
        columns[column].clearDays();
        live = IntStream.of(live).filter(other -> other != column).toArray();
        cuts.forEach(cut -> cut.release(column));
    }

    boolean isEmpty() {
        return live.length == 0;
    }

    Places places() {
        return places;
    }

    List<Cut> cuts() {
        return cuts;
    }

    /** Every scope that has cases, in order. */
    List<Slice> slices() {
        return cuts.stream()
                .flatMap(cut -> cut.slices().stream())
                .sorted(Comparator.comparing(Slice::scope))
                .toList();
    }

    /**
     * Looks what a fact brings; it stays in {@link #brought} until the next one is looked at.
     *
     * @param at the time of the fact, undefined for a snapshot
     * @param day the day of that time
     * @param now the moment up to which the world is known
     * @return the earliest moment after it at which the fact counts differently; {@link Long#MAX_VALUE} for never
     */
    long read(Fact fact, long at, long day, long now, Scene scene) {
        int many = 0;
        single.clear();
        single.add(fact, 0);
        conditions.turn(single);
        long turnsAt = Long.MAX_VALUE;
        for (int column : live) {
            Case one = brought.cases[column];
            one.begin(now);
            if (columns[column].among(scene).many > 0 && columns[column].read(fact, 0, at, scene))
                brought.counting[many++] = column;
            turnsAt = Math.min(turnsAt, one.turnsAt);
        }
        brought.many = many;
        if (many == 0) return turnsAt;
        long time = brought.cases[brought.counting[0]].at;
        brought.placed = !Undefined.is(time);
        brought.day = !brought.placed ? 0 : time == at ? day : calendar.dayOf(time);
        return turnsAt;
    }

    Brought brought() {
        return brought;
    }

    /** @param numbers of the scopes of the fact, by axis */
    void count(Brought some, int[] numbers, int sign) {
        if (some.many == 0) return;
        if (some.placed) place(some, sign);
        long touched = some.placed ? places.of(some.day, ordinals) : Places.ALL;
        for (Cut cut : cuts) cut.count(numbers[cut.axis().index()], some, ordinals, touched, sign);
    }

    /** For any number of batches. */
    Intake intake() {
        return new Intake(columns, conditions, overs.size());
    }

    /** Puts in what the facts of a batch bring; as {@link #read} and {@link #count} for each of them. */
    void put(Batch batch, Intake intake, List<Expression> time, long now, Scene scene) {
        intake.read(batch, live, time, now, scene);
        intake.place(batch, calendar, overs);
        for (int column : live) columns[column].countDays(intake, intake.cases[column]);
        for (Cut cut : cuts) cut.put(batch, intake);
    }

    /** Everything is to be looked at again. */
    void changeAll() {
        for (Column column : columns) column.readers().forEach(Cube::changeAll);
    }

    /** Whether a fact is in the same scopes, as far as the KPI here are concerned. */
    boolean isSame(int[] numbers, int[] others) {
        for (Axis axis : axes) if (numbers[axis.index()] != others[axis.index()]) return false;
        return true;
    }

    private void place(Brought some, int sign) {
        for (int i = 0; i < ordinals.length; i++) {
            if (overs.get(i) instanceof Over.Each each) ordinals[i] = Periods.ordinal(each.unit(), some.day);
        }
        for (int i = 0; i < some.many; i++) columns[some.counting[i]].countDay(some.day, sign);
    }

    void pass(long newToday) {
        places.turn(newToday);
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
        for (int i = 0; i < columns.length; i++) columns[i].mergeDays(other.columns[i]);
        return pieces;
    }

    void clear(long newToday) {
        places.turn(newToday);
        cuts.forEach(cut -> cut.clear(newToday));
        for (Column column : columns) column.clearDays();
    }
}
