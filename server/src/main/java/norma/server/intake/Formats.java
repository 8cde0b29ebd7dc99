package norma.server.intake;

import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How a source writes values. Small letters in {@code yes} and {@code no}.
 *
 * @param group between thousands; empty for none
 * @param rounding of money finer than 1/10000; {@link RoundingMode#UNNECESSARY} rejects it
 */
record Formats(
        ZoneId zone,
        Locale language,
        List<TimePattern> dates,
        char decimal,
        String group,
        Percent percent,
        Set<String> yes,
        Set<String> no,
        Set<String> nulls,
        boolean trim,
        RoundingMode rounding) {

    /** What a bare number means where a percentage is wanted; with a percent sign it is always a percentage. */
    enum Percent {
        UNCLEAR,
        FRACTION,
        POINTS
    }

    static Formats of(ZoneId zone) {
        try {
            return new Formats(
                    zone,
                    Locale.ENGLISH,
                    List.of(TimePattern.of("iso", Locale.ENGLISH)),
                    '.',
                    "",
                    Percent.UNCLEAR,
                    Set.of("true", "yes", "y", "1", "да", "истина"),
                    Set.of("false", "no", "n", "0", "нет", "ложь"),
                    Set.of(""),
                    true,
                    RoundingMode.UNNECESSARY);
        } catch (TimePattern.Wrong e) {
            throw new IllegalStateException(e);
        }
    }
}
