package norma.server.live;

import java.util.List;
import norma.diagnostics.Text;
import org.jspecify.annotations.Nullable;

/**
 * What became of rows that were offered.
 *
 * @param accepted rows
 * @param changes of facts that came of them
 */
public record Taken(int accepted, int changes, List<Refused> refused) {

    /**
     * A row that was not taken, and one reason why.
     *
     * @param column null where the row as a whole is meant
     * @param value what stood there
     * @param code of the reason, where it has one
     */
    public record Refused(
            long row,
            @Nullable String column,
            @Nullable String value,
            @Nullable String code,
            Text reason) {

        public static Refused of(long row, Text reason) {
            return new Refused(row, null, null, null, reason);
        }
    }
}
