package norma.server.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of one file, read as a stream each time they are asked for. */
interface Rows {

    /** Takes rows in the order of the file. */
    interface Receiver {

        /** One row, its cells in the order of the columns and its own from now on; null where nothing was said. */
        void row(long line, @Nullable String[] cells);

        /** A row that could not be cut into cells. */
        void broken(long line, String text, Unreadable why);
    }

    /** The names of the columns; empty for JSON and forms without rows. */
    List<String> columns();

    void read(Receiver receiver) throws IOException;

    /**
     * @throws Unreadable when the file has no columns that could be named
     * @throws IOException when it cannot be read at all
     */
    static Rows of(Path file, Layout layout) throws IOException, Unreadable {
        return switch (layout.format()) {
            case CSV -> CsvRows.open(file, layout);
            case FIXED -> new FixedRows(file, layout);
            case FORM -> FormRows.open(file, layout);
            case JSON, NDJSON -> JsonRows.open(file, layout);
        };
    }
}
