package norma.measure;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The rolling windows of the slices of a cut. Each slice holds the tally of its window; here are the days that will fall out
 * of it, by day, so that a day that passes costs what happened on it.
 */
final class Windows {

    private final Shape shape;
    private final Consumer<Slice> changed;
    private final TreeMap<Long, Map<Slice, Tally>> days = new TreeMap<>();
    private final int widest;
    private long today;

    Windows(Shape shape, long today, Consumer<Slice> changed) {
        this.shape = shape;
        this.widest = shape.widest();
        this.today = today;
        this.changed = changed;
    }

    void count(Slice slice, Case one, long day, int sign) {
        if (day <= today - widest) return;
        Map<Slice, Tally> ofDay = days.computeIfAbsent(day, d -> new HashMap<>());
        Tally cell = ofDay.computeIfAbsent(slice, s -> shape.aggregate().start());
        cell.count(one, sign);
        if (cell.isEmpty()) ofDay.remove(slice);
        if (ofDay.isEmpty()) days.remove(day);
        for (int i = 0; i < shape.windows().size(); i++) {
            if (day > today - shape.windows().get(i).days()) slice.window(i).count(one, sign);
        }
    }

    /** Lets the days fall out that are no longer in the windows of today. */
    void pass(long newToday) {
        for (int i = 0; i < shape.windows().size(); i++) {
            int index = i;
            int width = shape.windows().get(i).days();
            days.subMap(today - width, false, newToday - width, true)
                    .values()
                    .forEach(ofDay -> ofDay.forEach((slice, cell) -> {
                        slice.window(index).merge(cell, -1);
                        changed.accept(slice);
                    }));
        }
        today = newToday;
        days.headMap(today - widest, true).clear();
    }

    /**
     * Takes over the days of another part; the windows of the slices have merged already.
     *
     * @param own the slice here for a slice there
     */
    void merge(Windows other, UnaryOperator<Slice> own) {
        other.days.forEach((day, cells) -> cells.forEach((slice, cell) -> days.computeIfAbsent(
                        day, d -> new HashMap<>())
                .computeIfAbsent(own.apply(slice), s -> shape.aggregate().start())
                .merge(cell, 1)));
    }

    void clear(long newToday) {
        days.clear();
        today = newToday;
    }
}
