package norma.measure;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where the cells of a row lie among its numbers. A cell is the number of its cases, of those left out, and two numbers for
 * each sum.
 */
final class Cells {

    static final int LEFT_OUT = 1;
    static final int SUMS = 2;
    static final int OF_A_SUM = 2;

    private static final int NONE = -1;

    private final @Nullable Aggregate[] columns;
    private final int[] starts;
    private final int[] sums;
    private final int[] places;
    private final int numbers;
    private final int tallies;

    /**
     * @param columns what each KPI counts by; null where one has no cell
     */
    Cells(@Nullable Aggregate[] columns) {
        this.columns = columns;
        starts = new int[columns.length];
        sums = new int[columns.length];
        places = new int[columns.length];
        int start = 0;
        int place = 0;
        for (int column = 0; column < columns.length; column++) {
            Aggregate aggregate = columns[column];
            starts[column] = aggregate == null ? NONE : start;
            places[column] = aggregate == null || !aggregate.tallies() ? NONE : place++;
            if (aggregate == null) continue;
            sums[column] = aggregate.sums();
            start += SUMS + OF_A_SUM * sums[column];
        }
        numbers = start;
        tallies = place;
    }

    /** Whether all cells lie at the same places and are counted by the same. */
    boolean areLike(Cells others) {
        return numbers == others.numbers
                && tallies == others.tallies
                && Arrays.equals(columns, others.columns)
                && Arrays.equals(starts, others.starts)
                && Arrays.equals(places, others.places);
    }

    int columns() {
        return columns.length;
    }

    /** How many numbers a row has. */
    int numbers() {
        return numbers;
    }

    /** How many tallies a row has. */
    int tallies() {
        return tallies;
    }

    /** Where the cell of a KPI begins; negative for none. */
    int start(int column) {
        return starts[column];
    }

    /** Which tally is the KPI's; negative for none. */
    int place(int column) {
        return places[column];
    }

    /** How many sums the cell of a KPI has. */
    int sums(int column) {
        return sums[column];
    }

    /** Of a KPI that has a cell. */
    Aggregate aggregate(int column) {
        Aggregate aggregate = columns[column];
        if (aggregate == null) throw new IllegalArgumentException("no cell in column " + column);
        return aggregate;
    }

    /** Takes a KPI out for good; the others stay where they are. */
    void release(int column) {
        columns[column] = null;
        starts[column] = NONE;
        places[column] = NONE;
    }
}
