package norma.server.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import norma.expression.Type;
import norma.fact.Money;
import norma.server.intake.Formats.Percent;

/** Turns texts of one source into values of fields; used by one thread. */
final class Conversions {

    /** One text to one value, boxed as {@link norma.fact.Values} says. */
    @FunctionalInterface
    interface Conversion {
        Object of(String text) throws Unreadable;
    }

    private static final int SHOWN = 6;

    private final Formats formats;
    private final Map<String, List<String>> domains;
    private final Numerals numerals;
    private final Moments moments;

    Conversions(Formats formats, Map<String, List<String>> domains) {
        this.formats = formats;
        this.domains = domains;
        this.numerals = new Numerals(formats.decimal(), formats.group());
        this.moments = new Moments(formats.dates(), formats.zone());
    }

    Moments moments() {
        return moments;
    }

    Conversion to(Type type) {
        return switch (type.kind()) {
            case TIME -> moments::read;
            case MONEY -> this::money;
            case COUNT -> this::count;
            case PERCENT -> this::percent;
            case TRUTH -> this::truth;
            case TEXT -> choice(type);
            case REFERENCE -> text -> text;
            case NUMBER, DAYS, WORKING_DAYS, HOURS, WORKING_HOURS ->
                text -> numerals.read(text).doubleValue();
        };
    }

    private Conversion choice(Type type) {
        List<String> allowed = type.enumerated() ? domains.get(type.domain()) : null;
        if (allowed == null) return text -> text;
        Set<String> values = new HashSet<>(allowed);
        String some = String.join(", ", allowed.subList(0, Math.min(SHOWN, allowed.size())));
        String shown = allowed.size() > SHOWN ? some + " …" : some;
        return text -> {
            if (values.contains(text)) return text;
            throw new Unreadable(
                    Reason.UNKNOWN_VALUE,
                    "no value of " + type.domain() + " (" + shown + ")",
                    "не значение " + type.domain() + " (" + shown + ")");
        };
    }

    private Object money(String text) throws Unreadable {
        BigDecimal amount = numerals.read(text);
        if (formats.rounding() != RoundingMode.UNNECESSARY) amount = amount.setScale(Money.SCALE, formats.rounding());
        if (amount.stripTrailingZeros().scale() > Money.SCALE)
            throw new Unreadable(
                    Reason.TOO_FINE,
                    "finer than 1/10000: declare money_rounding if that is meant",
                    "мельче 1/10000: если так и нужно, задайте money_rounding");
        try {
            return Money.of(amount);
        } catch (ArithmeticException e) {
            throw new Unreadable(Reason.TOO_LARGE, "outside of ±922 trillion", "вне пределов ±922 триллионов");
        }
    }

    private Object count(String text) throws Unreadable {
        BigDecimal number = numerals.read(text);
        if (number.stripTrailingZeros().scale() > 0)
            throw new Unreadable(Reason.NOT_WHOLE, "not a whole number", "не целое число");
        return number.doubleValue();
    }

    private Object percent(String text) throws Unreadable {
        if (text.endsWith("%"))
            return numerals.read(text.substring(0, text.length() - 1).strip())
                    .movePointLeft(2)
                    .doubleValue();
        BigDecimal number = numerals.read(text);
        if (formats.percent() == Percent.UNCLEAR && number.signum() != 0)
            throw new Unreadable(
                    Reason.PERCENT_UNCLEAR,
                    "without a % sign: declare percent: points (35 is 35%) or percent: fraction (0.35 is 35%)",
                    "без знака %: задайте percent: points (35 — это 35%) или percent: fraction (0.35 — это 35%)");
        return formats.percent() == Percent.POINTS ? number.movePointLeft(2).doubleValue() : number.doubleValue();
    }

    private Object truth(String text) throws Unreadable {
        String word = text.toLowerCase(Locale.ROOT);
        if (formats.yes().contains(word)) return true;
        if (formats.no().contains(word)) return false;
        throw new Unreadable(
                Reason.NOT_A_TRUTH,
                "neither yes nor no: declare its words in truth",
                "ни да, ни нет: задайте слова в truth");
    }
}
