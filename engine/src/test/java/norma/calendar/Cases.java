package norma.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import norma.diagnostics.Text;

/** Seeded calendars, pauses and moments around 2024, and the plain rules that they were made from. */
final class Cases {
    private static final List<String> ZONES = List.of(
            "Europe/Moscow",
            "Europe/Berlin",
            "Asia/Almaty",
            "America/New_York",
            "Australia/Lord_Howe",
            "Pacific/Chatham");
    private static final LocalDate FIRST = LocalDate.of(2023, 12, 1);
    private static final int DAYS = 500;

    private final Random random;

    Cases(long seed) {
        this.random = new Random(seed);
    }

    /** What a calendar was told, as the naive computations read it. */
    record Rules(
            ZoneId zone,
            Set<DayOfWeek> week,
            Set<LocalDate> holidays,
            Set<LocalDate> working,
            Map<LocalDate, Duration> shortDays,
            LocalTime opens,
            LocalTime lunchFrom,
            LocalTime lunchTo,
            LocalTime closes) {

        boolean isWorking(LocalDate date) {
            return working.contains(date) || (week.contains(date.getDayOfWeek()) && !holidays.contains(date));
        }

        WorkingCalendar calendar() {
            CalendarBuilder builder = WorkingCalendar.named("random")
                    .zone(zone)
                    .week(week)
                    .hours(opens, closes)
                    .lunch(lunchFrom, lunchTo);
            holidays.forEach(date -> builder.holiday(date, Text.same("holiday")));
            working.forEach(builder::working);
            shortDays.forEach(builder::shortDay);
            return builder.build();
        }
    }

    Rules rules() {
        Set<DayOfWeek> week = EnumSet.noneOf(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (random.nextInt(7) < 5) {
                week.add(day);
            }
        }
        Set<LocalDate> working = dates(20);
        Set<LocalDate> holidays = dates(40);
        holidays.removeAll(working);
        Map<LocalDate, Duration> shortDays = new HashMap<>();
        dates(20).forEach(date -> shortDays.put(date, Duration.ofMinutes(random.nextInt(600))));
        int opens = random.nextInt(4, 11);
        int lunch = opens + random.nextInt(1, 5);
        return new Rules(
                ZoneId.of(ZONES.get(random.nextInt(ZONES.size()))),
                week,
                holidays,
                working,
                shortDays,
                LocalTime.of(opens, 15 * random.nextInt(4)),
                LocalTime.of(lunch, 0),
                LocalTime.of(lunch, 15 * random.nextInt(4)),
                LocalTime.of(lunch + random.nextInt(1, 8), 0));
    }

    /** None, some within the time of the cases, and now and then one without beginning or end. */
    Pauses pauses(long step) {
        List<Interval> intervals = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            long from = moment(step);
            intervals.add(new Interval(from, from + step * random.nextInt((int) (20 * LocalDays.MILLIS / step))));
        }
        if (random.nextInt(10) == 0) {
            intervals.add(new Interval(moment(step), Long.MAX_VALUE));
        }
        if (random.nextInt(10) == 0) {
            intervals.add(new Interval(Long.MIN_VALUE, moment(step)));
        }
        return Pauses.of(intervals);
    }

    /** A moment that is a multiple of the step, often the very start of a day. */
    long moment(long step) {
        long day = FIRST.toEpochDay() + random.nextInt(DAYS);
        long within = random.nextInt(4) == 0 ? 0 : random.nextInt((int) LocalDays.MILLIS);
        return Math.floorDiv(day * LocalDays.MILLIS + within, step) * step;
    }

    double limit(int scale) {
        double limit = (random.nextDouble() - 0.3) * scale;
        return random.nextBoolean() ? Math.rint(limit) : limit;
    }

    private Set<LocalDate> dates(int count) {
        Set<LocalDate> dates = new HashSet<>();
        for (int i = 0; i < count; i++) {
            dates.add(FIRST.plusDays(random.nextInt(DAYS)));
        }
        return dates;
    }
}
