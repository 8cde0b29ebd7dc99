package norma.server.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import norma.decide.Decision;
import norma.standard.DecisionRule;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** What was called for, and what became of it. */
public final class Decisions {

    public enum State {
        OPEN,
        IN_PROGRESS,
        DONE,
        CHECKED,
        REJECTED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * @param deviation the number of the episode
     * @param called whether the engine still calls for it: its deviation stands
     * @param checkAt when it is to be seen whether it worked, epoch milliseconds
     * @param effect {@code effective}, {@code not_effective} or {@code inconclusive}, once that was seen
     */
    public record Row(
            long number,
            long deviation,
            Decision decision,
            boolean called,
            State state,
            @Nullable String stateBy,
            @Nullable Long stateAt,
            @Nullable String reason,
            @Nullable Long checkAt,
            @Nullable String effect) {}

    static final String SELECT = "SELECT c.*, deviation.id AS deviation_id"
            + " FROM decision c JOIN deviation ON deviation.number = c.deviation ";

    private final Handle handle;
    private final Sight sight;

    Decisions(Handle handle, Sight sight) {
        this.sight = sight;
        this.handle = handle;
    }

    public long add(long deviation, Decision decision) {
        return handle.createUpdate("""
                INSERT INTO decision (id, deviation, rule, phase, action, assignee, due, step, mode, decided_at, state)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'open')""")
                .bind(0, decision.id())
                .bind(1, deviation)
                .bind(2, decision.rule())
                .bind(3, lower(decision.phase()))
                .bind(4, decision.action())
                .bind(5, decision.assignee().orElse(null))
                .bind(6, decision.due().orElse(null))
                .bind(7, decision.step())
                .bind(8, lower(decision.mode()))
                .bind(9, decision.decidedAt())
                .executeAndReturnGeneratedKeys("number")
                .mapTo(Long.class)
                .one();
    }

    /** The engine calls for those of these deviations no more: they are over, or others took their place. */
    public void noLongerCalled(Collection<Long> deviations) {
        if (deviations.isEmpty()) return;
        PreparedBatch batch =
                handle.prepareBatch("UPDATE decision SET called = 0 WHERE deviation = :deviation AND called = 1");
        for (long deviation : deviations) batch.bind("deviation", deviation).add();
        batch.execute();
    }

    public void state(long number, State state, String by, long at, @Nullable String reason, @Nullable Long checkAt) {
        handle.createUpdate(
                        "UPDATE decision SET state = ?, state_by = ?, state_at = ?, reason = ?, check_at = ? WHERE number = ?")
                .bind(0, state.word())
                .bind(1, by)
                .bind(2, at)
                .bind(3, reason)
                .bind(4, checkAt)
                .bind(5, number)
                .execute();
    }

    public void assign(long number, String assignee) {
        handle.execute("UPDATE decision SET assignee = ? WHERE number = ?", assignee, number);
    }

    public void effect(long number, String effect, long at) {
        handle.execute(
                "UPDATE decision SET state = 'checked', effect = ?, state_at = ?, check_at = NULL WHERE number = ?",
                effect,
                at,
                number);
    }

    public Optional<Row> number(long number) {
        return rows(sight.bind(handle.createQuery(SELECT + "WHERE c.number = :number AND " + sight.ofDecision()))
                        .bind("number", number))
                .stream()
                .findFirst();
    }

    public List<Row> of(long deviation) {
        return rows(sight.bind(handle.createQuery(
                        SELECT + "WHERE c.deviation = :deviation AND " + sight.ofDecision() + " ORDER BY c.number"))
                .bind("deviation", deviation));
    }

    /** The same of many, by the number of the deviation; of some there may be none. */
    public Map<Long, List<Row>> of(Collection<Long> deviations) {
        if (deviations.isEmpty()) return Map.of();
        Query query = handle.createQuery(
                        SELECT + "WHERE c.deviation IN (<deviations>) AND " + sight.ofDecision() + " ORDER BY c.number")
                .bindList("deviations", List.copyOf(deviations));
        return rows(sight.bind(query)).stream().collect(Collectors.groupingBy(Row::deviation));
    }

    /** What the engine calls for: what it has to know to go on. */
    public List<Row> called() {
        return rows(handle.createQuery(SELECT + "WHERE c.called = 1 ORDER BY c.number"));
    }

    /** Those whose effect is to be looked at by now. */
    public List<Row> toCheck(long now) {
        return rows(handle.createQuery(SELECT + "WHERE c.state = 'done' AND c.check_at <= ? ORDER BY c.number")
                .bind(0, now));
    }

    /** When it is to be seen first whether one worked, epoch milliseconds; {@link Long#MAX_VALUE} for never. */
    public long nextCheck() {
        return handle.createQuery("SELECT min(check_at) FROM decision WHERE state = 'done'")
                .mapTo(Long.class)
                .findOne()
                .orElse(Long.MAX_VALUE);
    }

    /** What is called for and was to be done by now, what was due first before the rest. */
    public List<Row> overdue(long now) {
        return rows(handle.createQuery(SELECT + "WHERE c.called = 1 AND c.state IN ('open', 'in_progress')"
                        + " AND c.due < ? ORDER BY c.due, c.number")
                .bind(0, now));
    }

    /**
     * Open ones by due date, those without one last.
     *
     * @param after the number of the last row of the page before; 0 for the first page
     */
    public List<Row> page(@Nullable String assignee, @Nullable String state, long after, int most) {
        List<String> conditions = new ArrayList<>(List.of("c.number > :after", sight.ofDecision()));
        Map<String, Object> values = new LinkedHashMap<>();
        if (assignee != null) {
            conditions.add("c.assignee = :assignee");
            values.put("assignee", assignee);
        }
        if (state != null) {
            conditions.add("c.state = :state");
            values.put("state", state);
        }
        Query query = handle.createQuery(
                SELECT + "WHERE " + String.join(" AND ", conditions) + " ORDER BY c.number LIMIT :most");
        values.forEach(query::bind);
        return rows(sight.bind(query).bind("after", after).bind("most", most));
    }

    static List<Row> rows(Query query) {
        return query.map((row, context) -> row(row)).list();
    }

    private static Row row(ResultSet row) throws SQLException {
        Decision decision = new Decision(
                row.getString("rule"),
                row.getString("deviation_id"),
                DecisionRule.Phase.valueOf(row.getString("phase").toUpperCase(Locale.ROOT)),
                row.getString("action"),
                Optional.ofNullable(row.getString("assignee")),
                Optional.ofNullable(Deviations.number(row, "due")),
                row.getInt("step"),
                DecisionRule.Mode.valueOf(row.getString("mode").toUpperCase(Locale.ROOT)),
                row.getLong("decided_at"));
        return new Row(
                row.getLong("number"),
                row.getLong("deviation"),
                decision,
                row.getInt("called") == 1,
                State.of(row.getString("state")),
                row.getString("state_by"),
                Deviations.number(row, "state_at"),
                row.getString("reason"),
                Deviations.number(row, "check_at"),
                row.getString("effect"));
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
