package norma.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import norma.diagnostics.Text;
import org.junit.jupiter.api.Test;

class WorkingCalendarTest {
    private static final Text MAY_DAY = new Text("Spring and Labour Day", "Праздник Весны и Труда");
    private static final LocalDate MAY_1 = LocalDate.of(2024, 5, 1);

    private final WorkingCalendar moscow = WorkingCalendar.named("moscow")
            .zone(ZoneId.of("Europe/Moscow"))
            .hours(LocalTime.of(9, 0), LocalTime.of(18, 0))
            .lunch(LocalTime.of(13, 0), LocalTime.of(14, 0))
            .holiday(LocalDate.of(2024, 4, 29), new Text("Day off moved", "Перенесённый выходной"))
            .holiday(LocalDate.of(2024, 4, 30), new Text("Day off moved", "Перенесённый выходной"))
            .holiday(MAY_1, MAY_DAY)
            .working(LocalDate.of(2024, 4, 27))
            .shortDay(LocalDate.of(2024, 5, 8))
            .build();

    private final WorkingCalendar berlin = roundTheClock("Europe/Berlin");
    private final WorkingCalendar almaty = roundTheClock("Asia/Almaty");

    @Test
    void aDayTicksAtItsLocalStart() {
        assertEquals(0, moscow.workingDays(at("2024-04-22T00:00"), at("2024-04-22T23:59"), Pauses.none()));
        assertEquals(1, moscow.workingDays(at("2024-04-22T23:59"), at("2024-04-23T00:00"), Pauses.none()));
        assertEquals(2, moscow.workingDays(at("2024-04-22T12:00"), at("2024-04-24T09:00"), Pauses.none()));
    }

    @Test
    void aSaturdayMadeWorkingCountsAndTheMovedDaysOffDoNot() {
        assertTrue(moscow.isWorking(LocalDate.of(2024, 4, 27)));
        assertFalse(moscow.isWorking(LocalDate.of(2024, 4, 29)));
        assertEquals(Optional.of(MAY_DAY), moscow.holiday(MAY_1));
        // Friday to Thursday: Saturday 27 April and Thursday 2 May
        assertEquals(2, moscow.workingDays(at("2024-04-26T12:00"), at("2024-05-02T12:00"), Pauses.none()));
        assertEquals(6, moscow.calendarDays(at("2024-04-26T12:00"), at("2024-05-02T12:00"), Pauses.none()));
    }

    @Test
    void countsBackwardsAreNegative() {
        assertEquals(-2, moscow.workingDays(at("2024-05-02T12:00"), at("2024-04-26T12:00"), Pauses.none()));
        assertEquals(-6.0, moscow.days(at("2024-05-02T12:00"), at("2024-04-26T12:00"), Pauses.none()));
        assertEquals(-8.0, moscow.workingHours(at("2024-05-02T18:00"), at("2024-05-02T09:00"), Pauses.none()));
    }

    @Test
    void aTickDuringAHoldDoesNotCount() {
        // held from Tuesday noon to Thursday noon: the starts of Wednesday and Thursday fall inside
        Pauses held = hold("2024-04-16T12:00", "2024-04-18T12:00");
        assertEquals(2, moscow.workingDays(at("2024-04-15T12:00"), at("2024-04-19T12:00"), held));
        assertEquals(2, moscow.calendarDays(at("2024-04-15T12:00"), at("2024-04-19T12:00"), held));
        assertEquals(2.0, moscow.days(at("2024-04-15T12:00"), at("2024-04-19T12:00"), held));
        assertEquals(48.0, moscow.hours(at("2024-04-15T12:00"), at("2024-04-19T12:00"), held));
        // a working day has three hours before noon and, lunch left out, five after it
        assertEquals(5 + 3 + 5 + 3, moscow.workingHours(at("2024-04-15T12:00"), at("2024-04-19T12:00"), held));
    }

    @Test
    void aHoldWithinOneDayTakesNoTick() {
        Pauses held = hold("2024-04-16T00:01", "2024-04-16T23:59");
        assertEquals(4, moscow.workingDays(at("2024-04-15T12:00"), at("2024-04-19T12:00"), held));
    }

