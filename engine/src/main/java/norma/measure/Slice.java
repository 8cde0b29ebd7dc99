package norma.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import norma.standard.Over;
import org.jspecify.annotations.Nullable;

/** What the KPI of a panel count for one scope: a row for each of their periods. */
final class Slice {

    private final Scope scope;
    private final int number;
    private final Layout layout;
    private final @Nullable Row[] rows;
    private final List<OrdinalMap<Row>> calendar = new ArrayList<>();
    private final long[] present;
    private final long[] touched;
    private long presentInAll;

    /** @param readers how many KPI are told what was touched */
    Slice(Scope scope, int number, Layout layout, int readers) {
        this.scope = scope;
        this.number = number;
        this.layout = layout;
        this.present = new long[layout.columns()];
        this.touched = new long[readers];
        this.rows = new Row[layout.overs().size()];
        for (int over = 0; over < rows.length; over++) {
            calendar.add(new OrdinalMap<>());
            if (!(layout.overs().get(over) instanceof Over.Each)) rows[over] = layout.row(over);
        }
    }

    Scope scope() {
        return scope;
    }

    int number() {
        return number;
    }

    /** Whether the KPI has any case here, in any period up to now. */
    boolean isPresent(int column) {
        return present[column] > 0;
    }

    boolean isEmpty() {
        return presentInAll == 0;
    }

    /** True for the first that is touched since {@link #settle}. */
    boolean touch(int reader, long places) {
        boolean first = touched[reader] == Places.NONE && places != Places.NONE;
        touched[reader] |= places;
        return first;
    }

    /** Tells the places that were touched since the last call. */
    long settle(int reader) {
        long places = touched[reader];
        touched[reader] = Places.NONE;
        return places;
    }

    /**
     * True when the KPI has its first case here now, or has lost its last.
     *
     * @param more how many cases more; negative for fewer
     */
    boolean appear(int column, int more) {
        boolean was = present[column] > 0;
        present[column] += more;
        presentInAll += more;
        return was != present[column] > 0;
    }

    /** Takes a KPI out for good. */
    void release(int column) {
        presentInAll -= present[column];
        present[column] = 0;
        for (Row row : rows) if (row != null) row.release(column);
        for (OrdinalMap<Row> map : calendar) {
            map.forEach((ordinal, row) -> {
                row.release(column);
                if (row.isEmpty()) map.remove(ordinal);
            });
        }
    }

    /** @param ordinals the calendar periods that the cases are in, by period of the panel */
    void count(Brought some, long[] ordinals, int sign) {
        for (int over = 0; over < rows.length; over++) {
            Over period = layout.overs().get(over);
            Row row = rows[over];
            if (period instanceof Over.All && row != null) row.count(some, sign);
            else if (period instanceof Over.Each && some.placed) count(over, ordinals[over], some, sign);
        }
    }

    /** The row of a calendar period, begun when there is none; or that of all periods. */
    Row row(int over, long ordinal) {
        Row row = rows[over] != null ? rows[over] : calendar.get(over).get(ordinal);
        return row != null ? row : calendar.get(over).get(ordinal, () -> layout.row(over));
    }

    /** Of a calendar period without a case. */
    void forget(int over, long ordinal) {
        calendar.get(over).remove(ordinal);
    }

    private void count(int over, long ordinal, Brought some, int sign) {
        OrdinalMap<Row> map = calendar.get(over);
        Row row = map.get(ordinal);
        if (row == null) row = map.get(ordinal, () -> layout.row(over));
        row.count(some, sign);
        if (row.isEmpty()) forget(over, ordinal);
    }

    /** The row of a rolling period. */
    Row window(int over) {
        Row row = rows[over];
        if (row == null)
            throw new IllegalArgumentException(layout.overs().get(over).name());
        return row;
    }

    void merge(Slice other) {
        for (int column = 0; column < present.length; column++) {
            present[column] += other.present[column];
            presentInAll += other.present[column];
        }
        for (int i = 0; i < rows.length; i++) {
            int over = i;
            Row mine = rows[over];
            Row theirs = other.rows[over];
            if (mine != null && theirs != null) mine.takeOver(theirs);
            OrdinalMap<Row> map = calendar.get(over);
            other.calendar.get(over).forEach((ordinal, row) -> map.get(ordinal, () -> layout.row(over))
                    .takeOver(row));
        }
    }

    /**
     * The cell of a KPI in a period; the empty one when it has no case.
     *
     * @param ordinal of a calendar period; of no meaning for another
     */
    Cell cell(int column, Over over, long ordinal) {
        int index = layout.index(over);
        Row row = over instanceof Over.Each ? calendar.get(index).get(ordinal) : rows[index];
        Cell cell = row == null ? null : row.cell(column);
        return cell == null ? Cell.EMPTY : cell;
    }

    /** Takes the cells of a KPI that have cases, in the order of their calendar periods. */
    void forEach(int column, Over.Each each, OrdinalMap.Visitor<Cell> visitor) {
        calendar.get(layout.index(each)).forEach((ordinal, row) -> {
            Cell cell = row.has(column) ? row.cell(column) : null;
            if (cell != null) visitor.visit(ordinal, cell);
        });
    }

    /** The calendar periods in which the KPI has cases, in order. */
    LongStream ordinals(int column, Over.Each each) {
        OrdinalMap<Row> map = calendar.get(layout.index(each));
        long[] ordinals = new long[map.room()];
        int[] many = {0};
        map.forEach((ordinal, row) -> {
            if (row.has(column)) ordinals[many[0]++] = ordinal;
        });
        return Arrays.stream(ordinals, 0, many[0]);
    }
}
