package norma.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import norma.diagnostics.Text;
import org.jspecify.annotations.Nullable;

/**
 * Collects what a calendar declares. What it leaves out comes from the calendar that it extends; what it says about a
 * date replaces what that calendar says. Of two declarations about one date here, the later holds.
 */
public final class CalendarBuilder {
    private static final Set<DayOfWeek> MONDAY_TO_FRIDAY =
            Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);
    private static final OpeningHours NINE_TO_SIX = OpeningHours.of(LocalTime.of(9, 0), LocalTime.of(18, 0));

    private final String id;
    private final Map<LocalDate, Text> holidays = new HashMap<>();
    private final Set<LocalDate> working = new HashSet<>();
    private final Map<LocalDate, Optional<Duration>> shortDays = new HashMap<>();
    private @Nullable WorkingCalendar parent;
    private @Nullable Text title;
    private @Nullable ZoneId zone;
    private @Nullable Set<DayOfWeek> week;
    private @Nullable OpeningHours hours;
    private @Nullable Lunch lunch;
    private @Nullable Duration shortBy;

    private record Lunch(LocalTime from, LocalTime to) {}

    CalendarBuilder(String id) {
        this.id = id;
    }

    public CalendarBuilder extending(WorkingCalendar parent) {
        this.parent = parent;
        return this;
    }

    /** What users call it; its identifier when never given. */
    public CalendarBuilder title(Text title) {
        this.title = title;
        return this;
    }

    public CalendarBuilder zone(ZoneId zone) {
        this.zone = zone;
        return this;
    }

    /** The weekdays that are worked; may be empty. */
    public CalendarBuilder week(Set<DayOfWeek> week) {
        this.week = Set.copyOf(week);
        return this;
    }

    /**
     * Closing at 00:00 is closing at the end of the day. New hours begin without a lunch break.
     *
     * @throws IllegalArgumentException when it closes before it opens
     */
    public CalendarBuilder hours(LocalTime opens, LocalTime closes) {
        this.hours = OpeningHours.of(opens, closes);
        return this;
    }

    /** A break within the hours. */
    public CalendarBuilder lunch(LocalTime from, LocalTime to) {
        this.lunch = new Lunch(from, to);
        return this;
    }

    /** By how much a short day closes earlier when it does not say so itself; an hour when never given. */
    public CalendarBuilder shortBy(Duration shortBy) {
        this.shortBy = shortBy;
        return this;
    }

    /** A date that is not worked. */
    public CalendarBuilder holiday(LocalDate date, Text name) {
        working.remove(date);
        holidays.put(date, name);
        return this;
    }

    /** A date that is worked though it is a weekend or a holiday. */
    public CalendarBuilder working(LocalDate date) {
        holidays.remove(date);
        working.add(date);
        return this;
    }

    /** A working date that closes earlier; a date that is not worked stays so. */
    public CalendarBuilder shortDay(LocalDate date) {
        shortDays.put(date, Optional.empty());
        return this;
    }

    public CalendarBuilder shortDay(LocalDate date, Duration by) {
        shortDays.put(date, Optional.of(by));
        return this;
    }

    /** @throws IllegalArgumentException when no zone is known, or the lunch break lies outside the hours */
    public WorkingCalendar build() {
        ZoneId chosen = zone != null ? zone : parent != null ? parent.zone() : null;
        if (chosen == null) {
            throw new IllegalArgumentException("calendar " + id + " has no zone");
        }
        LocalDays days = parent != null && parent.zone().equals(chosen) ? parent.localDays() : new LocalDays(chosen);
        return new WorkingCalendar(id, title != null ? title : Text.same(id), rules(), days);
    }

    private CalendarRules rules() {
        CalendarRules inherited = parent != null
                ? parent.rules()
                : new CalendarRules(MONDAY_TO_FRIDAY, NINE_TO_SIX, Duration.ofHours(1), Map.of(), Set.of(), Map.of());
        Map<LocalDate, Text> allHolidays = new HashMap<>(inherited.holidays());
        allHolidays.keySet().removeAll(working);
        allHolidays.putAll(holidays);
        Set<LocalDate> allWorking = new HashSet<>(inherited.working());
        allWorking.removeAll(holidays.keySet());
        allWorking.addAll(working);
        Map<LocalDate, Optional<Duration>> allShort = new HashMap<>(inherited.shortDays());
        allShort.putAll(shortDays);
        OpeningHours open = hours != null ? hours : inherited.hours();
        return new CalendarRules(
                week != null ? week : inherited.week(),
                lunch != null ? open.lunch(lunch.from(), lunch.to()) : open,
                shortBy != null ? shortBy : inherited.shortBy(),
                allHolidays,
                allWorking,
                allShort);
    }
}
