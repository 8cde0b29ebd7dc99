package norma.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import norma.expression.Scene;
import norma.expression.Undefined;
import norma.fact.Fact;
import norma.standard.Kpi;
import norma.standard.Over;
import org.jspecify.annotations.Nullable;

/** Everything that one KPI counts, by cut, scope and period: one column of a panel. */
final class Cube {

    private static final int NONE = -1;

    private final Kpi kpi;
    private final Aggregate aggregate;
    private final List<Over> overs;
    private final List<Axis> axes;
    private final SharedConditions conditions;
    private final int onlyIf;
    private final boolean timed;
    private final boolean hasAll;
    private final Case one = new Case();
    private final OrdinalMap<long[]> days = new OrdinalMap<>();
    private final Panel panel;
    private final int column;
    private boolean ranks;
    private @Nullable List<Cut> cuts;

    /**
     * @param axes of the cuts, in order
     */
    Cube(Kpi kpi, Aggregate aggregate, List<Over> overs, List<Axis> axes, Panel panel) {
        this.kpi = kpi;
        this.aggregate = aggregate;
        this.overs = overs;
        this.axes = axes;
        this.conditions = panel.conditions();
        this.onlyIf = kpi.onlyIf().map(conditions::index).orElse(NONE);
        this.timed = kpi.at().isPresent() && !aggregate.places();
        this.hasAll = overs.stream().anyMatch(Over.All.class::isInstance);
        this.panel = panel;
        this.column = panel.cubes().size();
    }

    Kpi kpi() {
        return kpi;
    }

    Aggregate aggregate() {
        return aggregate;
    }

    List<Over> overs() {
        return overs;
    }

    List<Axis> axes() {
        return axes;
    }

    boolean uses(Axis axis) {
        return axes.contains(axis);
    }

    /** Whether a case anywhere changes what other scopes show. */
    boolean ranks() {
        return ranks;
    }

    void rank() {
        ranks = true;
    }

    boolean hasWindows() {
        return overs.stream().anyMatch(Over.Rolling.class::isInstance);
    }

    Case one() {
        return one;
    }

    /** Whether the fact is a case by now; an expression that leaves its range has no value. */
    boolean read(Fact fact, long at, Scene scene) {
        one.startAt(at);
        if (timed && Undefined.is(at)) return false;
        try {
            if (onlyIf != NONE && !conditions.hold(onlyIf, fact, scene)) return false;
            return (!timed || one.reached(at)) && aggregate.read(fact, scene, one);
        } catch (ArithmeticException outOfRange) {
            one.leftOut = true;
            return true;
        }
    }

    void countDays(Intake intake, Cases cases) {
        if (!hasAll) return;
        for (int i = 0; i < cases.many; i++) {
            int fact = cases.facts[i];
            if (intake.placed[fact]) countDay(intake.days[fact], 1);
        }
    }

    void countDay(long day, int sign) {
        if (!hasAll) return;
        long[] count = days.get(day);
        if (count == null) count = days.get(day, () -> new long[1]);
        count[0] += sign;
        if (count[0] == 0) days.remove(day);
    }

    /** The first day that has a case; null for none, for a snapshot, and where not all cases are measured together. */
    @Nullable
    LocalDate firstDay() {
        Long first = days.firstOrdinal();
        return first == null ? null : LocalDate.ofEpochDay(first);
    }

    void mergeDays(Cube other) {
        other.days.forEach((day, count) -> days.get(day, () -> new long[1])[0] += count[0]);
    }

    void clearDays() {
        days.clear();
    }

    void changeAll() {
        cuts().forEach(cut -> cut.changeAll(column));
    }

    boolean isSettled() {
        for (Cut cut : cuts()) if (!cut.isSettled(column)) return false;
        return true;
    }

    /** What changed since the last call. */
    List<Touched> settle() {
        List<Touched> settled = new ArrayList<>();
        for (Cut cut : cuts()) cut.settle(column, settled);
        return settled;
    }

    /** Of a slot of the KPI. */
    long place(Slot slot) {
        return panel.places().of(slot);
    }

    boolean isPresent(Slice slice) {
        return slice.isPresent(column);
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
        cuts().forEach(cut -> slices.addAll(cut.slices(column)));
        return slices;
    }

    @Nullable
    Slice find(Scope scope) {
        Cut cut = cut(scope.dimensions());
        return cut == null ? null : cut.find(scope);
    }

    boolean isPresent(Scope scope) {
        Slice slice = find(scope);
        return slice != null && slice.isPresent(column);
    }

    /** The numbers of the calendar periods in which a scope has cases, in order. */
    LongStream ordinals(Scope scope, Over.Each each) {
        Slice slice = find(scope);
        return slice == null ? LongStream.empty() : slice.ordinals(column, each);
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
        if (!(over instanceof Over.Each each)) return slice.cell(column, over, 0);
        long day = Objects.requireNonNull(period.from()).toEpochDay();
        return cell(slice, each, Periods.ordinal(each.unit(), day));
    }

    Cell cell(Slice slice, Over.Each each, long ordinal) {
        return slice.cell(column, each, ordinal);
    }

    /** Measures no more. */
    void release() {
        panel.release(column);
        days.clear();
    }

    /** Takes out everything; the panel must be this KPI's own. */
    void clear(long today) {
        panel.clear(today);
    }
}
