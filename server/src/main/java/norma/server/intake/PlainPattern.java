package norma.server.intake;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import norma.expression.Undefined;
import norma.server.intake.TimePattern.Written;
import org.jspecify.annotations.Nullable;

/**
 * A pattern of nothing but digits that have their places, such as {@code dd.MM.yyyy HH:mm}: as most exports write dates. The
 * formatter of java.time reads them too, at many times the cost.
 */
final class PlainPattern {

    private static final String PARTS = "yMdHms";
    private static final int[] WIDTHS = {4, 2, 2, 2, 2, 2};

    private final String pattern;
    private final boolean timed;

    private PlainPattern(String pattern, boolean timed) {
        this.pattern = pattern;
        this.timed = timed;
    }

    /** Null where the pattern says anything more, or not enough: that is for java.time to read. */
    static @Nullable PlainPattern of(String pattern) {
        String plain = pattern.replace("'T'", "\0");
        int[] found = new int[PARTS.length()];
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            int part = PARTS.indexOf(c);
            if (part < 0) {
                if (Character.isLetterOrDigit(c) || "'[]{}#".indexOf(c) >= 0) return null;
                continue;
            }
            if (found[part] > 0 && plain.charAt(i - 1) != c) return null;
            found[part]++;
        }
        boolean timed = found[3] > 0;
        for (int part = 0; part < found.length; part++) {
            boolean absent = part > 2 && (!timed || part == 5) && found[part] == 0;
            if (found[part] != WIDTHS[part] && !absent || part > 2 && !timed && found[part] > 0) return null;
        }
        return new PlainPattern(plain.replace('\0', 'T'), timed);
    }

    /** Whether a text is too short to be written so, however it is read. */
    boolean isLongerThan(String text) {
        return text.length() < pattern.length();
    }

    /** Null when the digits are not where they should be, or are no time: the formatter decides about that. */
    @Nullable
    Written read(String text) {
        if (text.length() != pattern.length()) return null;
        int[] parts = new int[PARTS.length()];
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int part = PARTS.indexOf(pattern.charAt(i));
            if (part < 0 ? c != pattern.charAt(i) : c < '0' || c > '9') return null;
            if (part >= 0) parts[part] = parts[part] * 10 + c - '0';
        }
        try {
            LocalDateTime local = LocalDateTime.of(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5]);
            return new Written(Undefined.LONG, local, !timed);
        } catch (DateTimeException noSuchTime) {
            return null;
        }
    }
}
