package norma.server.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import norma.expression.Expression;
import norma.expression.Nowhere;
import org.jspecify.annotations.Nullable;

/** The rows of another file by key, held whole. Of rows with one key the first stands. */
final class Lookup {

    private final int nth;
    private final String alias;
    private final String file;
    private final List<String> columns;
    private final Expression on;
    private final Map<String, @Nullable String[]> rows = new HashMap<>();
    private final Samples missing = new Samples();
    private long repeated;
    private long unread;

    Lookup(int nth, String alias, String file, List<String> columns, Expression on) {
        this.nth = nth;
        this.alias = alias;
        this.file = file;
        this.columns = columns;
        this.on = on;
    }

    void put(String key, @Nullable String[] row) {
        if (rows.putIfAbsent(key, row) != null) repeated++;
    }

    void unread() {
        unread++;
    }

    /** Null when the key is undefined or leads nowhere; the latter is counted. */
    @Nullable
    String @Nullable [] find(Row row) {
        String key = on.words(row, Nowhere.SCENE);
        if (key == null) return null;
        @Nullable String[] found = rows.get(key);
        if (found == null) missing.add(key);
        return found;
    }

    int nth() {
        return nth;
    }

    String alias() {
        return alias;
    }

    List<String> columns() {
        return columns;
    }

    Account.LookupAccount account() {
        return new Account.LookupAccount(alias, file, rows.size(), repeated, unread, missing.count(), missing.shown());
    }
}
