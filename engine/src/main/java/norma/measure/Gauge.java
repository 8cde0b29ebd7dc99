package norma.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import norma.standard.Kpi;
import norma.standard.Over;
import org.jspecify.annotations.Nullable;

/** One KPI that has readings: it can be measured for any scope and period, and remembers what it showed last. */
abstract class Gauge {

    private final Kpi kpi;
    private final List<Slot> slots;
    private final Map<Scope, @Nullable Reading[]> shown = new HashMap<>();
    private List<Period> periods = List.of();
    private @Nullable LocalDate day;

    Gauge(Kpi kpi) {
        this.kpi = kpi;
        this.slots = Slot.of(kpi);
    }

    final Kpi kpi() {
        return kpi;
    }

    final List<Slot> slots() {
        return slots;
    }

    /** Shows the readings that are no longer what they were. */
    abstract void refresh(Round round);

    /** Whether it asks no other gauge, so that it can be at work while others are. */
    abstract boolean isAlone();

    /** Whether what was shown last holds still; asked between two rounds. */
    abstract boolean isSettled();

    /** Another takes its place: what it counted is no longer needed. */
    void release() {}

    /** Of a scope with cases or without. */
    abstract Measured measured(Scope scope, Over over, Period period, long now);

    /** What a scope measures in any of its periods. */
    interface Measuring {
        Measured in(Over over, Period period, long now);
    }

    /** For many periods: the scope is looked for once. Holds until the next fact. */
    Measuring measuring(Scope scope) {
        return (over, period, now) -> measured(scope, over, period, now);
    }

    /** Whether the scope has cases, in any period. */
    abstract boolean isPresent(Scope scope);

    /** Whether there is a cut of these dimensions. */
    abstract boolean cuts(List<String> dimensions);

    abstract Collection<Scope> scopes();

    /** The periods of a scope that have cases, in order; for a rolling one and for all the current one. */
    abstract List<Period> history(Scope scope, Over over, LocalDate today);

    /** The first day that has a case; null for none, and for a snapshot. */
    @Nullable
    LocalDate firstDay() {
        return null;
    }

    /** The dates that a value of this period is really about. */
    Period dates(Over over, Period period) {
        return period;
    }

    final Period period(Slot slot, LocalDate today) {
        return slot.period(today, slot.over() instanceof Over.All ? firstDay() : null);
    }

    /** True when a calendar period has begun since the last round, so that every current reading is of another one. */
    final boolean turn(LocalDate today) {
        if (today.equals(day)) return false;
        List<Period> before = periods;
        day = today;
        periods = slots.stream().map(slot -> period(slot, today)).toList();
        for (int i = 0; i < before.size(); i++) {
            if (slots.get(i).over() instanceof Over.Each && !before.get(i).equals(periods.get(i))) return true;
        }
        return false;
    }

    final void show(Scope scope, Round round) {
        if (!isPresent(scope)) {
            hide(scope, round);
            return;
        }
        Measuring measuring = measuring(scope);
        for (int slot = 0; slot < slots.size(); slot++) show(scope, slot, measuring, round);
    }

    /**
     * @param place of the slot
     * @param measuring of the scope, which has cases
     */
    final void show(Scope scope, int place, Measuring measuring, Round round) {
        Slot slot = slots.get(place);
        Period asked = slot.over() instanceof Over.All ? period(slot, round.today()) : periods.get(place);
        Measured measured = measuring.in(slot.over(), asked, round.now());
        Period period = dates(slot.over(), asked);
        @Nullable Reading[] row = shown.computeIfAbsent(scope, s -> new Reading[slots.size()]);
        Reading before = row[place];
        boolean turned = before != null
                && slot.over() instanceof Over.Each
                && !before.period().equals(period);
        if (before != null && !turned && before.measured().equals(measured)) return;
        Reading after = new Reading(kpi, scope, period, !slot.last(), measured);
        row[place] = after;
        round.revise(new Revision(before, after));
    }

    final void hide(Scope scope, Round round) {
        @Nullable Reading[] row = shown.remove(scope);
        if (row == null) return;
        for (Reading before : row) if (before != null) round.revise(new Revision(before, null));
    }

    /** Every reading as it was shown last. */
    final List<Reading> shown() {
        List<Reading> readings = new ArrayList<>();
        for (@Nullable Reading[] row : shown.values())
            for (Reading reading : row) if (reading != null) readings.add(reading);
        return readings;
    }

    /** What was shown last; null when the scope has no cases. */
    final @Nullable Measured shown(Scope scope, Slot slot) {
        @Nullable Reading[] row = shown.get(scope);
        Reading reading = row == null ? null : row[slots.indexOf(slot)];
        return reading == null ? null : reading.measured();
    }

    /** The current value, as it was shown where that holds still. */
    final Measured current(Scope scope, Slot slot, long now, LocalDate today) {
        Measured known = today.equals(day) && isSettled() ? shown(scope, slot) : null;
        return known != null ? known : measured(scope, slot.over(), period(slot, today), now);
    }

    /** Tells every reading of some scopes, by scope, and of each the oldest first. */
    void readings(Predicate<Scope> which, long now, LocalDate today, List<Reading> into) {
        scopes().stream().filter(which).sorted().forEach(scope -> readings(scope, now, today, into));
    }

    private void readings(Scope scope, long now, LocalDate today, List<Reading> into) {
        Measuring measuring = measuring(scope);
        for (Over over : kpi.over()) {
            Period current = period(new Slot(over, false), today);
            for (Period period : history(scope, over, today)) {
                boolean isCurrent = Objects.equals(period.to(), current.to());
                Measured measured = measuring.in(over, period, now);
                into.add(new Reading(kpi, scope, dates(over, period), isCurrent, measured));
            }
        }
    }
}
