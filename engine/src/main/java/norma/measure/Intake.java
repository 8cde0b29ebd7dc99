package norma.measure;

import java.util.Arrays;
import java.util.BitSet;
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
    private final BitSet some = new BitSet(Batch.MOST);

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
        for (int i = 0; i < batch.size; i++) {
            moments[i] = time.isEmpty() ? Undefined.LONG : moment(time.get(0), batch.facts[i], scene);
            if (time.isEmpty() || !Undefined.is(moments[i])) some.set(i);
        }
        Arrays.fill(brings, false);
        conditions.turn(batch.facts, some);
        for (int column : live) read(batch, column, now, scene);
    }

    private void read(Batch batch, int column, long now, Scene scene) {
        Column kpi = columns[column];
        Cases into = cases[column];
        Case one = kpi.one();
        boolean places = kpi.aggregate().places();
        into.many = 0;
        BitSet among = kpi.among(scene);
        for (int i = among.nextSetBit(0); i >= 0; i = among.nextSetBit(i + 1)) {
            one.begin(i, now);
            if (kpi.read(batch.facts[i], moments[i], scene)) {
                into.add(i, one);
                brings[i] = true;
            }
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
