package norma.measure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * The rolling windows of the slices of a cut. Each slice holds the row of its window; here are the days that will fall out of
 * it, by day, so that a day that passes costs what happened on it.
 */
final class Windows {

    private final Layout layout;
    private final List<Integer> windows;
    private final int widest;
    private final Cells ofDays;
    private final TreeMap<Long, Map<Slice, Row>> days = new TreeMap<>();
    private long today;

    /** Told of a slice and the row that fell out of one of its windows. */
    interface Changed {
        void accept(Slice slice, Row gone);
    }

    Windows(Layout layout, long today) {
        this.layout = layout;
        this.today = today;
        this.windows = layout.windows();
        this.widest = windows.stream().mapToInt(layout::days).max().orElse(0);
        this.ofDays = layout.ofDays();
    }

    void count(Slice slice, Brought some, int sign) {
        long day = some.day;
        if (day <= today - widest) return;
        Map<Slice, Row> ofDay = days.computeIfAbsent(day, d -> new HashMap<>());
        Row row = ofDay.computeIfAbsent(slice, s -> new Row(ofDays));
        row.count(some, sign);
        if (row.isEmpty()) ofDay.remove(slice);
        if (ofDay.isEmpty()) days.remove(day);
        for (int over : windows) {
            if (day > today - layout.days(over)) slice.window(over).count(some, sign);
        }
    }

    /** Lets the days fall out that are no longer in the windows of today. */
    void pass(long newToday, Changed changed) {
        for (int over : windows) {
            int width = layout.days(over);
            days.subMap(today - width, false, newToday - width, true)
                    .values()
                    .forEach(ofDay -> ofDay.forEach((slice, row) -> {
                        slice.window(over).merge(row, -1);
                        changed.accept(slice, row);
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
        other.days.forEach((day, rows) -> rows.forEach((slice, row) -> days.computeIfAbsent(day, d -> new HashMap<>())
                .computeIfAbsent(own.apply(slice), s -> new Row(ofDays))
                .merge(row, 1)));
    }

    /** Takes a KPI out for good. */
    void release(int column) {
        days.values().forEach(ofDay -> {
            ofDay.values().forEach(row -> row.release(column));
            ofDay.values().removeIf(Row::isEmpty);
        });
        days.values().removeIf(Map::isEmpty);
    }

    void clear(long newToday) {
        days.clear();
        today = newToday;
    }
}
