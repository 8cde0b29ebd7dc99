package norma.server.intake;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import norma.expression.Undefined;
import norma.server.intake.TimePattern.Written;
import org.jspecify.annotations.Nullable;

/**
 * Times as most exports write them, {@code 2026-11-20T09:00:00} with or without a {@code Z}. The formatter that reads every
 * form of ISO 8601 tries each of its options anew, which was half of the time of reading a file.
 */
final class WholeSeconds {

    private static final String SHAPE = "0000-00-00T00:00:00";
    private static final int LOCAL = SHAPE.length();

    private WholeSeconds() {}

    /** Null for any other form, and for what is no time: the formatter decides about those. */
    static @Nullable Written read(String text) {
        boolean utc = text.length() == LOCAL + 1 && text.charAt(LOCAL) == 'Z';
        if (!utc && text.length() != LOCAL) return null;
        for (int i = 0; i < LOCAL; i++) if (!fits(text.charAt(i), SHAPE.charAt(i))) return null;
        try {
            LocalDateTime local = LocalDateTime.of(
                    number(text, 0, 4),
                    number(text, 5, 7),
                    number(text, 8, 10),
                    number(text, 11, 13),
                    number(text, 14, 16),
                    number(text, 17, 19));
            return utc
                    ? new Written(local.toEpochSecond(ZoneOffset.UTC) * 1000, null, false)
                    : new Written(Undefined.LONG, local, false);
        } catch (DateTimeException noSuchTime) {
            return null;
        }
    }

    private static boolean fits(char c, char shape) {
        if (shape == '0') return c >= '0' && c <= '9';
        return c == shape || (shape == 'T' && c == ' ');
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) number = number * 10 + text.charAt(i) - '0';
        return number;
    }
}
