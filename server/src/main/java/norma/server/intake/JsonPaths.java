package norma.server.intake;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The paths that values of JSON rows were found at, each with its place among the cells. */
final class JsonPaths {

    /** Items of one list beyond these are not read: a row is no place for a table. */
    private static final int ITEMS = 100;

    private static final class Step {
        private final Map<String, Step> next = new LinkedHashMap<>();
        private final String path;
        private int cell = -1;
        private boolean isNull;

        Step(String path) {
            this.path = path;
        }
    }

    private final Step root = new Step("");
    private final List<String> all = new ArrayList<>();

    List<String> all() {
        return List.copyOf(all);
    }

    void add(String path) {
        Step step = root;
        for (String name : path.split("\\.", -1)) step = next(step, name);
        cell(step);
    }

    /** A path that only ever was null is a column too, unless other rows have an object or a list there. */
    void addNulls() {
        addNulls(root);
    }

    private void addNulls(Step step) {
        if (step.isNull && step.next.isEmpty()) cell(step);
        step.next.values().forEach(this::addNulls);
    }

    /** The cells of the object that the parser has just entered; paths that are new are added. */
    @Nullable
    String[] cells(JsonParser parser) throws IOException {
        @Nullable String[] cells = object(parser, root, new String[Math.max(1, all.size())]);
        return cells.length == all.size() ? cells : Arrays.copyOf(cells, all.size());
    }

    private @Nullable String[] object(JsonParser parser, Step step, @Nullable String[] cells) throws IOException {
        @Nullable String[] filled = cells;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            Step to = next(step, parser.currentName());
            parser.nextToken();
            filled = value(parser, to, filled);
        }
        return filled;
    }

    private @Nullable String[] value(JsonParser parser, Step step, @Nullable String[] cells) throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) return object(parser, step, cells);
        if (parser.currentToken() == JsonToken.START_ARRAY) return list(parser, step, cells);
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            step.isNull = true;
            return cells;
        }
        int cell = cell(step);
        @Nullable
        String[] filled = cell < cells.length ? cells : Arrays.copyOf(cells, Math.max(cell + 1, 2 * cells.length));
        filled[cell] = parser.getText();
        return filled;
    }

    private @Nullable String[] list(JsonParser parser, Step step, @Nullable String[] cells) throws IOException {
        @Nullable String[] filled = cells;
        int item = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (item < ITEMS) filled = value(parser, next(step, Integer.toString(item)), filled);
            else parser.skipChildren();
            item++;
        }
        return filled;
    }

    private static Step next(Step step, String name) {
        return step.next.computeIfAbsent(name, n -> new Step(step.path.isEmpty() ? n : step.path + "." + n));
    }

    private int cell(Step step) {
        if (step.cell < 0) {
            step.cell = all.size();
            all.add(step.path);
        }
        return step.cell;
    }
}
