package norma.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import norma.standard.Kpi;
import norma.standard.Over;
import org.jspecify.annotations.Nullable;

/**
 * A place for the reading that is up to date: the current one of a period, or the last complete one of a calendar period.
 */
record Slot(Over over, boolean last) {

    private static final String LAST = "last ";

    static List<Slot> of(Kpi kpi) {
        List<Slot> slots = new ArrayList<>();
        for (Over over : kpi.over()) {
            slots.add(new Slot(over, false));
            if (over instanceof Over.Each) slots.add(new Slot(over, true));
        }
        return List.copyOf(slots);
    }

    /**
     * @param name {@code month}, {@code last month}, or empty for the first period of the KPI
     */
    static Optional<Slot> named(Kpi kpi, String name) {
        boolean last = name.startsWith(LAST);
        String over = last ? name.substring(LAST.length()) : name;
        return of(kpi).stream()
                .filter(slot ->
                        slot.last == last && (over.isEmpty() || slot.over.name().equals(over)))
                .findFirst();
    }

    /**
     * @param first the first day of all that was measured; null for nothing, and for a snapshot
     */
    Period period(LocalDate today, @Nullable LocalDate first) {
        if (over instanceof Over.Rolling rolling)
            return new Period(over.name(), today.minusDays(rolling.days() - 1L), today);
        if (over instanceof Over.Each each) {
            long ordinal = Periods.ordinal(each.unit(), today.toEpochDay());
            return Periods.of(each, last ? ordinal - 1 : ordinal);
        }
        return new Period(over.name(), first, first == null ? null : today);
    }
}
