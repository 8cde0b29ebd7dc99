package norma.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import norma.standard.Over;
import org.jspecify.annotations.Nullable;

/** The slices of a panel along one axis, and for each of its KPI which of them changed. Columns and KPI are told by index. */
final class Cut {

    private final Axis axis;
    private final Layout layout;
    private final Column[] columns;
    private final boolean[] used;
    private final Windows windows;
    private final List<List<Slice>> changed = new ArrayList<>();
    private @Nullable Slice[] slices = new Slice[16];

    Cut(Axis axis, Layout layout, List<Cube> cubes, Column[] columns, long today) {
        this.axis = axis;
        this.layout = layout;
        this.columns = columns;
        this.windows = new Windows(layout, today);
        this.used = new boolean[columns.length];
        for (int column = 0; column < used.length; column++)
            used[column] = columns[column].axes().contains(axis);
        cubes.forEach(cube -> changed.add(new ArrayList<>()));
    }

    Axis axis() {
        return axis;
    }

    /**
     * @param number of the scope on the axis
     * @param ordinals the calendar periods that the cases are in, by period of the panel
     * @param places that show them: of the others only a KPI that sets all items against each other is to be looked at again,
     *     and one that has its first case in the scope, or has lost its last
     */
    void count(int number, Brought some, long[] ordinals, long places, int sign) {
        Slice slice = slice(number);
        slice.count(some, ordinals, sign);
        if (some.placed) windows.count(slice, some, sign);
        for (int i = 0; i < some.many; i++) {
            int column = some.counting[i];
            if (!used[column]) continue;
            boolean turned = slice.appear(column, sign);
            change(slice, column, turned ? Places.ALL : places);
        }
    }

    /** Puts in what the facts of a batch bring. Nobody is told: after many batches everything is to be looked at again. */
    void put(Batch batch, Intake intake) {
        int[] numbers = batch.numbers(axis);
        for (int i = 0; i < batch.size; i++) intake.slices[i] = intake.brings[i] ? slice(numbers[i]) : null;
        for (int over = 0; over < layout.overs().size(); over++) put(batch, intake, over);
        if (windows.areAny()) windows.put(batch, intake);
        for (int column = 0; column < used.length; column++) if (used[column]) appear(intake, column);
    }

    private void put(Batch batch, Intake intake, int over) {
        Over period = layout.overs().get(over);
        for (int i = 0; i < batch.size; i++) {
            Slice slice = intake.slices[i];
            boolean inPeriod = period instanceof Over.All || intake.placed[i];
            if (slice == null || !inPeriod) intake.rows[i] = null;
            else if (period instanceof Over.Rolling) intake.rows[i] = windows.window(slice, over, intake.days[i]);
            else intake.rows[i] = slice.row(over, intake.ordinals[over][i]);
        }
        Row.put(layout.cells().get(over), intake);
        if (!(period instanceof Over.Each)) return;
        for (int i = 0; i < batch.size; i++) {
            Row row = intake.rows[i];
            Slice slice = intake.slices[i];
            if (row != null && slice != null && row.isEmpty()) slice.forget(over, intake.ordinals[over][i]);
        }
    }

    /** Those of one slice mostly come one after the other. */
    private void appear(Intake intake, int column) {
        Cases cases = intake.cases[column];
        Slice last = null;
        int many = 0;
        for (int i = 0; i < cases.many; i++) {
            Slice slice = intake.slices[cases.facts[i]];
            if (slice != last) {
                if (last != null) last.appear(column, many);
                last = slice;
                many = 0;
            }
            many++;
        }
        if (last != null) last.appear(column, many);
    }

    private Slice slice(int number) {
        if (number >= slices.length) slices = Arrays.copyOf(slices, Math.max(number + 1, slices.length * 2));
        Slice slice = slices[number];
        if (slice == null) {
            slice = new Slice(axis.scope(number), number, layout, changed.size());
            slices[number] = slice;
        }
        return slice;
    }

    private void change(Slice slice, int column, long places) {
        for (Cube reader : columns[column].readers()) touch(slice, reader, reader.ranks() ? Places.ALL : places);
    }

    private void touch(Slice slice, Cube reader, long places) {
        if (slice.touch(reader.index(), places)) changed.get(reader.index()).add(slice);
    }

    void changeAll(Cube reader) {
        for (Slice slice : slices) if (slice != null) touch(slice, reader, Places.ALL);
    }

    boolean isSettled(Cube reader) {
        return changed.get(reader.index()).isEmpty();
    }

    /** What changed of the KPI since the last call; slices without a case of any KPI are forgotten here. */
    void settle(Cube reader, List<Touched> into) {
        if (isSettled(reader)) return;
        for (Slice slice : changed.set(reader.index(), new ArrayList<>())) {
            Slice there = slices[slice.number()];
            into.add(new Touched(there == null ? slice : there, slice.settle(reader.index())));
            if (slice == there && slice.isEmpty()) slices[slice.number()] = null;
        }
    }

    void pass(long today) {
        windows.pass(today, (slice, gone) -> {
            for (int column = 0; column < used.length; column++)
                if (gone.has(column)) change(slice, column, Places.ALL);
        });
    }

    @Nullable
    Slice find(Scope scope) {
        int number = axis.find(scope);
        return number < 0 || number >= slices.length ? null : slices[number];
    }

    /** Those that have cases of any KPI. */
    List<Slice> slices() {
        List<Slice> present = new ArrayList<>();
        for (Slice slice : slices) if (slice != null && !slice.isEmpty()) present.add(slice);
        return present;
    }

    /** Those that have cases of the KPI. */
    List<Slice> slices(int column) {
        List<Slice> present = new ArrayList<>();
        for (Slice slice : slices) if (slice != null && slice.isPresent(column)) present.add(slice);
        return present;
    }

    /**
     * Nobody is told, as of {@link #put}.
     *
     * @param here the number of each scope of the other cut on the axis of this one
     */
    void merge(Cut other, int[] here) {
        for (Slice theirs : other.slices)
            if (theirs != null) slice(here[theirs.number()]).merge(theirs);
        windows.merge(other.windows, theirs -> slice(here[theirs.number()]));
    }

    /** Tells a KPI nothing more. */
    void release(Cube reader) {
        changed.set(reader.index(), new ArrayList<>());
    }

    /** Takes a column out for good. */
    void release(int column) {
        used[column] = false;
        for (int i = 0; i < slices.length; i++) {
            Slice slice = slices[i];
            if (slice == null) continue;
            slice.release(column);
            if (slice.isEmpty()) slices[i] = null;
        }
        windows.release(column);
        layout.release(column);
    }

    /** Takes out everything. */
    void clear(long today) {
        for (int i = 0; i < slices.length; i++) {
            Slice had = slices[i];
            if (had == null) continue;
            Slice empty = new Slice(had.scope(), had.number(), layout, changed.size());
            slices[i] = empty;
            for (int column = 0; column < used.length; column++) change(empty, column, Places.ALL);
        }
        windows.clear(today);
    }
}