    @Test
    void aHoldEndsBeforeTheTickAtItsEnd() {
        Pauses held = hold("2024-04-16T00:00", "2024-04-17T00:00");
        assertEquals(3, moscow.workingDays(at("2024-04-15T12:00"), at("2024-04-19T12:00"), held));
    }

    @Test
    void underAHoldWithoutEndTheLimitIsNeverPassed() {
        Pauses held = Pauses.of(List.of(new Interval(at("2024-04-17T12:00"), Long.MAX_VALUE)));
        long from = at("2024-04-15T12:00");
        assertEquals(2, moscow.workingDays(from, at("2030-01-01T00:00"), held));
        assertEquals(at("2024-04-17T00:00"), moscow.whenWorkingDaysReach(from, 2, held));
        assertEquals(Long.MAX_VALUE, moscow.whenWorkingDaysExceed(from, 2, held));
        assertEquals(at("2024-04-17T12:00"), moscow.whenDaysReach(from, 2, held));
        assertEquals(Long.MAX_VALUE, moscow.whenDaysExceed(from, 2, held));
        assertEquals(Long.MAX_VALUE, moscow.whenWorkingHoursExceed(from, 16, held));
    }

    @Test
    void theLimitIsPassedAtTheStartOfAWorkingDay() {
        long from = at("2024-04-26T12:00");
        assertEquals(at("2024-05-02T00:00"), moscow.whenWorkingDaysExceed(from, 1, Pauses.none()));
        assertEquals(at("2024-04-27T00:00"), moscow.whenWorkingDaysReach(from, 1, Pauses.none()));
        assertEquals(at("2024-05-02T00:00"), moscow.whenWorkingDaysReach(from, 1.5, Pauses.none()));
        assertEquals(at("2024-04-28T12:00") + 1, moscow.whenDaysExceed(from, 2, Pauses.none()));
        assertEquals(at("2024-04-28T12:00"), moscow.whenDaysReach(from, 2, Pauses.none()));
        // five hours are left of Friday; the fourth hour of Saturday ends with the morning, the fifth begins after
        // lunch
        assertEquals(at("2024-04-27T13:00"), moscow.whenWorkingHoursReach(from, 9, Pauses.none()));
        assertEquals(at("2024-04-27T14:00") + 1, moscow.whenWorkingHoursExceed(from, 9, Pauses.none()));
    }

    @Test
    void aNegativeLimitIsPassedBeforeTheMomentItself() {
        // the last five working days before a date close: at the start of Thursday fewer than five remain
        long close = at("2024-04-25T12:00");
        assertEquals(at("2024-04-18T00:00"), moscow.whenWorkingDaysReach(close, -5, Pauses.none()));
        assertEquals(at("2024-04-19T00:00"), moscow.whenWorkingDaysExceed(close, -5, Pauses.none()));
    }

    @Test
    void aLimitThatIsNoNumberIsNeverPassed() {
        assertEquals(Long.MAX_VALUE, moscow.whenWorkingDaysExceed(0, Double.NaN, Pauses.none()));
        assertEquals(Long.MAX_VALUE, moscow.whenDaysReach(0, Double.POSITIVE_INFINITY, Pauses.none()));
        assertEquals(Long.MIN_VALUE, moscow.whenHoursReach(0, Double.NEGATIVE_INFINITY, Pauses.none()));
    }

    @Test
    void aShortDayClosesAnHourEarlier() {
        assertTrue(moscow.isShort(LocalDate.of(2024, 5, 8)));
        assertEquals(7.0, moscow.workingHours(at("2024-05-08T00:00"), at("2024-05-09T00:00"), Pauses.none()));
        assertEquals(0.0, moscow.workingHours(at("2024-05-08T17:00"), at("2024-05-08T18:00"), Pauses.none()));
        WorkingCalendar twoHours = WorkingCalendar.named("office")
                .extending(moscow)
                .shortDay(LocalDate.of(2024, 5, 8), Duration.ofMinutes(150))
                .build();
        assertEquals(5.5, twoHours.workingHours(at("2024-05-08T00:00"), at("2024-05-09T00:00"), Pauses.none()));
    }

