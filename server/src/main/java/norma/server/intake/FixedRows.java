package norma.server.intake;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import norma.server.intake.Layout.FixedColumn;

/** Rows whose columns stand at fixed positions. */
final class FixedRows implements Rows {

    private final Path file;
    private final Layout layout;
    private final int width;

    FixedRows(Path file, Layout layout) {
        this.file = file;
        this.layout = layout;
        this.width = layout.fixed().stream().mapToInt(FixedColumn::to).max().orElse(0);
    }

    @Override
    public List<String> columns() {
        return layout.fixed().stream().map(FixedColumn::name).toList();
    }

    @Override
    public void read(Receiver receiver) throws IOException {
        try (BufferedReader text = TextFile.open(file, layout.encoding())) {
            long line = 0;
            for (String row = text.readLine(); row != null; row = text.readLine()) {
                line++;
                if (line <= layout.skipped() || row.isBlank()) continue;
                if (row.length() < width && !layout.shortLines()) receiver.broken(line, row, tooShort(row));
                else receiver.row(line, cut(row));
            }
        }
    }

    private String[] cut(String row) {
        String[] cells = new String[layout.fixed().size()];
        for (int i = 0; i < cells.length; i++) {
            FixedColumn column = layout.fixed().get(i);
            int from = Math.min(column.from() - 1, row.length());
            cells[i] = row.substring(from, Math.min(column.to(), row.length()));
        }
        return cells;
    }

    private Unreadable tooShort(String row) {
        int length = row.length();
        return new Unreadable(
                Reason.RAGGED,
                length + " characters, and the columns take " + width,
                "в строке " + length + " знаков, а столбцы занимают " + width);
    }
}
