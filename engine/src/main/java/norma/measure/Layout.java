package norma.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import norma.standard.Over;
import org.jspecify.annotations.Nullable;

/**
 * Which KPI of a panel have a cell for which period along one axis.
 *
 * @param overs the periods of the panel
 * @param cells by period
 * @param ofDays for the days of the widest window: a cell for each KPI that has any window
 * @param columns how many columns the panel has
 */
record Layout(List<Over> overs, List<Cells> cells, Cells ofDays, int columns) {

    static Layout of(List<Column> all, List<Over> overs, Axis axis) {
        List<Cells> cells = new ArrayList<>();
        for (Over over : overs)
            cells.add(cells(all, axis, column -> column.overs().contains(over)));
        return new Layout(List.copyOf(overs), List.copyOf(cells), cells(all, axis, Column::hasWindows), all.size());
    }

    private static Cells cells(List<Column> all, Axis axis, Predicate<Column> which) {
        @Nullable Aggregate[] aggregates = new Aggregate[all.size()];
        for (int column = 0; column < aggregates.length; column++) {
            Column each = all.get(column);
            if (each.axes().contains(axis) && which.test(each)) aggregates[column] = each.aggregate();
        }
        return new Cells(aggregates);
    }

    /** Of a period of the panel. */
    int index(Over over) {
        int index = 0;
        while (!overs.get(index).equals(over)) index++;
        return index;
    }

    Row row(int over) {
        return new Row(cells.get(over));
    }

    /** Rows that are made from now on have no cell for the KPI. */
    void release(int column) {
        cells.forEach(each -> each.release(column));
        ofDays.release(column);
    }

    /** The indexes of the rolling periods. */
    List<Integer> windows() {
        List<Integer> windows = new ArrayList<>();
        for (int over = 0; over < overs.size(); over++) if (overs.get(over) instanceof Over.Rolling) windows.add(over);
        return windows;
    }

    int days(int over) {
        return ((Over.Rolling) overs.get(over)).days();
    }
}
