package norma.server.intake;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rows of separated values. After a line whose quotes are wrong the reading begins anew on the next line, so that one
 * quote hides one line and not the rest of the file.
 */
final class CsvRows implements Rows {

    /** So many wrong quotes are no accident: the file is written otherwise than the mapping says. */
    private static final int RESTARTS = 100;

    private final Path file;
    private final Layout layout;
    private final List<String> columns;
    private final boolean headed;

    private CsvRows(Path file, Layout layout, List<String> columns, boolean headed) {
        this.file = file;
        this.layout = layout;
        this.columns = columns;
        this.headed = headed;
    }

    static CsvRows open(Path file, Layout layout) throws IOException, Unreadable {
        if (layout.header().isPresent())
            return new CsvRows(file, layout, layout.header().get(), false);
        try (LastCharacter text = text(file, layout, layout.skipped());
                CsvReader<CsvRecord> reader = reader(text, layout);
                CloseableIterator<CsvRecord> records = reader.iterator()) {
            if (!records.hasNext())
                throw new Unreadable(Reason.BROKEN, "the file has no header line", "в файле нет строки заголовка");
            List<String> names =
                    records.next().getFields().stream().map(String::strip).toList();
            Set<String> seen = new HashSet<>();
            for (String name : names)
                if (!name.isEmpty() && !seen.add(name))
                    throw new Unreadable(
                            Reason.BROKEN,
                            "two columns are called '" + name
                                    + "': give every column a name with skip: 1 and header: […]",
                            "два столбца названы «" + name
                                    + "»: задайте имена всех столбцов через skip: 1 и header: […]");
            return new CsvRows(file, layout, names, true);
        } catch (CsvParseException e) {
            throw new Unreadable(
                    Reason.BROKEN,
                    "the quotes of the header line are wrong",
                    "в строке заголовка неверно расставлены кавычки");
        }
    }

    private static LastCharacter text(Path file, Layout layout, long skipped) throws IOException {
        BufferedReader text = TextFile.open(file, layout.encoding());
        for (long i = 0; i < skipped; i++) if (text.readLine() == null) break;
        return new LastCharacter(text);
    }

    private static CsvReader<CsvRecord> reader(LastCharacter text, Layout layout) {
        CsvReader.CsvReaderBuilder builder = CsvReader.builder()
                .fieldSeparator(layout.delimiter())
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(false);
        // A character that no text holds stands for “no quotes at all”.
        return builder.quoteCharacter(layout.quote().orElse('\uFFFF')).ofCsvRecord(text);
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public void read(Receiver receiver) throws IOException {
        long skipped = layout.skipped();
        boolean header = headed;
        for (int restarts = 0; skipped >= 0; restarts++) {
            if (restarts > RESTARTS) {
                receiver.broken(skipped + 1, "", tooOften());
                return;
            }
            skipped = readFrom(skipped, header, receiver);
            header = false;
        }
    }

    /** Reads after so many lines; gives how many to skip when reading has to begin anew, or -1 at the end. */
    private long readFrom(long skipped, boolean header, Receiver receiver) throws IOException {
        long next = skipped + 1;
        try (LastCharacter text = text(file, layout, skipped);
                CsvReader<CsvRecord> reader = reader(text, layout);
                CloseableIterator<CsvRecord> records = reader.iterator()) {
            if (header && records.hasNext()) {
                CsvRecord names = records.next();
                next = skipped + names.getStartingLineNumber() + breaks(names) + 1;
            }
            for (CsvRecord record = records.hasNext() ? records.next() : null; record != null; ) {
                long line = skipped + record.getStartingLineNumber();
                next = line + breaks(record) + 1;
                CsvRecord following = following(record, line, records, receiver);
                if (following == null && neverClosed(record, text)) {
                    receiver.broken(line, record.getField(0), wrongQuote());
                    return line;
                }
                take(line, record, receiver);
                record = following;
            }
            return -1;
        } catch (CsvParseException e) {
            long line = startOf(e, skipped, next);
            receiver.broken(line, "", wrongQuote());
            return line;
        }
    }

    private void take(long line, CsvRecord record, Receiver receiver) {
        int fields = record.getFieldCount();
        if (fields == columns.size()) {
            receiver.row(line, record.getFields().toArray(String[]::new));
            return;
        }
        int expected = columns.size();
        receiver.broken(
                line,
                String.join(String.valueOf(layout.delimiter()), record.getFields()),
                new Unreadable(
                        Reason.RAGGED,
                        fields + " fields where there are " + expected + " columns",
                        "полей " + fields + ", а столбцов " + expected));
    }

    /** One record ahead; when that one is broken, the record at hand is still taken. */
    private @Nullable CsvRecord following(
            CsvRecord record, long line, CloseableIterator<CsvRecord> records, Receiver receiver) {
        try {
            return records.hasNext() ? records.next() : null;
        } catch (CsvParseException e) {
            take(line, record, receiver);
            throw e;
        }
    }

    /** A quote that is never closed takes in all that follows, and the file then ends without one. */
    private boolean neverClosed(CsvRecord last, LastCharacter text) {
        return layout.quote().isPresent()
                && last.getField(last.getFieldCount() - 1).indexOf('\n') >= 0
                && text.last() != layout.quote().get();
    }

    private static long breaks(CsvRecord record) {
        long breaks = 0;
        for (String field : record.getFields())
            for (int at = field.indexOf('\n'); at >= 0; at = field.indexOf('\n', at + 1)) breaks++;
        return breaks;
    }

    /** The reader names the line only in its message. */
    private static long startOf(CsvParseException e, long skipped, long otherwise) {
        String message = String.valueOf(e.getMessage());
        String digits = message.replaceFirst("(?s).* started in line (\\d+).*", "$1");
        return digits.matches("\\d{1,18}") ? skipped + Long.parseLong(digits) : otherwise;
    }

    private static Unreadable wrongQuote() {
        return new Unreadable(
                Reason.BROKEN,
                "a quote is not closed, or stands inside a quoted text without being doubled",
                "кавычка не закрыта или стоит внутри текста в кавычках и не удвоена");
    }

    private static Unreadable tooOften() {
        return new Unreadable(
                Reason.BROKEN,
                "wrong quotes in more than " + RESTARTS + " lines: the rest is not read (quote: none?)",
                "неверные кавычки больше чем в " + RESTARTS + " строках: остаток не прочитан (quote: none?)");
    }
}
