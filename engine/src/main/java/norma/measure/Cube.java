package norma.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import norma.standard.Kpi;
import norma.standard.Over;
import org.jspecify.annotations.Nullable;

/** One KPI as its panel counts it, by cut, scope and period: told from a column, which other KPI may share. */
final class Cube {

    private final Kpi kpi;
    private final Aggregate aggregate;
    private final Panel panel;
    private final Column column;
    private final int index;
    private boolean ranks;
    private @Nullable List<Cut> cuts;

    /** @param index among the KPI of the panel */
    Cube(Kpi kpi, Aggregate aggregate, Panel panel, Column column, int index) {
        this.kpi = kpi;
        this.aggregate = aggregate;
        this.panel = panel;
        this.column = column;
        this.index = index;
    }

    Kpi kpi() {
        return kpi;
    }

    Aggregate aggregate() {
        return aggregate;
    }

    Panel panel() {
        return panel;
    }

    Column column() {
        return column;
    }

    int index() {
        return index;
    }

    List<Over> overs() {
        return column.overs();
    }

    List<Axis> axes() {
        return column.axes();
    }

    private boolean uses(Axis axis) {
        return axes().contains(axis);
    }

    /** Whether a case anywhere changes what other scopes show. */
    boolean ranks() {
        return ranks;
    }

    void rank() {
        ranks = true;
    }

    /** The first day that has a case; null for none, for a snapshot, and where not all cases are measured together. */
    @Nullable
    LocalDate firstDay() {
        return column.firstDay();
    }

    void changeAll() {
        cuts().forEach(cut -> cut.changeAll(this));
    }

    boolean isSettled() {
        for (Cut cut : cuts()) if (!cut.isSettled(this)) return false;
        return true;
    }

    /** What changed since the last call. */
    List<Touched> settle() {
        List<Touched> settled = new ArrayList<>();
        for (Cut cut : cuts()) cut.settle(this, settled);
        return settled;
    }

    /** Of a slot of the KPI. */
    long place(Slot slot) {
        return panel.places().of(slot);
    }

    boolean isPresent(Slice slice) {
        return slice.isPresent(column.index());
    }

    /** Whether there is a cut of these dimensions. */
    boolean cuts(List<String> dimensions) {
        return cut(dimensions) != null;
    }

    /** Asked when the panel is complete. */
    private List<Cut> cuts() {
        List<Cut> known = cuts;
        if (known == null) {
            known = panel.cuts().stream().filter(cut -> uses(cut.axis())).toList();
            cuts = known;
        }
        return known;
    }

    private @Nullable Cut cut(List<String> dimensions) {
        for (Cut cut : panel.cuts()) {
            if (cut.axis().names().equals(dimensions)) return uses(cut.axis()) ? cut : null;
        }
        return null;
    }

    /** The scopes that have cases, by cut, in order of arrival. */
    List<Slice> slices() {
        List<Slice> slices = new ArrayList<>();
        cuts().forEach(cut -> slices.addAll(cut.slices(column.index())));
        return slices;
    }

    @Nullable
    Slice find(Scope scope) {
        Cut cut = cut(scope.dimensions());
        return cut == null ? null : cut.find(scope);
    }

    boolean isPresent(Scope scope) {
        Slice slice = find(scope);
        return slice != null && slice.isPresent(column.index());
    }

    /** The numbers of the calendar periods in which a scope has cases, in order. */
    LongStream ordinals(Scope scope, Over.Each each) {
        Slice slice = find(scope);
        return slice == null ? LongStream.empty() : slice.ordinals(column.index(), each);
    }

    /** Takes the cells of a scope that have cases, in the order of their calendar periods. */
    void forEach(Slice slice, Over.Each each, OrdinalMap.Visitor<Cell> visitor) {
        slice.forEach(column.index(), each, visitor);
    }

    /** What is measured of a scope in a period, cases or none. */
    Measured measured(Scope scope, Over over, Period period, long now) {
        return measured(find(scope), over, period, now);
    }

    /** @param slice null where no case is */
    Measured measured(@Nullable Slice slice, Over over, Period period, long now) {
        return aggregate.measured(slice == null ? Cell.EMPTY : cell(slice, over, period), now);
    }

    /** The empty one when there is no case. */
    Cell cell(Slice slice, Over over, Period period) {
        if (!(over instanceof Over.Each each)) return slice.cell(column.index(), over, 0);
        long day = Objects.requireNonNull(period.from()).toEpochDay();
        return cell(slice, each, Periods.ordinal(each.unit(), day));
    }

    Cell cell(Slice slice, Over.Each each, long ordinal) {
        return slice.cell(column.index(), each, ordinal);
    }

    /** Measures no more. */
    void release() {
        panel.release(this);
    }

    /** Takes out everything; the panel must be this KPI's own. */
    void clear(long today) {
        panel.clear(today);
    }
}
