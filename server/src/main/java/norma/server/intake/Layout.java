package norma.server.intake;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import norma.document.Node;

/**
 * How a file is cut into rows and columns.
 *
 * @param header the names of the columns of a file without a header line
 * @param skipped lines before the header or the first row
 * @param fixed the columns of a fixed width file
 * @param shortLines whether a fixed width line may end before its last column does
 * @param rows where the rows of a JSON document or a form are: names joined by points, none for the document itself
 * @param optional paths that the rows of JSON or of a form may all be without
 */
record Layout(
        Format format,
        Charset encoding,
        char delimiter,
        Optional<Character> quote,
        int skipped,
        Optional<List<String>> header,
        List<FixedColumn> fixed,
        boolean shortLines,
        List<String> rows,
        List<String> optional) {

    enum Format {
        CSV,
        JSON,
        NDJSON,
        FIXED,
        /** What a browser, or the webhook of a CRM, sends: {@code leads[update][0][id]=17&…}. */
        FORM
    }

    /** Positions from 1, both inclusive. */
    record FixedColumn(String name, int from, int to) {}

    static Layout usual() {
        return new Layout(
                Format.CSV,
                StandardCharsets.UTF_8,
                ',',
                Optional.of('"'),
                0,
                Optional.empty(),
                List.of(),
                false,
                List.of(),
                List.of());
    }

    /** A file with its layout and the formats of its values, as the mapping names it. */
    record Described(Node.Scalar file, Layout layout, Formats formats) {}
}
