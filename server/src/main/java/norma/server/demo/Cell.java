package norma.server.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** How values are written in the export; an absent value is an empty cell. */
final class Cell {

    private Cell() {}

    static String of(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    static String day(@Nullable LocalDate day) {
        return of(day);
    }

    /** Local time of the company, to the minute: {@code 2026-11-20 14:05}. */
    static String time(@Nullable LocalDateTime time) {
        return time == null ? "" : time.toLocalDate() + " " + two(time.getHour()) + ":" + two(time.getMinute());
    }

    /** The way a local spreadsheet writes a date: {@code 20.11.2026}. */
    static String localDay(@Nullable LocalDate day) {
        return day == null ? "" : two(day.getDayOfMonth()) + "." + two(day.getMonthValue()) + "." + day.getYear();
    }

    /** Kopecks as roubles with two decimals. */
    static String money(long kopecks) {
        return (kopecks < 0 ? "-" : "") + Math.abs(kopecks) / 100 + "." + two((int) (Math.abs(kopecks) % 100));
    }

    static String number(int value, int digits) {
        return "0".repeat(Math.max(0, digits - Integer.toString(value).length())) + value;
    }

    private static String two(int value) {
        return number(value, 2);
    }
}
