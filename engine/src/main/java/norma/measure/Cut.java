package norma.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The slices of one KPI along one axis, and which of them changed. */
final class Cut {

    private static final long[] NOWHERE = {};

    private final Axis axis;
    private final Shape shape;
    private final Windows windows;
    private @Nullable Slice[] slices = new Slice[16];
    private List<Slice> changed = new ArrayList<>();

    Cut(Axis axis, Shape shape, long today) {
        this.axis = axis;
        this.shape = shape;
        this.windows = new Windows(shape, today, this::change);
    }

    Axis axis() {
        return axis;
    }

    /**
     * @param number of the scope on the axis
     * @param day of the case; meaningless when it is not placed
     */
    void count(int number, Case one, boolean placed, long day, long[] ordinals, int sign) {
        Slice slice = slice(number);
        slice.count(one, placed ? ordinals : NOWHERE, sign);
        if (placed) windows.count(slice, one, day, sign);
        change(slice);
    }

    private Slice slice(int number) {
        if (number >= slices.length) slices = Arrays.copyOf(slices, Math.max(number + 1, slices.length * 2));
        Slice slice = slices[number];
        if (slice == null) {
            slice = new Slice(axis.scope(number), number, shape);
            slices[number] = slice;
        }
        return slice;
    }

    private void change(Slice slice) {
        if (slice.change()) changed.add(slice);
    }

    void changeAll() {
        for (Slice slice : slices) if (slice != null) change(slice);
    }

    boolean isSettled() {
        return changed.isEmpty();
    }

    /** The slices that changed since the last call; those without a case are forgotten here. */
    List<Slice> settle() {
        List<Slice> settled = changed;
        changed = new ArrayList<>();
        for (Slice slice : settled) {
            slice.settle();
            if (!slice.isPresent()) slices[slice.number()] = null;
        }
        return settled;
    }

    void pass(long today) {
        windows.pass(today);
    }

    @Nullable
    Slice find(Scope scope) {
        int number = axis.find(scope);
        return number < 0 || number >= slices.length ? null : slices[number];
    }

    /** Those that have cases. */
    List<Slice> slices() {
        List<Slice> present = new ArrayList<>();
        for (Slice slice : slices) if (slice != null && slice.isPresent()) present.add(slice);
        return present;
    }

    void merge(Cut other) {
        for (Slice theirs : other.slices()) {
            Slice mine = slice(axis.number(theirs.scope()));
            mine.merge(theirs);
            change(mine);
        }
        windows.merge(other.windows, theirs -> slice(axis.number(theirs.scope())));
    }

    /** Takes out everything. */
    void clear(long today) {
        for (int i = 0; i < slices.length; i++) {
            Slice had = slices[i];
            if (had == null) continue;
            slices[i] = new Slice(had.scope(), had.number(), shape);
            change(slices[i]);
        }
        windows.clear(today);
    }
}
