package norma.server.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import norma.deviation.Deviation;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Writes what the engine found into the rows of deviations, many at a time: another norm may make thousands. */
public final class Findings {

    /** More values than these a question cannot hold everywhere. */
    private static final int MOST_AT_ONCE = 500;

    /** @param body JSON, in both languages */
    public record Found(Deviation deviation, Around around, String body) {}

    /** The last episode of a deviation. */
    private record Last(long number, long since) {}

    private final Handle handle;

    Findings(Handle handle) {
        this.handle = handle;
    }

    /**
     * A new row for each; the last row again, where the same condition has come back.
     *
     * @param at epoch milliseconds, as below
     * @return their numbers, by the id of the deviation
     */
    public Map<String, Long> raise(Collection<Found> all, long at) {
        if (all.isEmpty()) return Map.of();
        Map<String, Found> byId = new LinkedHashMap<>();
        all.forEach(found -> byId.put(found.deviation().id(), found));
        Map<String, Last> before = last(byId.keySet());
        Map<Long, Found> again = new LinkedHashMap<>();
        List<Found> fresh = new ArrayList<>();
        byId.forEach((id, found) -> {
            Last last = before.get(id);
            if (last != null && last.since() == found.deviation().since()) again.put(last.number(), found);
            else fresh.add(found);
        });
        insert(fresh, at);
        reopen(again, at);
        Map<String, Long> numbers = new HashMap<>();
        last(byId.keySet()).forEach((id, last) -> numbers.put(id, last.number()));
        return numbers;
    }

    private Map<String, Last> last(Collection<String> ids) {
        Map<String, Last> last = new HashMap<>();
        List<String> all = List.copyOf(ids);
        for (int from = 0; from < all.size(); from += MOST_AT_ONCE)
            handle.createQuery("SELECT id, number, since FROM deviation WHERE number IN"
                            + " (SELECT max(number) FROM deviation WHERE id IN (<ids>) GROUP BY id)")
                    .bindList("ids", all.subList(from, Math.min(all.size(), from + MOST_AT_ONCE)))
                    .map((row, context) ->
                            last.put(row.getString("id"), new Last(row.getLong("number"), row.getLong("since"))))
                    .list();
        return last;
    }

    private void insert(List<Found> fresh, long at) {
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO deviation (id, rule, subject_type, subject_id, owner, team, head, client, segment, severity, state,
                    since, raised_at, changed_at, stake, review, version, body)
                VALUES (:id, :rule, :subjectType, :subjectId, :owner, :team, :head, :client, :segment, :severity, :state,
                    :since, :raisedAt, :at, :stake, 'new', :version, :body)""");
        for (Found found : fresh)
            bind(batch, found, at)
                    .bind("id", found.deviation().id())
                    .bind("rule", found.deviation().rule())
                    .bind("subjectType", found.deviation().subject().type())
                    .bind("subjectId", found.deviation().subject().id())
                    .bind("since", found.deviation().since())
                    .add();
        execute(batch);
    }

    private void reopen(Map<Long, Found> again, long at) {
        PreparedBatch batch = handle.prepareBatch("""
                UPDATE deviation SET owner = :owner, team = :team, head = :head, client = :client, segment = :segment,
                    severity = :severity, state = :state, raised_at = :raisedAt, changed_at = :at, cleared_at = NULL,
                    regressions = regressions + 1, stake = :stake, review = 'new', review_by = NULL, review_at = NULL,
                    review_until = NULL, review_awaited = NULL, review_reason = NULL, unattended = NULL, version = :version, body = :body
                WHERE number = :number""");
        again.forEach(
                (number, found) -> bind(batch, found, at).bind("number", number).add());
        execute(batch);
    }

    /** @param changed by the number of the row */
    public void change(Map<Long, Found> changed, long at) {
        PreparedBatch batch = handle.prepareBatch("""
                UPDATE deviation SET owner = :owner, team = :team, head = :head, client = :client, segment = :segment,
                    severity = :severity, state = :state, raised_at = :raisedAt, changed_at = :at, stake = :stake,
                    version = :version, body = :body
                WHERE number = :number""");
        changed.forEach(
                (number, found) -> bind(batch, found, at).bind("number", number).add());
        execute(batch);
    }

    private static PreparedBatch bind(PreparedBatch batch, Found found, long at) {
        Deviation deviation = found.deviation();
        return batch.bind("owner", found.around().owner())
                .bind("team", found.around().team())
                .bind("head", found.around().head())
                .bind("client", found.around().client())
                .bind("segment", found.around().segment())
                .bind("severity", deviation.severity().word())
                .bind("state", deviation.state().name().toLowerCase(Locale.ROOT))
                .bind("raisedAt", deviation.raisedAt())
                .bind("at", at)
                .bind("stake", deviation.stake().orElse(null))
                .bind("version", deviation.version())
                .bind("body", found.body());
    }

    /** What their last values were stays with them. */
    public void clear(Collection<Long> numbers, long at) {
        PreparedBatch batch = handle.prepareBatch(
                "UPDATE deviation SET state = 'resolved', cleared_at = :at, changed_at = :at WHERE number = :number");
        for (long number : numbers) batch.bind("at", at).bind("number", number).add();
        execute(batch);
    }

    private static void execute(PreparedBatch batch) {
        if (batch.size() > 0) batch.execute();
    }
}
