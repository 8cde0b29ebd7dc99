package norma.deviation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import norma.diagnostics.Text;
import norma.expression.Truth;
import norma.expression.Value;
import norma.standard.Model;

/** Writes values as a user of one language reads them, with their units. */
public final class Wording {

    private static final BigDecimal LARGE = BigDecimal.valueOf(10_000);
    private static final char THOUSANDS = '\u00a0';
    private static final Map<String, String> SIGNS = Map.of("RUB", "₽", "USD", "$", "EUR", "€", "KZT", "₸");

    private final Model model;
    private final Locale locale;

    public Wording(Model model, Locale locale) {
        this.model = model;
        this.locale = locale;
    }

    public boolean russian() {
        return locale.getLanguage().equals("ru");
    }

    /** The value with its unit; a dash when undefined. */
    public String of(Value value) {
        Object raw = value.raw();
        if (raw == null || raw == Truth.UNDEFINED) return "—";
        if (raw instanceof Truth truth) return truth == Truth.TRUE ? say("yes", "да") : say("no", "нет");
        return switch (value.type().kind()) {
            case MONEY -> money((Long) raw);
            case TIME -> time((Long) raw);
            case PERCENT -> decimal((Double) raw * 100, 1) + (russian() ? THOUSANDS + "%" : "%");
            case DAYS ->
                decimal((Double) raw, 1) + ' ' + plural(asShown((Double) raw), "day", "days", "день", "дня", "дней");
            case WORKING_DAYS ->
                decimal((Double) raw, 1)
                        + ' '
                        + plural(
                                asShown((Double) raw),
                                "working day",
                                "working days",
                                "рабочий день",
                                "рабочих дня",
                                "рабочих дней");
            case HOURS -> decimal((Double) raw, 1) + say(" h", " ч");
            case WORKING_HOURS -> decimal((Double) raw, 1) + say(" working h", " рабочих ч");
            case NUMBER, COUNT -> decimal((Double) raw, 2);
            default -> model.title(value.type().domain(), String.valueOf(raw)).in(locale);
        };
    }

    /** An amount, in 1/10000 of the currency's unit; kopecks and cents only of small amounts that have any. */
    public String money(long amount) {
        BigDecimal exact = BigDecimal.valueOf(amount, 4);
        boolean large = exact.abs().compareTo(LARGE) >= 0;
        BigDecimal shown = exact.setScale(large ? 0 : 2, RoundingMode.HALF_EVEN);
        if (shown.stripTrailingZeros().scale() <= 0) shown = shown.setScale(0, RoundingMode.UNNECESSARY);
        String sign = SIGNS.getOrDefault(model.currency(), model.currency());
        return model.currency().equals("XXX") ? grouped(shown) : grouped(shown) + THOUSANDS + sign;
    }

    /** A date in the firm's zone, with the time of day unless that is midnight. */
    public String time(long epochMilli) {
        ZonedDateTime local = local(epochMilli);
        String date = date(local.toLocalDate());
        boolean midnight = local.toLocalTime().equals(LocalTime.MIDNIGHT);
        return midnight
                ? date
                : date + DateTimeFormatter.ofPattern(" HH:mm", Locale.ROOT).format(local);
    }

    /** The date in the firm's zone. */
    public String date(long epochMilli) {
        return date(local(epochMilli).toLocalDate());
    }

    public String date(LocalDate date) {
        return DateTimeFormatter.ofPattern(russian() ? "dd.MM.yyyy" : "yyyy-MM-dd", Locale.ROOT)
                .format(date);
    }

    private ZonedDateTime local(long epochMilli) {
        return Instant.ofEpochMilli(epochMilli).atZone(model.calendar().zone());
    }

    /** A noun goes with the number that is read, which has at most one decimal. */
    private static double asShown(double value) {
        return Math.rint(value * 10) / 10;
    }

    public String decimal(double value, int digits) {
        if (Double.isInfinite(value)) return "∞";
        BigDecimal shown = BigDecimal.valueOf(value)
                .setScale(digits, RoundingMode.HALF_EVEN)
                .stripTrailingZeros();
        return grouped(shown.scale() < 0 ? shown.setScale(0, RoundingMode.UNNECESSARY) : shown);
    }

    private String grouped(BigDecimal number) {
        String plain = number.abs().toPlainString();
        int point = plain.indexOf('.');
        String whole = point < 0 ? plain : plain.substring(0, point);
        StringBuilder out = new StringBuilder(number.signum() < 0 ? "−" : "");
        for (int i = 0; i < whole.length(); i++) {
            if (i > 0 && (whole.length() - i) % 3 == 0) out.append(THOUSANDS);
            out.append(whole.charAt(i));
        }
        if (point >= 0) out.append(russian() ? ',' : '.').append(plain.substring(point + 1));
        return out.toString();
    }

    /** The form of a noun that goes with a number; Russian has three, and a fraction takes the second. */
    public String plural(double n, String one, String many, String odin, String dva, String pyat) {
        if (!russian()) return n == 1 ? one : many;
        if (n != Math.rint(n)) return dva;
        long last = (long) Math.abs(n) % 100;
        if (last >= 11 && last <= 14) return pyat;
        return switch ((int) (last % 10)) {
            case 1 -> odin;
            case 2, 3, 4 -> dva;
            default -> pyat;
        };
    }

    public String say(Text text) {
        return text.in(locale);
    }

    private String say(String en, String ru) {
        return russian() ? ru : en;
    }
}
