package norma.server.intake;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import norma.diagnostics.Text;
import norma.expression.Undefined;
import org.jspecify.annotations.Nullable;

/** One way to write a time: {@code iso}, {@code epoch_seconds}, {@code epoch_millis}, or letters of java.time. */
final class TimePattern {

    /** A pattern that can read no date; the text says why. */
    static final class Wrong extends Exception {
        private static final long serialVersionUID = 1;
        private final transient Text text;

        Wrong(String en, String ru) {
            super(en);
            this.text = new Text(en, ru);
        }

        Text text() {
            return text;
        }
    }

    /** What was written: an instant in epoch milliseconds, or a local time, or a date alone (then at 00:00). */
    record Written(long instant, @Nullable LocalDateTime moment, boolean dateAlone) {
        LocalDateTime local() {
            return java.util.Objects.requireNonNull(moment);
        }
    }

    private static final String ISO = "iso";
    private static final long LARGEST_EPOCH = 253_402_300_800_000L; // the year 10000

    private final String text;
    private final long epochUnit;
    private final DateTimeFormatter formatter;
    private final @Nullable PlainPattern plain;

    private TimePattern(String text, long epochUnit, DateTimeFormatter formatter) {
        this.text = text;
        this.epochUnit = epochUnit;
        this.formatter = formatter;
        this.plain = PlainPattern.of(text);
    }

    static TimePattern of(String text, Locale language) throws Wrong {
        if (text.equals(ISO)) return new TimePattern(text, 0, iso());
        if (text.equals("epoch_seconds")) return new TimePattern(text, 1000, DateTimeFormatter.ISO_INSTANT);
        if (text.equals("epoch_millis")) return new TimePattern(text, 1, DateTimeFormatter.ISO_INSTANT);
        String letters = letters(text);
        TimePattern pattern;
        try {
            DateTimeFormatterBuilder builder =
                    new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(strictYears(text));
            boolean monthAlone = letters.matches(".*[ML].*") && !letters.matches(".*[dD].*");
            if (monthAlone) builder.parseDefaulting(ChronoField.DAY_OF_MONTH, 1);
            pattern = new TimePattern(text, 0, builder.toFormatter(language).withResolverStyle(ResolverStyle.STRICT));
        } catch (IllegalArgumentException e) {
            throw new Wrong("'" + text + "' is no date pattern", "«" + text + "» — не шаблон даты");
        }
        pattern.check(letters);
        return pattern;
    }

    /** Writes a known time and reads it again: what is lost on the way, the pattern cannot read. */
    private void check(String letters) throws Wrong {
        ZonedDateTime sample = ZonedDateTime.of(2031, 11, 23, 15, 45, 30, 0, ZoneId.of("Europe/Moscow"));
        TemporalAccessor again = null;
        try {
            again = formatter.parse(formatter.format(sample));
        } catch (DateTimeException unreadable) {
            // told below
        }
        if (again == null || again.query(TemporalQueries.localDate()) == null)
            throw new Wrong(
                    "'" + text + "' gives no full date: yyyy is the year, MM the month, dd the day (mm are minutes)",
                    "«" + text + "» не даёт полной даты: yyyy — год, MM — месяц, dd — день (mm — минуты)");
        if (letters.matches(".*[HkhKms].*") && again.query(TemporalQueries.localTime()) == null)
            throw new Wrong(
                    "'" + text + "' gives no time of day: HH are hours of 24, hh of 12 and need a for am or pm",
                    "«" + text + "» не даёт времени суток: HH — часы из 24, hh — из 12 и требуют a (am или pm)");
    }

    String text() {
        return text;
    }

    boolean isIso() {
        return text.equals(ISO);
    }

    /** Null when the text is not written so. */
    @Nullable
    Written read(String written) {
        if (epochUnit > 0) return epoch(written);
        if (plain != null && plain.isLongerThan(written)) return null;
        Written usual = plain != null ? plain.read(written) : isIso() ? UsualTimes.read(written) : null;
        if (usual != null) return usual;
        ParsePosition position = new ParsePosition(0);
        TemporalAccessor loose = formatter.parseUnresolved(written, position);
        if (loose == null || position.getErrorIndex() >= 0 || position.getIndex() != written.length()) return null;
        TemporalAccessor found;
        try {
            found = formatter.parse(written);
        } catch (DateTimeException noSuchDate) {
            return null;
        }
        if (found.isSupported(ChronoField.INSTANT_SECONDS)) {
            long milli = found.getLong(ChronoField.INSTANT_SECONDS) * 1000;
            return new Written(milli + found.get(ChronoField.MILLI_OF_SECOND), null, false);
        }
        LocalDate date = found.query(TemporalQueries.localDate());
        LocalTime time = found.query(TemporalQueries.localTime());
        if (date == null) return null;
        return new Written(Undefined.LONG, date.atTime(time == null ? LocalTime.MIDNIGHT : time), time == null);
    }

    private @Nullable Written epoch(String written) {
        if (written.length() > 15 || !written.matches("-?[0-9]+")) return null;
        long milli = Long.parseLong(written) * epochUnit;
        return Math.abs(milli) >= LARGEST_EPOCH ? null : new Written(milli, null, false);
    }

    /** A date; after a space or a T a time; after it an offset or a zone. */
    private static DateTimeFormatter iso() {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .append(DateTimeFormatter.ISO_LOCAL_DATE)
                .appendPattern("[[' ']['T']")
                .append(DateTimeFormatter.ISO_LOCAL_TIME)
                .appendPattern("[' ']")
                .optionalStart()
                .appendZoneOrOffsetId()
                .optionalEnd()
                .appendPattern("[xx][x]")
                .appendPattern("['['VV']']]")
                .toFormatter(Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /** Strict reading knows the year of an era only together with its era. */
    private static String strictYears(String pattern) {
        if (letters(pattern).contains("G")) return pattern;
        StringBuilder out = new StringBuilder();
        boolean quoted = false;
        for (char c : pattern.toCharArray()) {
            if (c == '\'') quoted = !quoted;
            out.append(!quoted && c == 'y' ? 'u' : c);
        }
        return out.toString();
    }

    private static String letters(String pattern) {
        return pattern.replaceAll("'[^']*'", "");
    }
}
