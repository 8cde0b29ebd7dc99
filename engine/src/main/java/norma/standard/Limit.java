package norma.standard;

import java.util.Comparator;
import norma.expression.Type;

/**
 * A value to compare with, in a KPI's unit.
 *
 * @param whole for money and times, exact; otherwise without meaning
 * @param number for every other unit; otherwise without meaning
 */
public record Limit(Type type, long whole, double number) {

    public static Limit of(Type type, long whole) {
        return new Limit(type, whole, whole);
    }

    public static Limit of(Type type, double number) {
        return new Limit(type, 0, number);
    }

    /** Negative, zero or positive as the value is below, at or above this limit. */
    public int compare(long wholeValue, double numberValue) {
        return type.whole() ? Long.compare(wholeValue, whole) : Double.compare(numberValue, number);
    }

    /** That which is the first to be beyond comes first. */
    public static Comparator<Limit> mildestFirst(Norm.Breach breach) {
        Comparator<Limit> rising = (a, b) -> b.compare(a.whole, a.number);
        return breach == Norm.Breach.ABOVE ? rising : rising.reversed();
    }

    /** The value as facts hold it: Long for money and times, otherwise Double. */
    public Object boxed() {
        return type.whole() ? (Object) whole : (Object) number;
    }
}