    @Test
    void aCalendarHasTheLastWordOverTheOneItExtends() {
        LocalDate birthday = LocalDate.of(2024, 5, 15);
        WorkingCalendar office = WorkingCalendar.named("office")
                .extending(moscow)
                .working(MAY_1)
                .holiday(LocalDate.of(2024, 4, 27), new Text("Rest", "Отдых"))
                .holiday(birthday, new Text("The firm's birthday", "День рождения компании"))
                .shortBy(Duration.ofHours(2))
                .build();
        assertEquals(ZoneId.of("Europe/Moscow"), office.zone());
        assertTrue(office.isWorking(MAY_1));
        assertEquals(Optional.empty(), office.holiday(MAY_1));
        assertFalse(office.isWorking(LocalDate.of(2024, 4, 27)));
        assertFalse(office.isWorking(birthday));
        assertFalse(office.isWorking(LocalDate.of(2024, 4, 30)));
        assertEquals(6.0, office.workingHours(at("2024-05-08T00:00"), at("2024-05-09T00:00"), Pauses.none()));
    }

    @Test
    void inSpringADayOfBerlinHas23HoursAndInAutumn25() {
        assertEquals(23.0, wholeDay(berlin, LocalDate.of(2026, 3, 29)));
        assertEquals(25.0, wholeDay(berlin, LocalDate.of(2026, 10, 25)));
        long springNoon = berlin.at(LocalDate.of(2026, 3, 28), LocalTime.NOON);
        long nextNoon = berlin.at(LocalDate.of(2026, 3, 29), LocalTime.NOON);
        assertEquals(1, berlin.workingDays(springNoon, nextNoon, Pauses.none()));
        assertEquals(23.0 / 24, berlin.days(springNoon, nextNoon, Pauses.none()));
        assertEquals(nextNoon, berlin.plusWorkingDays(springNoon, 1));
        assertEquals(nextNoon + 3_600_000, berlin.plusDays(springNoon, 1));
    }

    @Test
    void anOfficeThatOpensInTheSkippedHourOpensWhenItIsOver() {
        WorkingCalendar bakery = WorkingCalendar.named("bakery")
                .zone(ZoneId.of("Europe/Berlin"))
                .week(EnumSet.allOf(DayOfWeek.class))
                .hours(LocalTime.of(2, 30), LocalTime.of(10, 0))
                .build();
        assertEquals(7.0, wholeDay(bakery, LocalDate.of(2026, 3, 29)));
        assertEquals(7.5, wholeDay(bakery, LocalDate.of(2026, 3, 30)));
        assertEquals(8.5, wholeDay(bakery, LocalDate.of(2026, 10, 25)));
    }

    @Test
    void almatyMovedFromSixToFiveHoursAheadOnTheFirstOfMarch2024() {
        LocalDate lastOfFebruary = LocalDate.of(2024, 2, 29);
        assertEquals(25.0, wholeDay(almaty, lastOfFebruary));
        assertEquals(24.0, wholeDay(almaty, LocalDate.of(2024, 3, 1)));
        long midnight = almaty.startOf(LocalDate.of(2024, 3, 1));
        assertEquals(lastOfFebruary, almaty.dateOf(midnight - 1));
        assertEquals(lastOfFebruary, almaty.dateOf(midnight - 3_600_000));
        assertEquals(LocalDate.of(2024, 3, 1), almaty.dateOf(midnight));
    }

    @Test
    void theSameMomentIsAnotherDateElsewhere() {
        long evening = moscow.at(LocalDate.of(2026, 5, 12), LocalTime.of(23, 30));
        assertEquals(LocalDate.of(2026, 5, 12), moscow.dateOf(evening));
        assertEquals(LocalDate.of(2026, 5, 13), almaty.dateOf(evening));
    }

