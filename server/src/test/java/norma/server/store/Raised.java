package norma.server.store;

import java.util.List;
import java.util.Objects;
import norma.deviation.Deviation;

/** One deviation as the engine would have it written. */
final class Raised {

    private Raised() {}

    /** @return the number of its row */
    static long in(Tables tables, Deviation deviation, Around around, long at, String body) {
        return Objects.requireNonNull(tables.findings()
                .raise(List.of(new Findings.Found(deviation, around, body)), at)
                .get(deviation.id()));
    }
}
