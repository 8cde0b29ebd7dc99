package norma.server.store;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Everything that happened to deviations and decisions, in order. */
public final class Events {

    /**
     * @param seq greater than that of whatever happened before
     * @param at epoch milliseconds
     * @param body JSON
     */
    public record Event(
            long seq,
            long at,
            String kind,
            @Nullable Long deviation,
            @Nullable Long decision,
            String body) {}

    private static final String COLUMNS = "SELECT seq, at, kind, event.deviation, decision, event.body FROM event ";

    private final Handle handle;
    private final Sight sight;

    Events(Handle handle, Sight sight) {
        this.sight = sight;
        this.handle = handle.registerRowMapper(ConstructorMapper.factory(Event.class));
    }

    /** Something that happened, before it has a number. */
    public record Happened(
            String kind, @Nullable Long deviation, @Nullable Long decision, String body) {}

    /** @param at epoch milliseconds */
    public void add(long at, String kind, @Nullable Long deviation, @Nullable Long decision, String body) {
        addAll(at, List.of(new Happened(kind, deviation, decision, body)));
    }

    /** In this order. */
    public void addAll(long at, List<Happened> all) {
        if (all.isEmpty()) return;
        PreparedBatch batch =
                handle.prepareBatch("INSERT INTO event (at, kind, deviation, decision, body) VALUES (?, ?, ?, ?, ?)");
        for (Happened each : all)
            batch.bind(0, at)
                    .bind(1, each.kind())
                    .bind(2, each.deviation())
                    .bind(3, each.decision())
                    .bind(4, each.body())
                    .add();
        batch.execute();
    }

    public List<Event> after(long seq, int most) {
        return sight.bind(handle.createQuery(
                        COLUMNS + "WHERE seq > :seq AND " + sight.ofEvent() + " ORDER BY seq LIMIT :most"))
                .bind("seq", seq)
                .bind("most", most)
                .mapTo(Event.class)
                .list();
    }

    public Optional<Event> number(long seq) {
        return handle.createQuery(COLUMNS + "WHERE seq = ?")
                .bind(0, seq)
                .mapTo(Event.class)
                .findFirst();
    }

    public List<Event> of(long deviation) {
        return sight.bind(handle.createQuery(
                        COLUMNS + "WHERE event.deviation = :deviation AND " + sight.ofEvent() + " ORDER BY seq"))
                .bind("deviation", deviation)
                .mapTo(Event.class)
                .list();
    }

    /**
     * What happened last to deviations of a filter, the newest first.
     *
     * @param before only what came before that event; {@link Long#MAX_VALUE} for anything
     */
    public List<Event> newest(Set<String> kinds, Deviations.Filter filter, long before, int most) {
        Where where = new Where(filter, sight);
        Query query = handle.createQuery(COLUMNS + "WHERE seq < :before AND kind IN (<kinds>) AND event.deviation IN"
                        + " (SELECT number FROM deviation" + where + ") ORDER BY seq DESC LIMIT :most")
                .bindList("kinds", List.copyOf(kinds));
        return where.bind(query)
                .bind("before", before)
                .bind("most", most)
                .mapTo(Event.class)
                .list();
    }

    /** Those of these deviations that were raised after an event, or became worse. */
    public Set<Long> worseAfter(long seq, Collection<Long> deviations) {
        if (deviations.isEmpty()) return Set.of();
        return Set.copyOf(handle.createQuery("SELECT DISTINCT deviation FROM event WHERE seq > :seq"
                        + " AND kind IN ('raised', 'worsened') AND deviation IN (<deviations>)")
                .bindList("deviations", List.copyOf(deviations))
                .bind("seq", seq)
                .mapTo(Long.class)
                .list());
    }

    /** The deviations that were raised or became worse from one moment on and before another, both epoch milliseconds. */
    public Set<Long> raisedBetween(long from, long to) {
        return Set.copyOf(handle.createQuery("SELECT DISTINCT deviation FROM event WHERE at >= ? AND at < ?"
                        + " AND kind IN ('raised', 'worsened') AND deviation IS NOT NULL")
                .bind(0, from)
                .bind(1, to)
                .mapTo(Long.class)
                .list());
    }

    /** The number of the last one; 0 before the first. */
    public long last() {
        return handle.createQuery("SELECT coalesce(max(seq), 0) FROM event")
                .mapTo(Long.class)
                .one();
    }
}