    @Test
    void daysNeverRunBackwardsWhereTheClockIsSetBackOverMidnight() {
        // St. John's, 2010-11-07 00:01 became 23:01 of the day before
        WorkingCalendar stJohns = roundTheClock("America/St_Johns");
        long start = stJohns.startOf(LocalDate.of(2010, 11, 7));
        for (long t = start - 7_200_000; t <= start + 7_200_000; t += 60_000) {
            assertTrue(stJohns.dayOf(t) <= stJohns.dayOf(t + 60_000));
        }
        assertEquals(LocalDate.of(2010, 11, 7), stJohns.dateOf(start));
    }

    @Test
    void plusWorkingDaysKeepsTheLocalTime() {
        assertEquals(at("2024-05-02T15:30"), moscow.plusWorkingDays(at("2024-04-26T15:30"), 2));
        assertEquals(at("2024-04-26T15:30"), moscow.plusWorkingDays(at("2024-05-02T15:30"), -2));
        assertEquals(at("2024-04-28T15:30"), moscow.plusWorkingDays(at("2024-04-28T15:30"), 0));
        assertEquals(at("2024-05-02T15:30"), moscow.plusWorkingDays(at("2024-04-28T15:30"), 1));
        assertEquals(at("2024-04-27T15:30"), moscow.plusWorkingDays(at("2024-04-28T15:30"), -1));
        assertEquals(at("2024-05-06T15:30"), moscow.plusCalendarDays(at("2024-04-28T15:30"), 8));
    }

    @Test
    void yearsFarAwayAreCountedByTheWeek() {
        long from = moscow.startOf(LocalDate.of(1900, 1, 1));
        long to = moscow.startOf(LocalDate.of(2299, 12, 29));
        long naive = LocalDate.of(1900, 1, 2)
                .datesUntil(LocalDate.of(2299, 12, 30))
                .filter(moscow::isWorking)
                .count();
        assertEquals(naive, moscow.workingDays(from, to, Pauses.none()));
        assertEquals(to, moscow.whenWorkingDaysReach(from, (double) naive, Pauses.none()));
    }

    @Test
    void aCalendarThatNeverWorksNeverPassesALimit() {
        WorkingCalendar closed = WorkingCalendar.named("closed")
                .zone(ZoneId.of("UTC"))
                .week(Set.of())
                .build();
        assertEquals(0, closed.workingDays(0, at("2024-05-02T15:30"), Pauses.none()));
        assertEquals(Long.MAX_VALUE, closed.whenWorkingDaysExceed(0, 0, Pauses.none()));
        assertEquals(Long.MAX_VALUE, closed.whenWorkingHoursExceed(0, 0, Pauses.none()));
        assertThrows(IllegalArgumentException.class, () -> closed.plusWorkingDays(0, 1));
    }

    @Test
    void aCalendarWithoutZoneOrWithHoursOutOfOrderIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> WorkingCalendar.named("nowhere")
                .build());
        assertThrows(IllegalArgumentException.class, () -> WorkingCalendar.named("late")
                .hours(LocalTime.of(18, 0), LocalTime.of(9, 0)));
        assertThrows(IllegalArgumentException.class, () -> WorkingCalendar.named("hungry")
                .zone(ZoneId.of("UTC"))
                .lunch(LocalTime.of(8, 0), LocalTime.of(9, 30))
                .build());
    }

    private long at(String local) {
        LocalDateTime time = LocalDateTime.parse(local);
        return moscow.at(time.toLocalDate(), time.toLocalTime());
    }

    private Pauses hold(String from, String to) {
        return Pauses.of(List.of(new Interval(at(from), at(to))));
    }

    private static WorkingCalendar roundTheClock(String zone) {
        return WorkingCalendar.named("round the clock")
                .zone(ZoneId.of(zone))
                .week(EnumSet.allOf(DayOfWeek.class))
                .hours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT)
                .build();
    }

    private static double wholeDay(WorkingCalendar calendar, LocalDate date) {
        return calendar.workingHours(calendar.startOf(date), calendar.startOf(date.plusDays(1)), Pauses.none());
    }
}
