package norma.expression;

import static norma.expression.Functions.function;

import java.time.LocalDate;
import java.util.List;
import java.util.function.ToIntFunction;
import norma.calendar.WorkingCalendar;
import norma.expression.Function.Course;

/** Times from times, and the parts of a date. */
final class TimeFunctions {

    private static final double FAR_DAYS = 1_000_000;

    private TimeFunctions() {}

    static List<Function> all() {
        return List.of(
                function(
                        "add_days",
                        "time:TIME days:DAYS",
                        Type.TIME,
                        Course.RISING,
                        "the time so many days of 24 hours later",
                        "момент через столько суток по 24 часа",
                        TimeFunctions::addDays),
                function(
                        "add_working_days",
                        "time:TIME days:WORKING_DAYS calendar:CALENDAR?",
                        Type.TIME,
                        Course.RISING_WITHIN_DAY,
                        "the same local time on the n-th working date after it",
                        "то же местное время через столько рабочих дней",
                        TimeFunctions::addWorkingDays),
                part("year", Course.RISING, LocalDate::getYear, "the year of the local date", "год местной даты"),
                part(
                        "month",
                        Course.ANY,
                        LocalDate::getMonthValue,
                        "the month of the local date, 1 to 12",
                        "месяц местной даты, от 1 до 12"),
                part(
                        "day",
                        Course.ANY,
                        LocalDate::getDayOfMonth,
                        "the day of the month, 1 to 31",
                        "число месяца, от 1 до 31"));
    }

    private static Getter addDays(Operands o) {
        Getter.Whole time = o.whole(0);
        Getter.Number days = o.number(1);
        WorkingCalendar calendar = o.calendar();
        return (Getter.Whole) (subject, scene) -> {
            long from = time.whole(subject, scene);
            double n = days.number(subject, scene);
            if (Undefined.is(from) || Undefined.is(n)) return Undefined.LONG;
            if (Math.abs(n) > FAR_DAYS) throw OutOfRange.time();
            return calendar.plusDays(from, n);
        };
    }

    private static Getter addWorkingDays(Operands o) {
        Getter.Whole time = o.whole(0);
        Getter.Number days = o.number(1);
        WorkingCalendar calendar = o.calendar();
        return (Getter.Whole) (subject, scene) -> {
            long from = time.whole(subject, scene);
            double n = days.number(subject, scene);
            if (Undefined.is(from) || Undefined.is(n)) return Undefined.LONG;
            if (Math.abs(n) > FAR_DAYS) throw OutOfRange.time();
            return calendar.plusWorkingDays(from, (long) Math.floor(n));
        };
    }

    private static Function part(String name, Course course, ToIntFunction<LocalDate> part, String en, String ru) {
        return function(name, "time:TIME calendar:CALENDAR?", Type.NUMBER, course, en, ru, o -> {
            Getter.Whole time = o.whole(0);
            WorkingCalendar calendar = o.calendar();
            return (Getter.Number) (subject, scene) -> {
                long at = time.whole(subject, scene);
                return Undefined.is(at) ? Undefined.DOUBLE : part.applyAsInt(calendar.dateOf(at));
            };
        });
    }
}
