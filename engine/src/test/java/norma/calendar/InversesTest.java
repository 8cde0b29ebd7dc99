package norma.calendar;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.LongPredicate;
import norma.calendar.Cases.Rules;
import org.junit.jupiter.api.Test;

/** The moment that an inverse names is the first one: the limit is passed then, and a millisecond before it is not. */
class InversesTest {
    private static final long FAR = Long.MAX_VALUE / 8;

    @Test
    void anInverseIsExactlyTheFirstMoment() {
        Cases cases = new Cases(42);
        for (int calendars = 0; calendars < 40; calendars++) {
            Rules rules = cases.rules();
            WorkingCalendar calendar = rules.calendar();
            for (int i = 0; i < 100; i++) {
                long from = cases.moment(1);
                Pauses pauses = i % 3 == 0 ? Pauses.none() : cases.pauses(1);
                double days = cases.limit(60);
                double hours = cases.limit(500);
                check(
                        calendar.whenWorkingDaysExceed(from, days, pauses),
                        t -> calendar.workingDays(from, t, pauses) > days);
                check(
                        calendar.whenWorkingDaysReach(from, days, pauses),
                        t -> calendar.workingDays(from, t, pauses) >= days);
                check(
                        calendar.whenCalendarDaysExceed(from, days, pauses),
                        t -> calendar.calendarDays(from, t, pauses) > days);
                check(
                        calendar.whenCalendarDaysReach(from, days, pauses),
                        t -> calendar.calendarDays(from, t, pauses) >= days);
                check(calendar.whenDaysExceed(from, days, pauses), t -> calendar.days(from, t, pauses) > days);
                check(calendar.whenDaysReach(from, days, pauses), t -> calendar.days(from, t, pauses) >= days);
                check(calendar.whenHoursExceed(from, hours, pauses), t -> calendar.hours(from, t, pauses) > hours);
                check(calendar.whenHoursReach(from, hours, pauses), t -> calendar.hours(from, t, pauses) >= hours);
                check(
                        calendar.whenWorkingHoursExceed(from, hours, pauses),
                        t -> calendar.workingHours(from, t, pauses) > hours);
                check(
                        calendar.whenWorkingHoursReach(from, hours, pauses),
                        t -> calendar.workingHours(from, t, pauses) >= hours);
            }
        }
    }

    private static void check(long first, LongPredicate passed) {
        if (first == Long.MAX_VALUE) {
            assertFalse(passed.test(FAR), "never, and yet passed");
        } else if (first == Long.MIN_VALUE) {
            assertTrue(passed.test(-FAR), "always, and yet not passed long ago");
        } else {
            assertTrue(passed.test(first), "not passed yet at " + first);
            assertFalse(passed.test(first - 1), "passed before " + first);
        }
    }
}
