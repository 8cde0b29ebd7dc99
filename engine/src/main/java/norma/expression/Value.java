package norma.expression;

import org.jspecify.annotations.Nullable;

/**
 * A value with its type, boxed: for traces and reports, never for judging.
 *
 * @param raw Long for money and time, Double for other numbers, String for texts, {@link Truth} for conditions; null when
 *     undefined (an undefined condition is {@link Truth#UNDEFINED})
 */
public record Value(Type type, @Nullable Object raw) {

    public boolean defined() {
        return raw != null && raw != Truth.UNDEFINED;
    }

    static Value of(Type type, Getter getter, Object subject, Scene scene) {
        if (getter instanceof Getter.Whole whole) {
            long value = whole.whole(subject, scene);
            return new Value(type, Undefined.is(value) ? null : (Object) value);
        }
        if (getter instanceof Getter.Number number) {
            double value = number.number(subject, scene);
            return new Value(type, Undefined.is(value) ? null : (Object) value);
        }
        if (getter instanceof Getter.Words words) return new Value(type, words.words(subject, scene));
        return new Value(type, ((Getter.Condition) getter).truth(subject, scene));
    }
}
