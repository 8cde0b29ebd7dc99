package norma.measure;

import org.jspecify.annotations.Nullable;

/**
 * The tallies of several KPI for one scope and period, side by side: made together they lie together, and a fact that is a
 * case of many KPI finds its cells once.
 */
final class Row {

    private final @Nullable Tally[] tallies;
    private long size;

    /**
     * @param columns what each KPI counts by; null where one has no cell here
     */
    Row(@Nullable Aggregate[] columns) {
        tallies = new Tally[columns.length];
        for (int i = 0; i < columns.length; i++) {
            Aggregate column = columns[i];
            if (column != null) tallies[i] = column.start();
        }
    }

    /**
     * @param counting the columns whose cases count, the first {@code many} of them
     */
    void count(Case[] cases, int[] counting, int many, int sign) {
        for (int i = 0; i < many; i++) {
            Tally tally = tallies[counting[i]];
            if (tally == null) continue;
            tally.count(cases[counting[i]], sign);
            size += sign;
        }
    }

    /** Takes the tallies of another row in or out, where this one has a cell for them. */
    void merge(Row other, int sign) {
        for (int i = 0; i < tallies.length; i++) {
            Tally mine = tallies[i];
            Tally theirs = other.tallies[i];
            if (mine == null || theirs == null || theirs.isEmpty()) continue;
            mine.merge(theirs, sign);
            size += sign * (theirs.cases() + theirs.leftOut());
        }
    }

    /** Takes a KPI out for good. */
    void release(int column) {
        Tally tally = tallies[column];
        if (tally == null) return;
        size -= tally.cases() + tally.leftOut();
        tallies[column] = null;
    }

    @Nullable
    Tally tally(int column) {
        return tallies[column];
    }

    boolean has(int column) {
        Tally tally = tallies[column];
        return tally != null && !tally.isEmpty();
    }

    boolean isEmpty() {
        return size == 0;
    }
}
