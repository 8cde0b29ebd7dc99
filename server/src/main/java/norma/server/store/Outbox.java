package norma.server.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** What is to be told, what was made of it, and how far that has come. */
public final class Outbox {

    /**
     * One thing that one recipient is to be told.
     *
     * @param part of what is told to the recipient by the route: what has the same is told together
     * @param at when it happened, epoch milliseconds
     * @param due when it is to be told
     */
    public record Notice(
            long number,
            String route,
            String recipient,
            String part,
            long event,
            @Nullable Long deviation,
            long at,
            long due) {}

    /** Notices that are told together. */
    public record Group(String route, String recipient, String part) {}

    /** Where a message is. */
    public enum State {
        WAITING,
        SENT,
        FAILED,
        DROPPED
    }

    /**
     * @param id the same however often it is sent
     * @param attempts how often it was sent so far
     * @param nextAt when it is to be sent, epoch milliseconds; null once it is not
     */
    public record Message(
            long number,
            String id,
            String route,
            String recipient,
            String body,
            long madeAt,
            int attempts,
            @Nullable Long nextAt,
            State state,
            long stateAt,
            @Nullable String reason) {}

    /** Whoever is told nothing more by a route; by none, where the route is {@link #EVERY}. */
    public record Silenced(String route, String recipient, long at, String reason) {}

    public static final String EVERY = "*";

    private final Handle handle;

    Outbox(Handle handle) {
        this.handle = handle;
    }

