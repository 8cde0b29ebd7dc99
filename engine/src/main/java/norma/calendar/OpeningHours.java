package norma.calendar;

import java.time.Duration;
import java.time.LocalTime;

/** Hours of a day in milliseconds from local midnight: opens <= lunchFrom <= lunchTo <= closes <= 24 hours. */
record OpeningHours(long opens, long lunchFrom, long lunchTo, long closes) {

    OpeningHours {
        if (opens < 0 || opens > lunchFrom || lunchFrom > lunchTo || lunchTo > closes || closes > LocalDays.MILLIS) {
            throw new IllegalArgumentException("hours out of order: opens, lunch from, lunch to, closes");
        }
    }

    /** Without a lunch break. Closing at 00:00 is closing at the end of the day. */
    static OpeningHours of(LocalTime opens, LocalTime closes) {
        long end = endOfDayIsMidnight(closes);
        return new OpeningHours(millis(opens), end, end, end);
    }

    OpeningHours lunch(LocalTime from, LocalTime to) {
        return new OpeningHours(opens, millis(from), endOfDayIsMidnight(to), closes);
    }

    OpeningHours closingEarlier(Duration by) {
        long end = Math.max(opens, closes - by.toMillis());
        return new OpeningHours(opens, Math.min(lunchFrom, end), Math.min(lunchTo, end), end);
    }

    long length() {
        return lunchFrom - opens + closes - lunchTo;
    }

    private static long millis(LocalTime time) {
        return time.toNanoOfDay() / 1_000_000;
    }

    private static long endOfDayIsMidnight(LocalTime time) {
        return time.equals(LocalTime.MIDNIGHT) ? LocalDays.MILLIS : millis(time);
    }
}
