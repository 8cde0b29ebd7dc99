package norma.measure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

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
        Row row = day(slice, some.day);
        if (row == null) return;
        row.count(some, sign);
        if (row.isEmpty()) forget(slice, some.day);
        for (int over : windows) {
            Row ofWindow = window(slice, over, some.day);
            if (ofWindow != null) ofWindow.count(some, sign);
        }
    }

    /** Puts in what the facts of a batch bring to the days that will fall out. */
    void put(Batch batch, Intake intake) {
        for (int i = 0; i < batch.size; i++) {
            Slice slice = intake.slices[i];
            intake.rows[i] = slice != null && intake.placed[i] ? day(slice, intake.days[i]) : null;
        }
        Row.put(ofDays, intake);
        for (int i = 0; i < batch.size; i++) {
            Row row = intake.rows[i];
            Slice slice = intake.slices[i];
            if (row != null && slice != null && row.isEmpty()) forget(slice, intake.days[i]);
        }
    }

    boolean areAny() {
        return !windows.isEmpty();
    }

    private void forget(Slice slice, long day) {
        Map<Slice, Row> ofDay = days.get(day);
        if (ofDay == null) return;
        ofDay.remove(slice);
        if (ofDay.isEmpty()) days.remove(day);
    }

    /** The row of a day in which what a slice has will fall out; null where the day is over in every window. */
    @Nullable
    Row day(Slice slice, long day) {
        if (day <= today - widest) return null;
        return days.computeIfAbsent(day, d -> new HashMap<>()).computeIfAbsent(slice, s -> new Row(ofDays));
    }

    /** The row of a window; null where the day is not in it. */
    @Nullable
    Row window(Slice slice, int over, long day) {
        return day > today - layout.days(over) ? slice.window(over) : null;
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
                .takeOver(row)));
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
