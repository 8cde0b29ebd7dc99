package norma.measure;

import java.util.Arrays;
import java.util.List;
import norma.calendar.WorkingCalendar;
import norma.expression.Expression;
import norma.expression.Scene;
import norma.expression.Undefined;
import norma.fact.Fact;
import norma.standard.Over;
import org.jspecify.annotations.Nullable;

/** What the facts of a batch bring to the KPI of a panel: {@link Brought} of many facts at once. */
final class Intake {

    /** By column. */
    final Cases[] cases;

    /** Whether each fact is a case of any KPI. */
    final boolean[] brings = new boolean[Batch.MOST];

    /** Whether each fact has a place in time. */
    final boolean[] placed = new boolean[Batch.MOST];

    /** The local date of each, in days since 1970-01-01; of no meaning when it has no place. */
    final long[] days = new long[Batch.MOST];

    /** The calendar periods that each is in, by period of the panel. */
    final long[][] ordinals;

    /** The slices of the facts in the cut that is at work; null where a fact brings nothing. */
    final @Nullable Slice[] slices = new Slice[Batch.MOST];

    /** Their rows of the period that is at work; null where a fact is not in it. */
    final @Nullable Row[] rows = new Row[Batch.MOST];

    private final Column[] columns;
    private final SharedConditions conditions;
    private final long[] moments = new long[Batch.MOST];
    private final Chosen some = new Chosen();

    Intake(Column[] columns, SharedConditions conditions, int overs) {
        this.columns = columns;
        this.conditions = conditions;
        cases = new Cases[columns.length];
        for (int column = 0; column < columns.length; column++) cases[column] = new Cases(columns[column].aggregate());
        ordinals = new long[overs][Batch.MOST];
    }

    /**
     * @param live the columns of the KPI that are measured
     * @param time of each fact; none where there is no time, or where KPI know by themselves
     */
    void read(Batch batch, int[] live, List<Expression> time, long now, Scene scene) {
        some.clear();
        if (time.isEmpty()) Arrays.fill(moments, Undefined.LONG);
        else moments(time.get(0), batch, scene);
        for (int i = 0; i < batch.size; i++) if (time.isEmpty() || reached(batch, i, now)) some.add(batch.facts[i], i);
        Arrays.fill(brings, false);
        conditions.turn(some);
        for (int column : live) read(batch, column, now, scene);
    }

    private void moments(Expression time, Batch batch, Scene scene) {
        try {
            time.wholes(batch.facts, batch.size, scene, moments);
        } catch (ArithmeticException ofSome) {
            for (int i = 0; i < batch.size; i++) moments[i] = moment(time, batch.facts[i], scene);
        }
    }

    /** Whether the time of a fact has come; what has not will be looked at again then. */
    private boolean reached(Batch batch, int i, long now) {
        if (Undefined.is(moments[i])) return false;
        if (moments[i] <= now) return true;
        batch.turnsAt[i] = Math.min(batch.turnsAt[i], moments[i]);
        return false;
    }

    private void read(Batch batch, int column, long now, Scene scene) {
        Column kpi = columns[column];
        Chosen among = kpi.among(scene);
        Cases into = cases[column];
        if (!kpi.read(among, scene, into)) readEach(batch, kpi, among, into, now, scene);
        for (int i = 0; i < into.many; i++) brings[into.facts[i]] = true;
    }

    private void readEach(Batch batch, Column kpi, Chosen among, Cases into, long now, Scene scene) {
        Case one = kpi.one();
        boolean places = kpi.aggregate().places();
        into.many = 0;
        for (int j = 0; j < among.many; j++) {
            int i = among.places[j];
            one.begin(now);
            if (kpi.read(among.facts[j], i, moments[i], scene)) into.add(i, one);
            if (one.turnsAt < batch.turnsAt[i]) batch.turnsAt[i] = one.turnsAt;
            if (places) moments[i] = one.at;
        }
    }

    static long moment(Expression at, Fact fact, Scene scene) {
        try {
            return at.whole(fact, scene);
        } catch (ArithmeticException outOfRange) {
            return Undefined.LONG;
        }
    }

    /** Finds the day and the calendar periods of each fact. */
    void place(Batch batch, WorkingCalendar calendar, List<Over> overs) {
        for (int i = 0; i < batch.size; i++) {
            placed[i] = !Undefined.is(moments[i]);
            if (placed[i]) days[i] = calendar.dayOf(moments[i]);
        }
        for (int over = 0; over < ordinals.length; over++) {
            if (!(overs.get(over) instanceof Over.Each each)) continue;
            for (int i = 0; i < batch.size; i++)
                if (placed[i]) ordinals[over][i] = Periods.ordinal(each.unit(), days[i]);
        }
    }
}
