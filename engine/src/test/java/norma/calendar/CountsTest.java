package norma.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.function.Predicate;
import java.util.function.Supplier;
import norma.calendar.Cases.Rules;
import org.junit.jupiter.api.Test;

/** Counts of random cases against the slowest and plainest computation of the same. */
class CountsTest {
    private static final long MINUTE = 60_000;

    @Test
    void workingAndCalendarDaysAreThoseOfALoopOverTheDates() {
        Cases cases = new Cases(20240301);
        for (int calendars = 0; calendars < 40; calendars++) {
            Rules rules = cases.rules();
            WorkingCalendar calendar = rules.calendar();
            for (int i = 0; i < 100; i++) {
                long from = cases.moment(1);
                long to = cases.moment(1);
                Pauses pauses = i % 3 == 0 ? Pauses.none() : cases.pauses(1);
                Supplier<String> message =
                        () -> rules + " " + Instant.ofEpochMilli(from) + " " + Instant.ofEpochMilli(to) + pauses;

                long working = dates(rules, from, to, pauses, rules::isWorking);
                assertEquals(working, calendar.workingDays(from, to, pauses), message);
                assertEquals(
                        dates(rules, from, to, pauses, date -> true), calendar.calendarDays(from, to, pauses), message);
                assertEquals(
                        working,
                        calendar.stretches(from, to, pauses).stream()
                                .mapToLong(Stretch::ticks)
                                .sum(),
                        message);
            }
        }
    }

    @Test
    void workingHoursAreThoseOfALoopOverTheMinutes() {
        Cases cases = new Cases(20260329);
        for (int i = 0; i < 150; i++) {
            Rules rules = cases.rules();
            WorkingCalendar calendar = rules.calendar();
            Pauses pauses = i % 3 == 0 ? Pauses.none() : cases.pauses(MINUTE);
            long from = cases.moment(MINUTE);
            long to = from + MINUTE * (i * 131L % 15_000);
            assertEquals(
                    minutes(rules, from, to, pauses) / 60.0,
                    calendar.workingHours(from, to, pauses),
                    1e-9,
                    () -> rules + " " + Instant.ofEpochMilli(from) + " " + Instant.ofEpochMilli(to) + pauses);
        }
    }

    @Test
    void elapsedTimeIsTheDifferenceWithoutThePauses() {
        Cases cases = new Cases(7);
        WorkingCalendar calendar = cases.rules().calendar();
        for (int i = 0; i < 1000; i++) {
            long from = cases.moment(1);
            long to = from + Math.abs(cases.moment(1) - from);
            Pauses pauses = cases.pauses(1);
            double expected = (to - from - pauses.overlap(from, to)) / 3_600_000.0;
            assertEquals(expected, calendar.hours(from, to, pauses), 1e-9);
            assertEquals(expected / 24, calendar.days(from, to, pauses), 1e-9);
            assertEquals(-expected, calendar.hours(to, from, pauses), 1e-9);
        }
    }

    private static long dates(Rules rules, long from, long to, Pauses pauses, Predicate<LocalDate> counts) {
        if (to < from) {
            return -dates(rules, to, from, pauses, counts);
        }
        LocalDate last = zoned(rules, to).toLocalDate();
        long count = 0;
        for (LocalDate date = zoned(rules, from).toLocalDate().plusDays(1);
                !date.isAfter(last);
                date = date.plusDays(1)) {
            long start = date.atStartOfDay(rules.zone()).toInstant().toEpochMilli();
            if (counts.test(date) && !isPaused(pauses, start)) {
                count++;
            }
        }
        return count;
    }

    private static long minutes(Rules rules, long from, long to, Pauses pauses) {
        long count = 0;
        for (long t = from; t < to; t += MINUTE) {
            ZonedDateTime local = zoned(rules, t);
            LocalDate date = local.toLocalDate();
            LocalTime time = local.toLocalTime();
            Duration open = Duration.between(rules.opens(), rules.closes());
            Duration early = rules.shortDays().getOrDefault(date, Duration.ZERO);
            LocalTime closes =
                    early.compareTo(open) > 0 ? rules.opens() : rules.closes().minus(early);
            boolean lunch = !time.isBefore(rules.lunchFrom()) && time.isBefore(rules.lunchTo());
            if (rules.isWorking(date)
                    && !time.isBefore(rules.opens())
                    && time.isBefore(closes)
                    && !lunch
                    && !isPaused(pauses, t)) {
                count++;
            }
        }
        return count;
    }

    private static boolean isPaused(Pauses pauses, long t) {
        return pauses.intervals().stream().anyMatch(pause -> pause.from() <= t && t < pause.to());
    }

    private static ZonedDateTime zoned(Rules rules, long t) {
        return Instant.ofEpochMilli(t).atZone(rules.zone());
    }
}
