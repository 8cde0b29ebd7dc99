package norma.server.intake;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.function.Consumer;

/** Writes rejections as CSV: file, line, column, value, code, reason. */
public final class RejectsFile implements Consumer<Rejection>, Closeable {

    private final CsvWriter out;
    private final Locale locale;

    /** @param locale of the reasons */
    public RejectsFile(Writer out, Locale locale) {
        this.out = CsvWriter.builder().build(out);
        this.locale = locale;
        this.out.writeRecord("file", "line", "column", "value", "code", "reason");
    }

    @Override
    public void accept(Rejection rejection) {
        out.writeRecord(
                rejection.file(),
                Long.toString(rejection.line()),
                rejection.column(),
                rejection.value(),
                rejection.code().code(),
                rejection.reason().in(locale));
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
