package norma.judge;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import norma.deviation.Deviation;
import norma.deviation.Deviation.Evidence;
import norma.deviation.Episode;
import norma.deviation.Wording;
import norma.diagnostics.Text;
import norma.expression.Type;
import norma.expression.Value;
import norma.fact.Fact;
import norma.fact.Money;
import norma.standard.Model;

/** Puts into words what DRL rules found: the deviation with its message, evidence and stake. */
final class DrlWriter {

    private final Wording english;
    private final Wording russian;

    DrlWriter(Model model) {
        this.english = new Wording(model, Locale.ENGLISH);
        this.russian = new Wording(model, new Locale("ru"));
    }

    /**
     * @param since when it was first matched, epoch milliseconds
     * @throws ArithmeticException when a number is too large
     */
    Deviation write(DrlMatch match, long since) {
        DrlRules.Declared declared = match.declared();
        Fact subject = match.subject();
        return new Deviation(
                declared.id(),
                new Deviation.About(subject.type().name(), subject.id(), subject.name()),
                Map.of(),
                match.severity(),
                Episode.State.ACTIVE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                since,
                since,
                stake(match),
                declared.title(),
                new Text(
                        declared.en().filled(place -> filled(place, match, english)),
                        declared.ru().filled(place -> filled(place, match, russian))),
                evidence(match),
                declared.version());
    }

    private static Optional<Long> stake(DrlMatch match) {
        return Optional.ofNullable(match.variables().get("stake"))
                .filter(value -> value instanceof Number && isDefined(value))
                .map(number -> money((Number) number));
    }

    private static long money(Number number) {
        BigDecimal exact = number instanceof BigDecimal decimal ? decimal : BigDecimal.valueOf(number.doubleValue());
        return Money.of(exact.setScale(4, RoundingMode.HALF_EVEN));
    }

    /** Facts have undefined numbers as NaN. */
    private static boolean isDefined(Object value) {
        return !(value instanceof Number number) || Double.isFinite(number.doubleValue());
    }

    private static List<Evidence> evidence(DrlMatch match) {
        List<Evidence> evidence = new ArrayList<>();
        match.variables().forEach((name, value) -> {
            if (value instanceof Number number && isDefined(value))
                evidence.add(new Evidence(name, new Value(Type.NUMBER, number.doubleValue())));
            else if (value instanceof String text) evidence.add(new Evidence(name, new Value(Type.TEXT, text)));
            else if (value instanceof Instant time)
                evidence.add(new Evidence(name, new Value(Type.TIME, time.toEpochMilli())));
        });
        return List.copyOf(evidence);
    }

    private static String filled(DrlMessage.Place place, DrlMatch match, Wording wording) {
        Object value = match.variables().get(place.name());
        if (value == null && place.name().equals("title")) value = match.subject();
        if (value == null || !isDefined(value)) return "—";
        return worded(place.isNegated() ? negated(value) : value, place.format(), wording);
    }

    private static Object negated(Object value) {
        if (value instanceof BigDecimal decimal) return decimal.negate();
        return value instanceof Number number ? (Object) (-number.doubleValue()) : value;
    }

    private static String worded(Object value, String format, Wording wording) {
        if (value instanceof Fact fact) return fact.name();
        if (value instanceof LocalDate date) return wording.date(date);
        if (value instanceof Instant time) return time(time.toEpochMilli(), format, wording);
        if (!(value instanceof Number number)) return String.valueOf(value);
        return switch (format) {
            case "money" -> wording.money(money(number));
            case "percent" -> wording.of(new Value(Type.PERCENT, number.doubleValue()));
            case "date", "time" -> time(number.longValue(), format, wording);
            default -> wording.decimal(number.doubleValue(), 2);
        };
    }

    private static String time(long epochMilli, String format, Wording wording) {
        return format.equals("date") ? wording.date(epochMilli) : wording.time(epochMilli);
    }
}
