package norma.measure;

import java.util.Arrays;
import norma.fact.Fact;

/**
 * Some facts that go in together, few enough to stay at hand while one KPI after the other looks at all of them: so the processor goes
 * through the same expression for one fact after the other, and cells are found once for all KPI.
 */
final class Batch {

    static final int MOST = 256;

    /** The first {@link #size}. */
    final Fact[] facts = new Fact[MOST];

    /** The earliest moment at which each will bring something else though facts stay; {@link Long#MAX_VALUE} for never. */
    final long[] turnsAt = new long[MOST];

    int size;

    private final int[][] numbers;

    Batch(int axes) {
        this.numbers = new int[axes][MOST];
    }

    void clear() {
        size = 0;
        Arrays.fill(turnsAt, Long.MAX_VALUE);
    }

    boolean isFull() {
        return size == MOST;
    }

    /** @param all of the scopes of many facts, by axis, of which the fact is the one at this place */
    void add(Fact fact, int[][] all, int place) {
        for (int axis = 0; axis < numbers.length; axis++) numbers[axis][size] = all[axis][place];
        facts[size++] = fact;
    }

    /** The number of the scope of each fact on an axis. */
    int[] numbers(Axis axis) {
        return numbers[axis.index()];
    }
}
