package norma.measure;

import java.util.ArrayList;
import java.util.List;
import norma.standard.Over;
import org.jspecify.annotations.Nullable;

/**
 * Which KPI of a panel have a cell for which period along one axis.
 *
 * @param overs the periods of the panel
 * @param cells by period, then by column; null for no cell
 */
record Layout(List<Over> overs, @Nullable Aggregate[][] cells) {

    static Layout of(List<Cube> cubes, List<Over> overs, Axis axis) {
        @Nullable Aggregate[][] cells = new Aggregate[overs.size()][cubes.size()];
        for (int over = 0; over < overs.size(); over++) {
            for (int column = 0; column < cubes.size(); column++) {
                Cube cube = cubes.get(column);
                if (cube.uses(axis) && cube.overs().contains(overs.get(over))) cells[over][column] = cube.aggregate();
            }
        }
        return new Layout(List.copyOf(overs), cells);
    }

    int columns() {
        return cells.length == 0 ? 0 : cells[0].length;
    }

    Row row(int over) {
        return new Row(cells[over]);
    }

    /** Rows that are made from now on have no cell for the KPI. */
    void release(int column) {
        for (@Nullable Aggregate[] row : cells) row[column] = null;
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

    /** For the days of the widest window: a cell for each KPI that has any window. */
    @Nullable
    Aggregate[] ofDays() {
        @Nullable Aggregate[] any = new Aggregate[columns()];
        for (int over : windows()) {
            for (int column = 0; column < any.length; column++) {
                if (cells[over][column] != null) any[column] = cells[over][column];
            }
        }
        return any;
    }
}
