package norma.measure;

import org.jspecify.annotations.Nullable;

/**
 * The cells of several KPI for one scope and period. Their numbers lie side by side, so that a fact that is a case of many KPI
 * touches one place of memory.
 */
final class Row {

    private final Cells cells;
    private final long[] numbers;
    private final @Nullable Tally[] tallies;
    private long size;

    Row(Cells cells) {
        this.cells = cells;
        this.numbers = new long[cells.numbers()];
        this.tallies = new Tally[cells.tallies()];
    }

    /** @param sign 1 to put the cases in, -1 to take them out */
    void count(Brought some, int sign) {
        for (int i = 0; i < some.many; i++) {
            int column = some.counting[i];
            int start = cells.start(column);
            if (start < 0) continue;
            count(some.cases[column], column, start, sign);
            size += sign;
        }
    }

    /** Puts in what the facts of a batch bring, each into its row, of these cells. */
    static void put(Cells cells, Intake intake) {
        for (int column = 0; column < cells.columns(); column++)
            if (cells.start(column) >= 0) put(cells, intake.rows, column, intake.cases[column]);
    }

    private static void put(Cells cells, @Nullable Row[] rows, int column, Cases cases) {
        int start = cells.start(column);
        int sums = cells.sums(column);
        int place = cells.place(column);
        for (int i = 0; i < cases.many; i++) {
            Row row = rows[cases.facts[i]];
            if (row == null) continue;
            row.size++;
            if (cases.leftOut[i]) {
                row.numbers[start + Cells.LEFT_OUT]++;
                continue;
            }
            row.numbers[start]++;
            int at = start + Cells.SUMS;
            if (sums > 0) ExactSum.add(row.numbers, at, cases.firstLow[i], cases.firstHigh[i]);
            if (sums > 1) ExactSum.add(row.numbers, at + Cells.OF_A_SUM, cases.secondLow[i], cases.secondHigh[i]);
            if (place >= 0) row.started(place, column).take(cases.kept(i), 1);
        }
    }

    private void count(Case one, int column, int start, int sign) {
        if (one.leftOut) {
            numbers[start + Cells.LEFT_OUT] += sign;
            return;
        }
        numbers[start] += sign;
        int sums = cells.sums(column);
        if (sums > 0) one.first.addTo(numbers, start + Cells.SUMS, sign);
        if (sums > 1) one.second.addTo(numbers, start + Cells.SUMS + Cells.OF_A_SUM, sign);
        int place = cells.place(column);
        if (place >= 0) started(place, column).take(one, sign);
    }

    private Tally started(int place, int column) {
        Tally tally = tallies[place];
        if (tally == null) {
            tally = cells.aggregate(column).start();
            tallies[place] = tally;
        }
        return tally;
    }

    /** Takes over the cells of another row, which is no more then, where this one has them too. */
    void takeOver(Row other) {
        if (!isEmpty() || !cells.areLike(other.cells)) {
            merge(other, 1);
            return;
        }
        System.arraycopy(other.numbers, 0, numbers, 0, numbers.length);
        System.arraycopy(other.tallies, 0, tallies, 0, tallies.length);
        size = other.size;
    }

    /** Takes the cells of another row in or out, where this one has them too. */
    void merge(Row other, int sign) {
        for (int column = 0; column < cells.columns(); column++) {
            if (cells.start(column) < 0 || !other.has(column)) continue;
            merge(other, column, sign);
            size += sign * other.size(column);
        }
    }

    private void merge(Row other, int column, int sign) {
        int start = cells.start(column);
        int there = other.cells.start(column);
        numbers[start] += sign * other.numbers[there];
        numbers[start + Cells.LEFT_OUT] += sign * other.numbers[there + Cells.LEFT_OUT];
        for (int sum = 0; sum < cells.sums(column); sum++) {
            int at = Cells.SUMS + Cells.OF_A_SUM * sum;
            ExactSum.at(other.numbers, there + at).addTo(numbers, start + at, sign);
        }
        int place = cells.place(column);
        Tally theirs = place < 0 ? null : other.tallies[other.cells.place(column)];
        if (theirs != null) started(place, column).takeAll(theirs, sign);
    }

    /** Takes the cases of a KPI out for good, before its cells are. */
    void release(int column) {
        if (cells.start(column) < 0) return;
        size -= size(column);
        if (cells.place(column) >= 0) tallies[cells.place(column)] = null;
    }

    private long size(int column) {
        int start = cells.start(column);
        return numbers[start] + numbers[start + Cells.LEFT_OUT];
    }

    /** Null when the KPI has no cell here. */
    @Nullable
    Cell cell(int column) {
        int start = cells.start(column);
        if (start < 0) return null;
        int sums = cells.sums(column);
        return new Cell(
                numbers[start],
                numbers[start + Cells.LEFT_OUT],
                sums > 0 ? ExactSum.at(numbers, start + Cells.SUMS) : ExactSum.ZERO,
                sums > 1 ? ExactSum.at(numbers, start + Cells.SUMS + Cells.OF_A_SUM) : ExactSum.ZERO,
                cells.place(column) < 0 ? null : tallies[cells.place(column)]);
    }

    boolean has(int column) {
        return cells.start(column) >= 0 && size(column) != 0;
    }

    boolean isEmpty() {
        return size == 0;
    }
}
