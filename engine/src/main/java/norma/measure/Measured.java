package norma.measure;

import java.util.Optional;
import norma.diagnostics.Text;
import norma.expression.Expression;
import norma.expression.Scene;
import norma.expression.Undefined;
import norma.fact.Fact;
import norma.fact.Money;
import norma.standard.Kpi;
import norma.standard.Method;
import org.jspecify.annotations.Nullable;

/**
 * A value and what it was made of, boxed as in {@link norma.fact.Values}: Long for money and times, String for classes,
 * Double for everything else, percent as a fraction.
 *
 * @param value null when undefined, and only then
 * @param numerator null where the kind of KPI has none
 * @param denominator null where the kind of KPI has none
 * @param cases how many counted
 * @param leftOut how many did not although they are cases: they have no value, or their time is not over yet
 * @param undefined why there is no value; present when value is null, and only then
 */
public record Measured(
        @Nullable Object value,
        @Nullable Object numerator,
        @Nullable Object denominator,
        long cases,
        long leftOut,
        Optional<Text> undefined) {

    public Measured {
        if ((value == null) != undefined.isPresent()) throw new IllegalArgumentException("a reason instead of a value");
    }

    public Measured(
            @Nullable Object value,
            @Nullable Object numerator,
            @Nullable Object denominator,
            long cases,
            Optional<Text> undefined) {
        this(value, numerator, denominator, cases, 0, undefined);
    }

    static Measured of(Object value, long cases, long leftOut) {
        return new Measured(value, null, null, cases, leftOut, Optional.empty());
    }

    static Measured undefined(Text reason, long cases, long leftOut) {
        return new Measured(null, null, null, cases, leftOut, Optional.of(reason));
    }

    Measured outOf(@Nullable Object newNumerator, @Nullable Object newDenominator) {
        return new Measured(value, newNumerator, newDenominator, cases, leftOut, undefined);
    }

    /** The value of an expression, boxed; null when undefined. */
    static @Nullable Object value(Expression expression, Object subject, Scene scene) {
        if (expression.type().words()) return expression.words(subject, scene);
        if (expression.type().whole()) {
            long whole = expression.whole(subject, scene);
            return Undefined.is(whole) ? null : (Object) whole;
        }
        double number = expression.number(subject, scene);
        return Undefined.is(number) ? null : (Object) number;
    }

    /** The value that a subject has for itself. */
    static Measured own(Kpi kpi, Method.OfSubject own, Object subject, Scene scene) {
        if (!(subject instanceof Fact fact) || fact.type() != kpi.of()) return undefined(Reasons.noCut(kpi), 0, 0);
        if (kpi.onlyIf().isPresent() && !kpi.onlyIf().get().holds(fact, scene))
            return undefined(Reasons.NOT_COUNTED, 0, 0);
        Object value = value(own.value(), fact, scene);
        return value == null ? undefined(Reasons.NO_VALUE, 0, 1) : of(value, 1, 0);
    }

    public boolean isDefined() {
        return value != null;
    }

    /** For money and times; {@link Undefined#LONG} when undefined or of another kind. */
    public long whole() {
        return value instanceof Long whole ? whole : Undefined.LONG;
    }

    /** For other numbers; NaN when undefined or of another kind. */
    public double number() {
        return value instanceof Double number ? number : Undefined.DOUBLE;
    }

    /**
     * What an expression reads by a KPI's name as a number: the value, or a part of it such as {@code win_rate.cases}; an
     * amount that is a part in units of the currency.
     */
    double part(String name) {
        int dot = name.indexOf('.');
        return switch (dot < 0 ? "" : name.substring(dot + 1)) {
            case "cases" -> cases;
            case "numerator" -> units(numerator);
            case "denominator" -> units(denominator);
            default -> number();
        };
    }

    private static double units(@Nullable Object part) {
        if (part instanceof Long money) return money / (double) Money.UNIT;
        return part instanceof Double number ? number : Undefined.DOUBLE;
    }

    /** For classes; null when undefined or of another kind. */
    public @Nullable String words() {
        return value instanceof String words ? words : null;
    }
}
