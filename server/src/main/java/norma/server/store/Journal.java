package norma.server.store;

import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import norma.fact.Catalogue;
import norma.fact.Change;
import norma.fact.FactType;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Every change that was ever taken, and how far time had passed. */
public final class Journal {

    private static final int ROWS_AT_ONCE = 5_000;

    private final Handle handle;

    Journal(Handle handle) {
        this.handle = handle;
    }

    /** @param takenAt epoch milliseconds */
    public void add(Collection<Change> changes, long takenAt) {
        if (changes.isEmpty()) return;
        PreparedBatch batch =
                handle.prepareBatch("INSERT INTO journal (type, id, at, fields, taken_at) VALUES (?, ?, ?, ?, ?)");
        for (Change change : changes)
            batch.bind(0, change.type().name())
                    .bind(1, change.id())
                    .bind(2, change.at())
                    .bind(3, Json.of(change.set()))
                    .bind(4, takenAt)
                    .add();
        batch.execute();
    }

    /** In the order of time, those of one time in the order of arrival; to be closed. */
    public Stream<Change> inTime() {
        return handle
                .createQuery("SELECT type, id, at, fields FROM journal ORDER BY at, seq")
                .setFetchSize(ROWS_AT_ONCE)
                .map((row, context) -> change(row.getString(1), row.getString(2), row.getLong(3), row.getString(4)))
                .stream();
    }

    /** The changes of one fact, in the order of time, those of one time in the order of arrival. */
    public List<Change> of(FactType type, String id) {
        return handle.createQuery("SELECT at, fields FROM journal WHERE type = ? AND id = ? ORDER BY at, seq")
                .bind(0, type.name())
                .bind(1, id)
                .map((row, context) -> new Change(type, id, row.getLong(1), Json.map(row.getString(2))))
                .list();
    }

    /** The facts of a type that anything was ever told of. */
    public Set<String> ids(FactType type) {
        return Set.copyOf(handle.createQuery("SELECT DISTINCT id FROM journal WHERE type = ?")
                .bind(0, type.name())
                .mapTo(String.class)
                .list());
    }

    public long size() {
        return handle.createQuery("SELECT count(*) FROM journal")
                .mapTo(Long.class)
                .one();
    }

    private static Change change(String type, String id, long at, String fields) {
        return new Change(
                Catalogue.type(type)
                        .orElseThrow(() ->
                                new IllegalStateException("the journal knows facts that Norma does not: " + type)),
                id,
                at,
                Json.map(fields));
    }

    /** How far time had passed, epoch milliseconds; empty before the first time. */
    public OptionalLong now() {
        return handle.createQuery("SELECT now FROM moment").mapTo(Long.class).stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    public void passed(long now) {
        int known = handle.execute("UPDATE moment SET now = ?", now);
        if (known == 0) handle.execute("INSERT INTO moment (one, now) VALUES (1, ?)", now);
    }
}
