package norma.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import norma.diagnostics.Text;

/**
 * The working time of a firm: its zone, its week, its hours, and the dates that go their own way.
 *
 * <p>Moments are epoch milliseconds. Counts run from {@code from} (exclusive) to {@code to} (inclusive) and are
 * negative when {@code to} is the earlier. Working and calendar days are ticks: one at the local start of each date;
 * a tick during a pause does not count. An undefined moment ({@link Long#MIN_VALUE}) is the caller's to sort out
 * first.
 *
 * <p>The {@code when…} methods turn a count round: the first moment t at which the count from {@code from} to t
 * exceeds (or reaches) the limit; {@link Long#MAX_VALUE} when it never does, as under a pause without end or a limit
 * that is not a number. Where the limit is passed already, as a negative one, the moment lies at or before
 * {@code from}; {@link Long#MIN_VALUE} means that it always was.
 */
public final class WorkingCalendar {
    private static final double MILLIS_PER_HOUR = 3_600_000.0;
    private static final double MILLIS_PER_DAY = 24 * MILLIS_PER_HOUR;

    private final String id;
    private final Text title;
    private final CalendarRules rules;
    private final LocalDays days;
    private final CalendarDates calendarDates;
    private final WorkingDates workingDates;
    private final BusinessTime businessTime;

    WorkingCalendar(String id, Text title, CalendarRules rules, LocalDays days) {
        this.id = id;
        this.title = title;
        this.rules = rules;
        this.days = days;
        this.calendarDates = new CalendarDates(days);
        this.workingDates = new WorkingDates(days, rules.week(), rules.declared());
        this.businessTime = new BusinessTime(days, workingDates, rules.hours(), rules.shortHours());
    }

    /** Begins a calendar: Monday to Friday, 9:00 to 18:00 without lunch, and a zone still to be given. */
    public static CalendarBuilder named(String id) {
        return new CalendarBuilder(id);
    }

    public String id() {
        return id;
    }

    public Text title() {
        return title;
    }

    public ZoneId zone() {
        return days.zone();
    }

    public Set<DayOfWeek> week() {
        return rules.week();
    }

    public boolean isWorking(LocalDate date) {
        return workingDates.isWorking(date.toEpochDay());
    }

    /** Whether the date is worked and closes earlier than usual. */
    public boolean isShort(LocalDate date) {
        return rules.shortDays().containsKey(date) && isWorking(date);
    }

    /** The name of the holiday of that date, if it is one. */
    public Optional<Text> holiday(LocalDate date) {
        return Optional.ofNullable(rules.holidays().get(date));
    }

    public LocalDate dateOf(long epochMilli) {
        return LocalDate.ofEpochDay(days.dayOf(epochMilli));
    }

    /** The local date of the moment as days since 1970-01-01: {@link #dateOf} without the object. */
    public long dayOf(long epochMilli) {
        return days.dayOf(epochMilli);
    }

    /** The first moment of the date. */
    public long startOf(LocalDate date) {
        return days.startOf(date.toEpochDay());
    }

    /** The moment of this local time; where the clock skips it, as much later as the clock skips. */
    public long at(LocalDate date, LocalTime time) {
        return date.atTime(time).atZone(zone()).toInstant().toEpochMilli();
    }

    /** Working dates in (date of from, date of to] that do not begin in a pause. */
    public long workingDays(long from, long to, Pauses pauses) {
        return pauses.isEmpty() ? workingDates.at(to) - workingDates.at(from) : workingDates.between(from, to, pauses);
    }

    /** Dates in (date of from, date of to] that do not begin in a pause. */
    public long calendarDays(long from, long to, Pauses pauses) {
        return pauses.isEmpty() ? days.dayOf(to) - days.dayOf(from) : calendarDates.between(from, to, pauses);
    }

    /** Elapsed days of 24 hours with their fraction, pauses left out. */
    public double days(long from, long to, Pauses pauses) {
        return ElapsedTime.METER.between(from, to, pauses) / MILLIS_PER_DAY;
    }

