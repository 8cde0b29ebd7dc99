package norma.expression;

import static norma.expression.Functions.function;

import java.util.List;
import norma.calendar.Pauses;
import norma.calendar.WorkingCalendar;
import norma.expression.Function.Course;

/** How long it is from one time to another; held time of the subject does not count. */
final class DurationFunctions {

    /** A clock that a calendar runs. */
    @FunctionalInterface
    private interface Clock {
        double between(WorkingCalendar calendar, long from, long to, Pauses pauses);
    }

    private static final String SPAN = "from:TIME to:TIME calendar:CALENDAR?";

    private DurationFunctions() {}

    static List<Function> all() {
        return List.of(
                span(
                                "days",
                                Type.DAYS,
                                WorkingCalendar::days,
                                "elapsed days of 24 hours, with their fraction",
                                "прошло суток по 24 часа, с дробной частью")
                        .withInverse((c, from, limit, more, pauses) ->
                                more ? c.whenDaysExceed(from, limit, pauses) : c.whenDaysReach(from, limit, pauses)),
                span(
                        "whole_days",
                        Type.DAYS,
                        (c, from, to, pauses) -> Math.floor(c.days(from, to, pauses)),
                        "elapsed days of 24 hours, full ones only",
                        "прошло полных суток по 24 часа"),
                span(
                                "calendar_days",
                                Type.DAYS,
                                WorkingCalendar::calendarDays,
                                "local dates after the first time's date, up to the second's",
                                "календарных дат после первой даты по вторую включительно")
                        .withInverse((c, from, limit, more, pauses) -> more
                                ? c.whenCalendarDaysExceed(from, limit, pauses)
                                : c.whenCalendarDaysReach(from, limit, pauses)),
                span(
                                "working_days",
                                Type.WORKING_DAYS,
                                WorkingCalendar::workingDays,
                                "working dates after the first time's date, up to the second's",
                                "рабочих дат после первой даты по вторую включительно")
                        .withInverse((c, from, limit, more, pauses) -> more
                                ? c.whenWorkingDaysExceed(from, limit, pauses)
                                : c.whenWorkingDaysReach(from, limit, pauses)),
                span(
                                "hours",
                                Type.HOURS,
                                WorkingCalendar::hours,
                                "elapsed hours, with their fraction",
                                "прошло часов, с дробной частью")
                        .withInverse((c, from, limit, more, pauses) ->
                                more ? c.whenHoursExceed(from, limit, pauses) : c.whenHoursReach(from, limit, pauses)),
                span(
                                "working_hours",
                                Type.WORKING_HOURS,
                                WorkingCalendar::workingHours,
                                "hours within the working time of the calendar, with their fraction",
                                "часов рабочего времени календаря, с дробной частью")
                        .withInverse((c, from, limit, more, pauses) -> more
                                ? c.whenWorkingHoursExceed(from, limit, pauses)
                                : c.whenWorkingHoursReach(from, limit, pauses)));
    }

    private static Function span(String name, Type type, Clock clock, String en, String ru) {
        return function(name, SPAN, type, Course.SPAN, en, ru, o -> {
            Getter.Whole start = o.whole(0);
            Getter.Whole end = o.whole(1);
            WorkingCalendar calendar = o.calendar();
            return (Getter.Number) (subject, scene) -> {
                long from = start.whole(subject, scene);
                long to = end.whole(subject, scene);
                if (Undefined.is(from) || Undefined.is(to)) return Undefined.DOUBLE;
                return clock.between(calendar, from, to, scene.pauses(subject));
            };
        });
    }
}
