package norma.server.notify;

import norma.server.store.Deviations;
import org.jspecify.annotations.Nullable;

/** What a deviation is, by the words that routes and the API call it. */
final class Columns {

    private Columns() {}

    static @Nullable String value(Deviations.Row row, String column) {
        return switch (column) {
            case "head" -> row.around().head();
            case "owner" -> row.around().owner();
            case "team" -> row.around().team();
            case "client" -> row.around().client();
            case "segment" -> row.around().segment();
            case "severity" -> row.severity().word();
            case "rule" -> row.rule();
            default -> throw new IllegalArgumentException("rows are not told apart by " + column);
        };
    }
}
