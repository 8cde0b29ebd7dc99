package norma.expression;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.regex.Pattern;
import norma.calendar.WorkingCalendar;

/** Reads times out of texts by a pattern; a date without a time of day is its start, in the calendar's zone. */
final class WrittenTime {

    private WrittenTime() {}

    /** What the letters of a pattern may be; quoted parts are left out. */
    private static final Pattern LETTERS = Pattern.compile("([^\\p{Alpha}']|[uyMdEaHhmsSXxZzVO]|'[^']*')+");

    /** @throws IllegalArgumentException when the pattern means nothing */
    static DateTimeFormatter formatter(String pattern) {
        if (!LETTERS.matcher(pattern).matches()) throw new IllegalArgumentException(pattern);
        // Strict resolving refuses 31.02, and needs “u” for the year where people write “y”.
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern.replace('y', 'u'))
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    static Getter getter(Getter.Words text, String pattern, WorkingCalendar calendar) {
        DateTimeFormatter formatter = formatter(pattern);
        ZoneId zone = calendar.zone();
        return (Getter.Whole) (subject, scene) -> {
            String written = text.words(subject, scene);
            return written == null ? Undefined.LONG : read(written.strip(), formatter, zone);
        };
    }

    private static long read(String written, DateTimeFormatter formatter, ZoneId zone) {
        try {
            TemporalAccessor parts = formatter.parse(written);
            LocalDate date = parts.query(TemporalQueries.localDate());
            if (date == null) return Undefined.LONG;
            LocalTime time = parts.query(TemporalQueries.localTime());
            ZoneId ownZone = parts.query(TemporalQueries.zone());
            ZoneId in = ownZone == null ? zone : ownZone;
            ZonedDateTime at =
                    time == null ? date.atStartOfDay(in) : date.atTime(time).atZone(in);
            return at.toInstant().toEpochMilli();
        } catch (DateTimeException | ArithmeticException e) {
            return Undefined.LONG;
        }
    }
}
