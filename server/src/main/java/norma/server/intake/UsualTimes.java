package norma.server.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import norma.expression.Undefined;
import norma.server.intake.TimePattern.Written;
import org.jspecify.annotations.Nullable;

/**
 * Times as most exports write them: {@code 2026-11-20}, or {@code 2026-11-20T09:00:00} with or without a fraction of a second
 * and with or without a {@code Z} or an offset. The formatter that reads every form of ISO 8601 tries each of its options
 * anew, and twice: that was half of the time of reading a file.
 */
final class UsualTimes {

    private static final String DATE = "0000-00-00";
    private static final String SECONDS = "0000-00-00T00:00:00";
    private static final String OFFSET = "+00:00";
    private static final int MOST_HOURS = 17; // of an offset: up to 18:00 there are, and the formatter knows the last
    private static final int[] NANOS = {
        1_000_000_000, 100_000_000, 10_000_000, 1_000_000, 100_000, 10_000, 1_000, 100, 10, 1
    };

    private UsualTimes() {}

    /** Null for any other form, and for what is no time: the formatter decides about those. */
    static @Nullable Written read(String text) {
        int length = text.length();
        try {
            if (length == DATE.length() && fits(text, 0, DATE)) return date(text);
            if (length < SECONDS.length() || !fits(text, 0, SECONDS)) return null;
            int at = SECONDS.length();
            int nanos = 0;
            if (at < length && text.charAt(at) == '.') {
                int digits = digits(text, ++at);
                if (digits < 1 || digits >= NANOS.length) return null;
                nanos = number(text, at, at + digits) * NANOS[digits];
                at += digits;
            }
            LocalDateTime local = LocalDateTime.of(
                    number(text, 0, 4),
                    number(text, 5, 7),
                    number(text, 8, 10),
                    number(text, 11, 13),
                    number(text, 14, 16),
                    number(text, 17, 19),
                    nanos);
            if (at == length) return new Written(Undefined.LONG, local, false);
            int offset = offset(text, at);
            if (offset == Integer.MIN_VALUE) return null;
            long second = local.toEpochSecond(ZoneOffset.UTC) - offset * 60L;
            return new Written(second * 1000 + nanos / 1_000_000, null, false);
        } catch (DateTimeException noSuchTime) {
            return null;
        }
    }

    private static Written date(String text) {
        LocalDate date = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
        return new Written(Undefined.LONG, date.atStartOfDay(), true);
    }

    /** In minutes; the least number for anything that is none. */
    private static int offset(String text, int at) {
        if (text.length() == at + 1 && text.charAt(at) == 'Z') return 0;
        if (text.length() != at + OFFSET.length() || !fits(text, at, OFFSET)) return Integer.MIN_VALUE;
        int hours = number(text, at + 1, at + 3);
        int minutes = number(text, at + 4, at + 6);
        if (hours > MOST_HOURS || minutes > 59) return Integer.MIN_VALUE;
        return (text.charAt(at) == '-' ? -1 : 1) * (hours * 60 + minutes);
    }

    private static boolean fits(String text, int from, String shape) {
        for (int i = 0; i < shape.length(); i++) if (!fits(text.charAt(from + i), shape.charAt(i))) return false;
        return true;
    }

    private static boolean fits(char c, char shape) {
        if (shape == '0') return c >= '0' && c <= '9';
        return c == shape || (shape == 'T' && c == ' ') || (shape == '+' && c == '-');
    }

    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') at++;
        return at - from;
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) number = number * 10 + text.charAt(i) - '0';
        return number;
    }
}
