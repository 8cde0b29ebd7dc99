package norma.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import norma.expression.Expression;
import norma.expression.Scene;
import norma.expression.Undefined;
import norma.fact.Fact;
import norma.standard.Kpi;
import norma.standard.Over;
import org.jspecify.annotations.Nullable;

/** Everything that one KPI counts: its cases by cut, scope and period. */
final class Cube {

    private final Kpi kpi;
    private final Shape shape;
    private final @Nullable Expression onlyIf;
    private final boolean timed;
    private final Cut[] cuts;
    private final long[] ordinals;
    private final OrdinalMap<long[]> days = new OrdinalMap<>();

    /**
     * @param axes of the cuts, in order
     * @param today the local date, in days since 1970-01-01
     */
    Cube(Kpi kpi, Shape shape, List<Axis> axes, long today) {
        this.kpi = kpi;
        this.shape = shape;
        this.onlyIf = kpi.onlyIf().orElse(null);
        this.timed = kpi.at().isPresent() && !shape.aggregate().places();
        this.cuts = axes.stream().map(axis -> new Cut(axis, shape, today)).toArray(Cut[]::new);
        this.ordinals = new long[shape.calendar().size()];
    }

    Kpi kpi() {
        return kpi;
    }

    Shape shape() {
        return shape;
    }

    List<Cut> cuts() {
        return List.of(cuts);
    }

    /** Whether the fact is a case by now; an expression that leaves its range has no value. */
    boolean read(Fact fact, long at, Scene scene, Case one) {
        one.startAt(at);
        if (timed && Undefined.is(at)) return false;
        try {
            if (onlyIf != null && !onlyIf.holds(fact, scene)) return false;
            return (!timed || one.reached(at)) && shape.aggregate().read(fact, scene, one);
        } catch (ArithmeticException outOfRange) {
            one.leftOut = true;
            return true;
        }
    }

    /**
     * @param day of the case's time, in days since 1970-01-01
     * @param numbers of the scopes of the fact, by cut
     */
    void count(Case one, long day, int[] numbers, int sign) {
        boolean placed = !Undefined.is(one.at);
        if (placed) {
            for (int i = 0; i < ordinals.length; i++) {
                ordinals[i] = Periods.ordinal(shape.calendar().get(i).unit(), day);
            }
            if (shape.hasAll()) countDay(day, sign);
        }
        for (int i = 0; i < cuts.length; i++) cuts[i].count(numbers[i], one, placed, day, ordinals, sign);
    }

    private void countDay(long day, int sign) {
        long[] count = days.get(day, () -> new long[1]);
        count[0] += sign;
        if (count[0] == 0) days.remove(day);
    }

    /** The first day that has a case; null for none, and for a snapshot. */
    @Nullable
    LocalDate firstDay() {
        Long first = days.firstOrdinal();
        return first == null ? null : LocalDate.ofEpochDay(first);
    }

    void pass(long today) {
        for (Cut cut : cuts) cut.pass(today);
    }

    void changeAll() {
        for (Cut cut : cuts) cut.changeAll();
    }

    boolean isSettled() {
        for (Cut cut : cuts) if (!cut.isSettled()) return false;
        return true;
    }

    @Nullable
    Cut cut(Scope scope) {
        for (Cut cut : cuts) if (cut.axis().names().equals(scope.dimensions())) return cut;
        return null;
    }

    @Nullable
    Slice find(Scope scope) {
        Cut cut = cut(scope);
        return cut == null ? null : cut.find(scope);
    }

    List<Slice> slices() {
        List<Slice> slices = new ArrayList<>();
        for (Cut cut : cuts) slices.addAll(cut.slices());
        return slices;
    }

    /** What is measured of a scope in a period, cases or none. */
    Measured measured(Scope scope, Over over, Period period, long now) {
        Slice slice = find(scope);
        Tally tally = slice == null ? null : slice.tally(over, period);
        return (tally == null ? shape.aggregate().start() : tally).measured(now);
    }

    void merge(Cube other) {
        for (int i = 0; i < cuts.length; i++) cuts[i].merge(other.cuts[i]);
        other.days.entries().forEach((day, count) -> days.get(day, () -> new long[1])[0] += count[0]);
    }

    void clear(long today) {
        for (Cut cut : cuts) cut.clear(today);
        days.clear();
    }
}
