package norma.measure;

import java.util.Objects;
import norma.expression.Undefined;
import org.jspecify.annotations.Nullable;

/** What one fact brings to one KPI. Each KPI has one of these, written over for each fact: it allocates nothing. */
final class Case {

    /** The moment up to which the world is known: what lies after it has not happened yet. */
    long now;

    /** Epoch milliseconds of its place in time; undefined for a snapshot. */
    long at;

    /** The earliest moment after {@link #now} at which it will bring something else though the facts stay. */
    long turnsAt;

    /** A case all right, but without a value. */
    boolean leftOut;

    final ExactSum first = new ExactSum();
    final ExactSum second = new ExactSum();
    long key;

    @Nullable
    Object label;

    void begin(long moment) {
        now = moment;
        turnsAt = Long.MAX_VALUE;
    }

    void startAt(long time) {
        at = time;
        leftOut = false;
        label = null;
    }

    Case copy() {
        Case copy = new Case();
        copy.leftOut = leftOut;
        copy.first.set(first);
        copy.second.set(second);
        copy.key = key;
        copy.label = label;
        return copy;
    }

    /** Whether a cell would add up the same of both. */
    boolean isSame(Case other) {
        if (leftOut || other.leftOut) return leftOut == other.leftOut;
        return key == other.key
                && first.isSame(other.first)
                && second.isSame(other.second)
                && Objects.equals(label, other.label);
    }

    /** Whether the moment has come; remembers it where it has not. */
    boolean reached(long moment) {
        if (Undefined.is(moment)) return false;
        if (moment <= now) return true;
        turnsAt = Math.min(turnsAt, moment);
        return false;
    }
}
