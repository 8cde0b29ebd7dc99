package norma.measure;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import norma.standard.Over;
import org.jspecify.annotations.Nullable;

/** What one KPI counts for one scope: a tally for each of its periods. */
final class Slice {

    private final Scope scope;
    private final int number;
    private final Shape shape;
    private final Tally all;
    private final Tally[] windows;
    private final List<OrdinalMap<Tally>> calendar;
    private long present;
    private boolean changed;

    Slice(Scope scope, int number, Shape shape) {
        this.scope = scope;
        this.number = number;
        this.shape = shape;
        this.all = shape.aggregate().start();
        this.windows = new Tally[shape.windows().size()];
        for (int i = 0; i < windows.length; i++) windows[i] = shape.aggregate().start();
        this.calendar =
                shape.calendar().stream().map(each -> new OrdinalMap<Tally>()).toList();
    }

    Scope scope() {
        return scope;
    }

    int number() {
        return number;
    }

    /** Whether any case is here, in any period up to now. */
    boolean isPresent() {
        return present > 0;
    }

    /** True for the first call since {@link #settle}. */
    boolean change() {
        boolean first = !changed;
        changed = true;
        return first;
    }

    void settle() {
        changed = false;
    }

    /**
     * @param ordinals of the calendar periods that the case is in; empty when it has no place in time
     */
    void count(Case one, long[] ordinals, int sign) {
        present += sign;
        if (shape.hasAll()) all.count(one, sign);
        for (int i = 0; i < ordinals.length; i++) {
            OrdinalMap<Tally> cells = calendar.get(i);
            Tally cell = cells.get(ordinals[i]);
            if (cell == null) cell = cells.get(ordinals[i], shape.aggregate()::start);
            cell.count(one, sign);
            if (cell.isEmpty()) cells.remove(ordinals[i]);
        }
    }

    Tally window(int index) {
        return windows[index];
    }

    void merge(Slice other) {
        present += other.present;
        all.merge(other.all, 1);
        for (int i = 0; i < windows.length; i++) windows[i].merge(other.windows[i], 1);
        for (int i = 0; i < calendar.size(); i++) {
            OrdinalMap<Tally> cells = calendar.get(i);
            other.calendar.get(i).entries().forEach((ordinal, cell) -> cells.get(ordinal, shape.aggregate()::start)
                    .merge(cell, 1));
        }
    }

    /** The tally of a period; null when it has no case. */
    @Nullable
    Tally tally(Over over, Period period) {
        if (over instanceof Over.All) return all;
        if (over instanceof Over.Rolling rolling) return windows[shape.windows().indexOf(rolling)];
        LocalDate from = Objects.requireNonNull(period.from());
        return tally((Over.Each) over, Periods.ordinal(((Over.Each) over).unit(), from.toEpochDay()));
    }

    @Nullable
    Tally tally(Over.Each each, long ordinal) {
        return calendar.get(shape.calendar().indexOf(each)).get(ordinal);
    }

    /** The calendar periods that have cases, in order. */
    Set<Long> ordinals(Over.Each each) {
        return calendar.get(shape.calendar().indexOf(each)).entries().keySet();
    }
}
