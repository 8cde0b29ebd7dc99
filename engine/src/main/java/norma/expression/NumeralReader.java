package norma.expression;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import norma.diagnostics.check.TooLong;
import norma.expression.check.Grammar;

/** Reads a number with its unit: {@code 10}, {@code 1_000_000}, {@code 2.5}, {@code 60%}, {@code 10d}, {@code 3wd}. */
final class NumeralReader {

    /** What a literal may be followed by. */
    static final Map<String, Type> UNITS = Map.of(
            "%", Type.PERCENT,
            "d", Type.DAYS,
            "wd", Type.WORKING_DAYS,
            "h", Type.HOURS,
            "wh", Type.WORKING_HOURS);

    private static final int DIGITS = 14;
    private static final int DECIMALS = 9;

    private final String text;
    private final Report report;
    private final int from;
    private int at;

    NumeralReader(String text, int from, Report report) {
        this.text = text;
        this.from = from;
        this.at = from;
        this.report = report;
    }

    /** Where the number ends, after {@link #read}. */
    int end() {
        return at;
    }

    /** Empty when it was reported. */
    Optional<Token.Numeral> read() {
        String digits = digits();
        String decimals = "";
        if (at + 1 < text.length() && text.charAt(at) == '.' && digit(text, at + 1)) {
            at++;
            decimals = digits();
        }
        int unitFrom = at;
        if (at < text.length() && text.charAt(at) == '%') at++;
        else while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) at++;
        String unit = text.substring(unitFrom, at);
        if (digits.length() > DIGITS || decimals.length() > DECIMALS) {
            report.add(TooLong.number(report.span(from, at), DIGITS, DECIMALS));
            return Optional.empty();
        }
        if (!unit.isEmpty() && !UNITS.containsKey(unit)) {
            report.add(Grammar.noUnit(report.span(unitFrom, at), unit));
            return Optional.empty();
        }
        BigDecimal value = new BigDecimal(decimals.isEmpty() ? digits : digits + "." + decimals);
        if (unit.equals("%")) value = value.movePointLeft(2);
        return Optional.of(new Token.Numeral(from, at, value, Optional.ofNullable(UNITS.get(unit))));
    }

    private String digits() {
        int start = at;
        while (digit(text, at) || (at < text.length() && text.charAt(at) == '_' && digit(text, at + 1))) at++;
        return text.substring(start, at).replace("_", "");
    }

    static boolean digit(String text, int index) {
        return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
    }
}
