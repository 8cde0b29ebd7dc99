package norma.server.demo;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** One exported file: its name, its separator, its columns and its rows of text. */
record Table(String file, char separator, List<String> columns, List<List<String>> rows) {

    Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    Table(String file, List<String> columns, List<List<String>> rows) {
        this(file, ',', columns, rows);
    }

    /** The same file with the extra rows at the end. */
    Table with(List<List<String>> extra) {
        List<List<String>> all = new ArrayList<>(rows);
        all.addAll(extra);
        return new Table(file, separator, columns, all);
    }

    /** The text of the file, lines ended by a line feed on every system. */
    String text() {
        StringWriter text = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder()
                .fieldSeparator(separator)
                .lineDelimiter(LineDelimiter.LF)
                .build(text)) {
            writer.writeRecord(columns);
            rows.forEach(writer::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
