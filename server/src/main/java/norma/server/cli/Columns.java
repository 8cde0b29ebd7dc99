package norma.server.cli;

import java.util.List;
import java.util.stream.IntStream;

/** Rows of words under one another. */
final class Columns {

    private Columns() {}

    static String of(List<List<String>> rows) {
        if (rows.isEmpty()) return "";
        int columns = rows.get(0).size();
        int[] widths = IntStream.range(0, columns)
                .map(i ->
                        rows.stream().mapToInt(row -> row.get(i).length()).max().orElse(0))
                .toArray();
        StringBuilder out = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < columns; i++)
                line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
            out.append(line.toString().stripTrailing()).append('\n');
        }
        return out.toString();
    }
}
