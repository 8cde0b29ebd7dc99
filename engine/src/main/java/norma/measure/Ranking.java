package norma.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import norma.standard.Over;

/** How items are set against each other. */
interface Ranking {

    /** What each item is; those that are not ranked are not in it. */
    Map<Scope, Measured> rank(Cube cube, Over over, Period period);

    /** The dates that a rank in this period is about. */
    default Period dates(Over over, Period period) {
        return period;
    }

    /** Whether the passing of time up to this date, since it was asked before, has changed every item. */
    default boolean turns(LocalDate today) {
        return false;
    }

    /** An item and what it measures. */
    record Item(Scope scope, ExactSum sum, Scale scale, long cases, long leftOut) {

        static Item of(Slice slice, Cell cell, Scale scale) {
            return new Item(slice.scope(), cell.first(), scale, cell.cases(), cell.leftOut());
        }

        Measured measured(Object value) {
            return Measured.of(value, cases, leftOut);
        }
    }

    /** What the items measure in a period; zero for one without cases in it. */
    static List<Item> items(Cube cube, Over over, Period period, Scale scale, boolean withUnknown) {
        List<Item> items = new ArrayList<>();
        for (Slice slice : cube.slices()) {
            if (!withUnknown && slice.scope().values().contains(Scope.UNKNOWN)) continue;
            items.add(Item.of(slice, cube.cell(slice, over, period), scale));
        }
        return items;
    }
}
