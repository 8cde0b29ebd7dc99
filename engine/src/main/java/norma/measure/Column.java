package norma.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import norma.expression.Expression;
import norma.expression.Scene;
import norma.fact.Fact;
import norma.standard.Kpi;
import norma.standard.Over;
import org.jspecify.annotations.Nullable;

/**
 * What a panel counts for one KPI, or for several that read the same of the same cases, in the same periods and cuts: the sum of
 * amounts and their mean, a median and a largest value.
 */
final class Column {

    private static final int NONE = -1;

    private final int index;
    private final Aggregate aggregate;
    private final List<Over> overs;
    private final List<Axis> axes;
    private final List<Object> meaning;
    private final SharedConditions conditions;
    private final int onlyIf;
    private final boolean timed;
    private final boolean hasAll;
    private final Case one = new Case();
    private final OrdinalMap<long[]> days = new OrdinalMap<>();
    private final List<Cube> readers = new ArrayList<>();

    /** @param index in the panel */
    Column(int index, Kpi kpi, Aggregate aggregate, List<Over> overs, List<Axis> axes, SharedConditions conditions) {
        this.index = index;
        this.aggregate = aggregate;
        this.overs = overs;
        this.axes = axes;
        this.meaning = meaning(kpi, aggregate, overs, axes);
        this.conditions = conditions;
        this.onlyIf = kpi.onlyIf().map(conditions::index).orElse(NONE);
        this.timed = kpi.at().isPresent() && !aggregate.places();
        this.hasAll = overs.stream().anyMatch(Over.All.class::isInstance);
    }

    /** What a column would count: of those in one panel that say the same, one is enough. */
    static List<Object> meaning(Kpi kpi, Aggregate aggregate, List<Over> overs, List<Axis> axes) {
        return List.of(aggregate.reads(), kpi.onlyIf().map(Expression::meaning), overs, axes);
    }

    boolean means(List<Object> other) {
        return meaning.equals(other);
    }

    int index() {
        return index;
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

    /** The KPI that are told from it; none when all were taken out. */
    List<Cube> readers() {
        return readers;
    }

    Case one() {
        return one;
    }

    boolean hasWindows() {
        return overs.stream().anyMatch(Over.Rolling.class::isInstance);
    }

    /** Which of the facts that are looked at may be cases: whether each is one by now, {@link #read} tells. */
    Chosen among(Scene scene) {
        return onlyIf == NONE ? conditions.all() : conditions.chosen(onlyIf, scene);
    }

    /**
     * Reads what facts {@link #among} them bring, whose times have come where the KPI has one.
     *
     * @return false when they have to be read one by one
     */
    boolean read(Chosen some, Scene scene, Cases into) {
        if (onlyIf != NONE && conditions.areAnyOutOfRange(onlyIf)) return false;
        try {
            return aggregate.read(some, scene, into);
        } catch (ArithmeticException ofSome) {
            return false;
        }
    }

    /**
     * Whether a fact {@link #among} them is a case by now; an expression that leaves its range has no value.
     *
     * @param place of the fact in its batch
     */
    boolean read(Fact fact, int place, long at, Scene scene) {
        one.startAt(at);
        if (timed && !one.reached(at)) return false;
        if (onlyIf != NONE && conditions.isOutOfRange(onlyIf, place)) {
            one.leftOut = true;
            return true;
        }
        try {
            return aggregate.read(fact, scene, one);
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

    void mergeDays(Column other) {
        other.days.forEach((day, count) -> days.get(day, () -> new long[1])[0] += count[0]);
    }

    void clearDays() {
        days.clear();
    }
}
