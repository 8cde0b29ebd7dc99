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
    Fact[] facts = {};

    /** The earliest moment at which each will bring something else though facts stay; {@link Long#MAX_VALUE} for never. */
    final long[] turnsAt = new long[MOST];

    int size;

    private final int[][] numbers;

    Batch(int axes) {
        this.numbers = new int[axes][MOST];
    }

    /**
     * Takes in facts that have the places from one to before another.
     *
     * @param ofAll by axis and place, the scopes
     */
    void fill(Fact[] some, int[][] ofAll, int from, int to) {
        facts = some;
        size = to - from;
        Arrays.fill(turnsAt, Long.MAX_VALUE);
        for (int axis = 0; axis < numbers.length; axis++) System.arraycopy(ofAll[axis], from, numbers[axis], 0, size);
    }

    /** The number of the scope of each fact on an axis. */
    int[] numbers(Axis axis) {
        return numbers[axis.index()];
    }
}