    /** Up to which event the routes have been gone through; empty before the first time. */
    public OptionalLong routed() {
        return handle.createQuery("SELECT event FROM routed").mapTo(Long.class).stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    public void routed(long event) {
        int known = handle.execute("UPDATE routed SET event = ?", event);
        if (known == 0) handle.execute("INSERT INTO routed (one, event) VALUES (1, ?)", event);
    }

    /** Whatever number they have. */
    public void add(List<Notice> notices) {
        if (notices.isEmpty()) return;
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO notice (route, recipient, part, event, deviation, at, due) VALUES (?, ?, ?, ?, ?, ?, ?)""");
        for (Notice notice : notices)
            batch.bind(0, notice.route())
                    .bind(1, notice.recipient())
                    .bind(2, notice.part())
                    .bind(3, notice.event())
                    .bind(4, notice.deviation())
                    .bind(5, notice.at())
                    .bind(6, notice.due())
                    .add();
        batch.execute();
    }

    /** When a group that is waiting is to be told. */
    public Optional<Long> due(Group group) {
        return handle.createQuery("""
                        SELECT min(due) FROM notice WHERE message IS NULL AND route = ? AND recipient = ? AND part = ?""")
                .bind(0, group.route())
                .bind(1, group.recipient())
                .bind(2, group.part())
                .mapTo(Long.class)
                .findOne();
    }

    public List<Group> groupsDue(long now) {
        return handle.createQuery("""
                        SELECT route, recipient, part FROM notice WHERE message IS NULL AND due <= ?
                        GROUP BY route, recipient, part ORDER BY min(number)""")
                .bind(0, now)
                .map((row, context) -> new Group(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }

    /** What a group is to be told, in order. */
    public List<Notice> waiting(Group group, int most) {
        return handle.createQuery("""
                        SELECT number, route, recipient, part, event, deviation, at, due FROM notice
                        WHERE message IS NULL AND route = ? AND recipient = ? AND part = ? ORDER BY number LIMIT ?""")
                .bind(0, group.route())
                .bind(1, group.recipient())
                .bind(2, group.part())
                .bind(3, most)
                .map((row, context) -> notice(row))
                .list();
    }

    /** The last that was told of each deviation which stands, and of which nobody has taken notice. */
    public List<Notice> unheard(String route) {
        return handle.createQuery("""
                        SELECT max(n.number) AS number, n.route, n.recipient, n.part, max(n.event) AS event, n.deviation,
                            max(n.at) AS at, max(n.due) AS due
                        FROM notice n JOIN deviation d ON d.number = n.deviation
                        WHERE n.route = ? AND d.cleared_at IS NULL AND d.review = 'new'
                        GROUP BY n.route, n.recipient, n.part, n.deviation HAVING count(*) = count(n.message)
                        ORDER BY max(n.number)""")
                .bind(0, route)
                .map((row, context) -> notice(row))
                .list();
    }

    /** These notices are told by this message; 0 for none, where there is nothing left to tell. */
    public void told(List<Notice> notices, long message) {
        PreparedBatch batch = handle.prepareBatch("UPDATE notice SET message = ? WHERE number = ?");
        for (Notice notice : notices)
            batch.bind(0, message).bind(1, notice.number()).add();
        if (!notices.isEmpty()) batch.execute();
    }

    /** @return its number */
    public long send(String id, String route, String recipient, String body, long at) {
        return handle.createUpdate("""
                INSERT INTO message (id, route, recipient, body, made_at, next_at, state, state_at)
                VALUES (?, ?, ?, ?, ?, ?, 'waiting', ?)""")
                .bind(0, id)
                .bind(1, route)
                .bind(2, recipient)
                .bind(3, body)
                .bind(4, at)
                .bind(5, at)
                .bind(6, at)
                .executeAndReturnGeneratedKeys("number")
                .mapTo(Long.class)
                .one();
    }

    /** Of each recipient the first that is due. */
    public List<Message> toSend(long now) {
        return handle.createQuery("""
                        SELECT * FROM message WHERE number IN (SELECT min(number) FROM message
                            WHERE state = 'waiting' AND next_at <= ? GROUP BY recipient)
                        ORDER BY number""")
                .bind(0, now)
                .map((row, context) -> message(row))
                .list();
    }

    /** What was told long ago is kept no longer, except what may have to be told again. */
    public void forgetBefore(long at) {
        handle.execute("""
                DELETE FROM notice WHERE at < ? AND message IS NOT NULL AND (deviation IS NULL
                    OR deviation IN (SELECT number FROM deviation WHERE cleared_at IS NOT NULL))""", at);
        handle.execute("DELETE FROM message WHERE state IN ('sent', 'dropped') AND state_at < ?", at);
    }

    /** It is about to be sent; unless it is heard of again before, it is sent once more then. */
    public void trying(long number, int attempts, long nextAt) {
        handle.execute("UPDATE message SET attempts = ?, next_at = ? WHERE number = ?", attempts, nextAt, number);
    }

    public void again(long number, long nextAt, String reason) {
        handle.execute("UPDATE message SET next_at = ?, reason = ? WHERE number = ?", nextAt, reason, number);
    }

    public void over(long number, State state, long at, @Nullable String reason) {
        handle.createUpdate("UPDATE message SET state = ?, state_at = ?, next_at = NULL, reason = ? WHERE number = ?")
                .bind(0, word(state))
                .bind(1, at)
                .bind(2, reason)
                .bind(3, number)
                .execute();
    }

    /** The next moment at which something is to be made or sent, epoch milliseconds; {@link Long#MAX_VALUE} for none. */
    public long nextMoment() {
        return handle.createQuery("""
                        SELECT min(at) FROM (SELECT min(due) AS at FROM notice WHERE message IS NULL
                        UNION ALL SELECT min(next_at) AS at FROM message WHERE state = 'waiting') AS moments""").mapTo(Long.class).findOne().orElse(Long.MAX_VALUE);
    }

    /** The newest first; of one state, or of any. */
    public List<Message> newest(@Nullable State state, long before, int most) {
        String which = state == null ? "" : " AND state = '" + word(state) + "'";
        return handle.createQuery("SELECT * FROM message WHERE number < ?" + which + " ORDER BY number DESC LIMIT ?")
                .bind(0, before)
                .bind(1, most)
                .map((row, context) -> message(row))
                .list();
    }

    public long count(State state) {
        return handle.createQuery("SELECT count(*) FROM message WHERE state = ?")
                .bind(0, word(state))
                .mapTo(Long.class)
                .one();
    }

    /** Sends once more what had failed. */
    public boolean revive(long number, long now) {
        return handle.execute(
                        "UPDATE message SET state = 'waiting', attempts = 0, made_at = ?, next_at = ?, state_at = ?"
                                + " WHERE number = ? AND state = 'failed'",
                        now,
                        now,
                        now,
                        number)
                > 0;
    }

    /** When a digest was told last, epoch milliseconds; empty before the first time. */
    public OptionalLong digested(String route) {
        return handle
                .createQuery("SELECT told_at FROM digest WHERE route = ?")
                .bind(0, route)
                .mapTo(Long.class)
                .stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    public void digested(String route, long at) {
        handle.execute("""
                INSERT INTO digest (route, told_at) VALUES (?, ?)
                ON CONFLICT (route) DO UPDATE SET told_at = excluded.told_at""", route, at);
    }

    public void silence(String route, String recipient, long at, String reason) {
        handle.execute("""
                INSERT INTO silenced (route, recipient, at, reason) VALUES (?, ?, ?, ?)
                ON CONFLICT (route, recipient) DO NOTHING""", route, recipient, at, reason);
    }

    public boolean speak(String route, String recipient) {
        return handle.execute("DELETE FROM silenced WHERE route = ? AND recipient = ?", route, recipient) > 0;
    }

    public boolean isSilenced(String route, String recipient) {
        return handle.createQuery("SELECT count(*) FROM silenced WHERE recipient = ? AND route IN (?, '" + EVERY + "')")
                        .bind(0, recipient)
                        .bind(1, route)
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    public List<Silenced> silenced() {
        return handle.createQuery("SELECT route, recipient, at, reason FROM silenced ORDER BY at, route, recipient")
                .map((row, context) ->
                        new Silenced(row.getString(1), row.getString(2), row.getLong(3), row.getString(4)))
                .list();
    }

    private static Notice notice(ResultSet row) throws SQLException {
        return new Notice(
                row.getLong("number"),
                row.getString("route"),
                row.getString("recipient"),
                row.getString("part"),
                row.getLong("event"),
                Deviations.number(row, "deviation"),
                row.getLong("at"),
                row.getLong("due"));
    }

    private static Message message(ResultSet row) throws SQLException {
        return new Message(
                row.getLong("number"),
                row.getString("id"),
                row.getString("route"),
                row.getString("recipient"),
                row.getString("body"),
                row.getLong("made_at"),
                row.getInt("attempts"),
                Deviations.number(row, "next_at"),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getLong("state_at"),
                row.getString("reason"));
    }

    private static String word(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
