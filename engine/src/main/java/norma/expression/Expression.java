package norma.expression;

import java.util.Optional;
import java.util.Set;
import norma.diagnostics.Problems;
import norma.diagnostics.Span;
import org.jspecify.annotations.Nullable;

/**
 * An expression, typed and compiled; immutable, safe for many threads.
 *
 * <p>Evaluation allocates nothing of its own. It throws {@link ArithmeticException}, with a message that names the
 * expression, when an amount of money leaves its range; a caller reports the rule as failed for that subject.
 */
public final class Expression {

    /** The most characters that an expression may have. */
    public static final int LENGTH = 2_000;

    private Expression() {}

    /**
     * Reads and checks a text.
     *
     * @param place where the text stands in its file
     * @param problems takes every problem that was found
     * @return empty when there was an error
     */
    public static Optional<Expression> compile(
            String text, Placement place, Names names, Expected expected, Problems problems) {
        throw new UnsupportedOperationException();
    }

    /** As it was written. */
    public String text() {
        throw new UnsupportedOperationException();
    }

    public Type type() {
        throw new UnsupportedOperationException();
    }

    public Span span() {
        throw new UnsupportedOperationException();
    }

    /** The value of an expression of money or time; {@link Undefined#LONG} when undefined. */
    public long whole(Object subject, Scene scene) {
        throw new UnsupportedOperationException();
    }

    /** The value of any other numeric expression, percent as a fraction; NaN when undefined. */
    public double number(Object subject, Scene scene) {
        throw new UnsupportedOperationException();
    }

    /** The value of a text or a reference; null when undefined. */
    public @Nullable String words(Object subject, Scene scene) {
        throw new UnsupportedOperationException();
    }

    public Truth truth(Object subject, Scene scene) {
        throw new UnsupportedOperationException();
    }

    /** Whether the condition is true: neither false nor undefined. */
    public boolean holds(Object subject, Scene scene) {
        return truth(subject, scene).holds();
    }

    /** Every field path that is read, and the steps that lead to it: {@code owner.team} and {@code owner}. */
    public Set<String> fields() {
        throw new UnsupportedOperationException();
    }

    public Set<Reading> readings() {
        throw new UnsupportedOperationException();
    }

    /** Whether the value may change while every fact stays as it is. */
    public boolean readsNow() {
        throw new UnsupportedOperationException();
    }

    /**
     * For a condition: the earliest moment after now at which time alone could change its truth, in epoch milliseconds;
     * {@link Long#MAX_VALUE} for never. Exact for comparisons of a quantity that only rises or only falls as time
     * passes; otherwise the next local midnight of the default calendar.
     */
    public long changesAt(Object subject, Scene scene) {
        throw new UnsupportedOperationException();
    }

    /**
     * For a number: the earliest moment after now at which the answer to “is it above the limit” changes by time alone;
     * {@link Long#MAX_VALUE} for never.
     *
     * @param limit in the unit of the expression, percent as a fraction
     * @param strictly whether a value equal to the limit is not above it
     */
    public long crosses(double limit, boolean strictly, Object subject, Scene scene) {
        throw new UnsupportedOperationException();
    }

    /**
     * For a number: the moment, not after now, at which the answer to “is it above the limit” last changed by time alone;
     * {@link Undefined#LONG} when it never did or that cannot be told.
     */
    public long crossedAt(double limit, boolean strictly, Object subject, Scene scene) {
        throw new UnsupportedOperationException();
    }

    /** How it came to its value, for an explanation; slow. */
    public Trace trace(Object subject, Scene scene) {
        throw new UnsupportedOperationException();
    }
}
