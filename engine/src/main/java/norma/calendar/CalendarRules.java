package norma.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import norma.diagnostics.Text;

/**
 * What a calendar declares, its parent's declarations included.
 *
 * @param working dates that are worked whatever the weekday
 * @param shortDays dates that close earlier; empty by how much where it is the usual {@code shortBy}
 */
record CalendarRules(
        Set<DayOfWeek> week,
        OpeningHours hours,
        Duration shortBy,
        Map<LocalDate, Text> holidays,
        Set<LocalDate> working,
        Map<LocalDate, Optional<Duration>> shortDays) {

    CalendarRules {
        week = Set.copyOf(week);
        holidays = Map.copyOf(holidays);
        working = Set.copyOf(working);
        shortDays = Map.copyOf(shortDays);
    }

    /** The dates that do not follow the week; true where worked. */
    Map<LocalDate, Boolean> declared() {
        Map<LocalDate, Boolean> declared = new HashMap<>();
        holidays.keySet().forEach(date -> declared.put(date, false));
        working.forEach(date -> declared.put(date, true));
        return declared;
    }

    Map<Long, OpeningHours> shortHours() {
        Map<Long, OpeningHours> shortHours = new HashMap<>();
        shortDays.forEach((date, by) -> shortHours.put(date.toEpochDay(), hours.closingEarlier(by.orElse(shortBy))));
        return shortHours;
    }
}
