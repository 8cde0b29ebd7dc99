package norma.server.intake;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns a wide row into several narrow ones.
 *
 * @param name the cell that tells which column a narrow row comes from
 * @param value the cell that holds what stood in that column
 */
record Turning(List<Part> parts, int name, int value) {

    /** A column to turn, and what the narrow row calls it. */
    record Part(int column, String label) {}

    @Nullable
    String[] narrow(@Nullable String[] wide, Part part) {
        @Nullable String[] cells = Arrays.copyOf(wide, Math.max(name, value) + 1);
        cells[name] = part.label();
        cells[value] = wide[part.column()];
        return cells;
    }
}