    /** Elapsed hours with their fraction, pauses left out. */
    public double hours(long from, long to, Pauses pauses) {
        return ElapsedTime.METER.between(from, to, pauses) / MILLIS_PER_HOUR;
    }

    /** Hours within the opening hours of working dates, with their fraction; lunch and pauses left out. */
    public double workingHours(long from, long to, Pauses pauses) {
        return businessTime.between(from, to, pauses) / MILLIS_PER_HOUR;
    }

    public long whenWorkingDaysExceed(long from, double limit, Pauses pauses) {
        return Limit.above(limit, 1).when(workingDates, from, pauses);
    }

    public long whenWorkingDaysReach(long from, double limit, Pauses pauses) {
        return Limit.atLeast(limit, 1).when(workingDates, from, pauses);
    }

    public long whenCalendarDaysExceed(long from, double limit, Pauses pauses) {
        return Limit.above(limit, 1).when(calendarDates, from, pauses);
    }

    public long whenCalendarDaysReach(long from, double limit, Pauses pauses) {
        return Limit.atLeast(limit, 1).when(calendarDates, from, pauses);
    }

    public long whenDaysExceed(long from, double limit, Pauses pauses) {
        return Limit.above(limit, MILLIS_PER_DAY).when(ElapsedTime.METER, from, pauses);
    }

    public long whenDaysReach(long from, double limit, Pauses pauses) {
        return Limit.atLeast(limit, MILLIS_PER_DAY).when(ElapsedTime.METER, from, pauses);
    }

    public long whenHoursExceed(long from, double limit, Pauses pauses) {
        return Limit.above(limit, MILLIS_PER_HOUR).when(ElapsedTime.METER, from, pauses);
    }

    public long whenHoursReach(long from, double limit, Pauses pauses) {
        return Limit.atLeast(limit, MILLIS_PER_HOUR).when(ElapsedTime.METER, from, pauses);
    }

    public long whenWorkingHoursExceed(long from, double limit, Pauses pauses) {
        return Limit.above(limit, MILLIS_PER_HOUR).when(businessTime, from, pauses);
    }

    public long whenWorkingHoursReach(long from, double limit, Pauses pauses) {
        return Limit.atLeast(limit, MILLIS_PER_HOUR).when(businessTime, from, pauses);
    }

    /**
     * The same local time on the n-th working date after the date of t, or before it for a negative n; t itself for 0.
     *
     * @throws IllegalArgumentException when the calendar has no such date
     */
    public long plusWorkingDays(long t, long n) {
        if (n == 0) {
            return t;
        }
        long day = days.dayOf(t);
        long target = n > 0
                ? workingDates.firstDay(workingDates.through(day) + n)
                : workingDates.firstDay(workingDates.through(day - 1) + n + 1);
        if (target == Long.MAX_VALUE || target == Long.MIN_VALUE) {
            throw new IllegalArgumentException("calendar " + id + " has no working date " + n + " away");
        }
        return atTimeOf(t, target);
    }

    /** The same local time n dates later, whatever the hours between. */
    public long plusCalendarDays(long t, long n) {
        return atTimeOf(t, days.dayOf(t) + n);
    }

    /** So many times 24 hours later, to the nearest millisecond. */
    public long plusDays(long t, double n) {
        return t + Math.round(n * MILLIS_PER_DAY);
    }

    /** The dates that a count of working days looked at, in runs of one kind; their ticks add up to the count. */
    public List<Stretch> stretches(long from, long to, Pauses pauses) {
        return Stretches.between(this, from, to, pauses);
    }

    CalendarRules rules() {
        return rules;
    }

    LocalDays localDays() {
        return days;
    }

    private long atTimeOf(long t, long day) {
        LocalTime time =
                ZonedDateTime.ofInstant(Instant.ofEpochMilli(t), zone()).toLocalTime();
        return at(LocalDate.ofEpochDay(day), time);
    }

    @Override
    public String toString() {
        return "calendar " + id + " in " + zone();
    }
}
