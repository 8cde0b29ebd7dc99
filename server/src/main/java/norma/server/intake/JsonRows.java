package norma.server.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a JSON array, or of JSON objects one per line. The paths of all rows are the columns, so the file is read once
 * more before its rows: objects within a row give paths with points, items of a list their number from 0.
 */
final class JsonRows implements Rows {

    private static final JsonFactory FACTORY = new JsonFactory();

    private final Path file;
    private final Layout layout;
    private final JsonPaths paths;

    private JsonRows(Path file, Layout layout, JsonPaths paths) {
        this.file = file;
        this.layout = layout;
        this.paths = paths;
    }

    static JsonRows open(Path file, Layout layout) throws IOException {
        JsonRows rows = new JsonRows(file, layout, new JsonPaths());
        rows.read(new Receiver() {
            @Override
            public void row(long line, @Nullable String[] cells) {}

            @Override
            public void broken(long line, String text, Unreadable why) {}
        });
        rows.paths.addNulls();
        if (!rows.columns().isEmpty()) layout.optional().forEach(rows.paths::add);
        return rows;
    }

    @Override
    public List<String> columns() {
        return paths.all();
    }

    @Override
    public void read(Receiver receiver) throws IOException {
        if (layout.format() == Layout.Format.NDJSON) {
            try (BufferedReader text = TextFile.open(file, layout.encoding())) {
                lines(text, receiver);
            }
            return;
        }
        for (String where : layout.rows().isEmpty() ? List.of("") : layout.rows()) {
            try (BufferedReader text = TextFile.open(file, layout.encoding())) {
                document(text, where, receiver);
            }
        }
    }

    private void lines(BufferedReader text, Receiver receiver) throws IOException {
        long number = 0;
        for (String line = text.readLine(); line != null; line = text.readLine()) {
            number++;
            if (line.isBlank()) continue;
            try (JsonParser parser = FACTORY.createParser(line)) {
                if (parser.nextToken() != JsonToken.START_OBJECT) {
                    receiver.broken(number, line, noObject());
                    continue;
                }
                @Nullable String[] cells = paths.cells(parser);
                if (parser.nextToken() != null) receiver.broken(number, line, noObject());
                else receiver.row(number, cells);
            } catch (JsonProcessingException e) {
                receiver.broken(number, line, malformed(e));
            }
        }
    }

    private void document(BufferedReader text, String where, Receiver receiver) throws IOException {
        try (JsonParser parser = FACTORY.createParser(text)) {
            if (!toRows(parser, where)) {
                receiver.broken(1, where, noArray(where));
                return;
            }
            for (JsonToken token = parser.nextToken();
                    token != null && token != JsonToken.END_ARRAY;
                    token = parser.nextToken()) {
                long line = parser.currentTokenLocation().getLineNr();
                if (token == JsonToken.START_OBJECT) receiver.row(line, paths.cells(parser));
                else {
                    receiver.broken(line, parser.getText(), noObject());
                    parser.skipChildren();
                }
            }
        } catch (JsonProcessingException e) {
            receiver.broken(e.getLocation() == null ? 1 : e.getLocation().getLineNr(), "", malformed(e));
        }
    }

    /** Steps to the opening bracket of the rows. */
    private static boolean toRows(JsonParser parser, String where) throws IOException {
        parser.nextToken();
        if (!where.isEmpty()) {
            for (String step : where.split("\\.")) if (!into(parser, step)) return false;
        }
        return parser.currentToken() == JsonToken.START_ARRAY;
    }

    private static boolean into(JsonParser parser, String step) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) return false;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean found = parser.currentName().equals(step);
            parser.nextToken();
            if (found) return true;
            parser.skipChildren();
        }
        return false;
    }

    private static Unreadable malformed(JsonProcessingException e) {
        int column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
        return new Unreadable(
                Reason.BROKEN, "not well-formed JSON at column " + column, "неправильный JSON в позиции " + column);
    }

    private static Unreadable noObject() {
        return new Unreadable(Reason.BROKEN, "a row is one JSON object", "строка данных — это один объект JSON");
    }

    private static Unreadable noArray(String path) {
        String where = path.isEmpty() ? "" : " '" + path + "'";
        return new Unreadable(
                Reason.BROKEN,
                "there is no list of rows" + where + ": name its path in rows:",
                "здесь нет списка строк" + where + ": укажите путь к нему в rows:");
    }
}
