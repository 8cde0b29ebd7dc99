package norma.server.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import norma.deviation.Episode;
import norma.standard.Severity;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** The episodes of deviations that were ever raised: one row each. */
public final class Deviations {

    /**
     * @param number of the episode, never given twice
     * @param changedAt epoch milliseconds, as the other times
     * @param clearedAt null while it stands
     * @param regressions how often it came back soon after its end
     * @param stake in 1/10000 of the currency's unit
     * @param unattended since when nobody has taken notice, where that is not since it was raised
     * @param body JSON, in both languages
     */
    public record Row(
            long number,
            String id,
            String rule,
            String subjectType,
            String subjectId,
            Around around,
            Severity severity,
            Episode.State state,
            long since,
            long raisedAt,
            long changedAt,
            @Nullable Long clearedAt,
            int regressions,
            @Nullable Long stake,
            Review review,
            @Nullable Long unattended,
            String version,
            String body) {

        public boolean stands() {
            return clearedAt == null;
        }
    }

    /** What rows are told apart by. */
    private static final Set<String> COLUMNS =
            Set.of("head", "team", "owner", "client", "rule", "severity", "review", "segment", "subject_id");

    /**
     * Which rows are asked for.
     *
     * @param is what columns hold, by name; those that are not named may hold anything
     * @param raisedAfter epoch milliseconds; null for any time
     * @param stakeFrom at least so much at stake, in 1/10000 of the currency's unit; null for any
     * @param standing only what stands
     * @param toAttendTo only what is neither held nor dismissed
     * @param worseAfter only what was raised or became worse after the event of that number; null for any
     */
    public record Filter(
            Map<String, String> is,
            @Nullable Long raisedAfter,
            @Nullable Long raisedBefore,
            @Nullable Long stakeFrom,
            boolean standing,
            boolean toAttendTo,
            @Nullable Long worseAfter) {

        public static final Filter STANDING = new Filter(Map.of(), null, null, null, true);

        public Filter(
                Map<String, String> is,
                @Nullable Long raisedAfter,
                @Nullable Long raisedBefore,
                @Nullable Long stakeFrom,
                boolean standing) {
            this(is, raisedAfter, raisedBefore, stakeFrom, standing, false, null);
        }

        public Filter {
            is.keySet().forEach(Deviations::requireColumn);
            is = Map.copyOf(is);
        }

        /** The same, and this column holds that; nothing more for null. */
        public Filter with(String column, @Nullable String value) {
            if (value == null) return this;
            Map<String, String> more = new LinkedHashMap<>(is);
            more.put(column, value);
            return new Filter(more, raisedAfter, raisedBefore, stakeFrom, standing, toAttendTo, worseAfter);
        }

        /** The same, and this column holds nothing. */
        public Filter empty(String column) {
            return with(column, "");
        }

        /** The same, whatever this column holds. */
        public Filter without(String column) {
            Map<String, String> less = new LinkedHashMap<>(is);
            less.remove(column);
            return new Filter(less, raisedAfter, raisedBefore, stakeFrom, standing, toAttendTo, worseAfter);
        }

        /** The same, without what is held or dismissed. */
        public Filter onlyToAttendTo() {
            return new Filter(is, raisedAfter, raisedBefore, stakeFrom, standing, true, worseAfter);
        }

        /** The same, whether it is held or dismissed or not. */
        public Filter whateverWasDone() {
            return new Filter(is, raisedAfter, raisedBefore, stakeFrom, standing, false, worseAfter).without("review");
        }

        /** The same, and only what was raised before that time. */
        public Filter onlyRaisedBefore(long time) {
            return new Filter(is, raisedAfter, time, stakeFrom, standing, toAttendTo, worseAfter);
        }

        /** The same, and only where so much is at stake, in 1/10000 of the currency's unit. */
        public Filter onlyWithStakeFrom(long stake) {
            return new Filter(is, raisedAfter, raisedBefore, stake, standing, toAttendTo, worseAfter);
        }

        /** The same, and only what was raised or became worse after that event. */
        public Filter onlyWorseAfter(long event) {
            return new Filter(is, raisedAfter, raisedBefore, stakeFrom, standing, toAttendTo, event);
        }
    }

    /** Names of columns stand in SQL as they are. */
    static void requireColumn(String name) {
        if (!COLUMNS.contains(name)) throw new IllegalArgumentException("rows are not told apart by " + name);
    }

    private final Handle handle;
    private final Sight sight;

    Deviations(Handle handle, Sight sight) {
        this.sight = sight;
        this.handle = handle;
    }

    /** @param unattended since when nobody has taken notice; {@link Long#MAX_VALUE} when somebody has */
    public void review(long number, Review review, long unattended) {
        handle.createUpdate("""
                UPDATE deviation SET review = ?, review_by = ?, review_at = ?, review_until = ?, review_reason = ?,
                    unattended = ?, review_awaited = ? WHERE number = ?""")
                .bind(0, review.state().word())
                .bind(1, review.by())
                .bind(2, review.at())
                .bind(3, review.until())
                .bind(4, review.reason())
                .bind(5, unattended)
                .bind(6, review.awaited() == null ? null : review.awaited().word())
                .bind(7, number)
                .execute();
    }

    public Optional<Row> number(long number) {
        return rows(sight.bind(handle.createQuery(
                                "SELECT * FROM deviation WHERE number = :number AND " + sight.ofDeviation()))
                        .bind("number", number))
                .stream()
                .findFirst();
    }

    /** The last episode of a deviation. */
    public Optional<Row> last(String id) {
        return episodes(id, " LIMIT 1").stream().findFirst();
    }

    /** Every episode of a deviation, the last one first. */
    public List<Row> episodes(String id) {
        return episodes(id, "");
    }

    private List<Row> episodes(String id, String most) {
        return rows(sight.bind(handle.createQuery("SELECT * FROM deviation WHERE id = :id AND " + sight.ofDeviation()
                        + " ORDER BY number DESC" + most))
                .bind("id", id));
    }

    /** Everything that stands, by id. */
    public Map<String, Row> standing() {
        Map<String, Row> standing = new LinkedHashMap<>();
        rows(handle.createQuery("SELECT * FROM deviation WHERE cleared_at IS NULL ORDER BY number"))
                .forEach(row -> standing.put(row.id(), row));
        return standing;
    }

    /** The holds that are over by now. */
    public List<Row> holdsOver(long now) {
        return rows(handle.createQuery(
                        "SELECT * FROM deviation WHERE cleared_at IS NULL AND review = 'held' AND review_until <= ?")
                .bind(0, now));
    }

    /** The holds that something may end sooner. */
    public List<Row> awaiting() {
        return rows(handle.createQuery("SELECT * FROM deviation WHERE review = 'held' AND cleared_at IS NULL"
                + " AND review_awaited IS NOT NULL ORDER BY number"));
    }

    public boolean isAnyAwaiting() {
        return handle.createQuery("SELECT 1 FROM deviation WHERE review = 'held' AND cleared_at IS NULL"
                        + " AND review_awaited IS NOT NULL LIMIT 1")
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /** When the next hold is over, epoch milliseconds; {@link Long#MAX_VALUE} for never. */
    public long nextHoldOver() {
        return handle.createQuery(
                        "SELECT min(review_until) FROM deviation WHERE cleared_at IS NULL AND review = 'held'")
                .mapTo(Long.class)
                .findOne()
                .orElse(Long.MAX_VALUE);
    }

    /**
     * What stands, the worst first; where the past is asked for too, the newest first.
     *
     * @param after the last row of the page before; null for the first page
     */
    public List<Row> page(Filter filter, @Nullable Place after, int most) {
        Where where = new Where(filter, sight);
        if (after != null) where.and(filter.standing() ? Place.BEYOND : "number < :placeNumber");
        Query query = handle.createQuery("SELECT * FROM deviation" + where + " ORDER BY "
                + (filter.standing() ? Place.ORDER : "number DESC") + " LIMIT :most");
        where.bind(query);
        if (after != null && filter.standing()) after.bind(query);
        else if (after != null) query.bind("placeNumber", after.number());
        return rows(query.bind("most", most));
    }

    /** How often each value of a column is among the rows of a filter, the most frequent {@code most} first. */
    public Map<String, Long> counts(String column, Filter filter, int most) {
        requireColumn(column);
        Where where = new Where(filter, sight);
        // an expression, so that no index on the column alone is taken for its order: it would read every row
        String value = "coalesce(" + column + ", '')";
        Query query = handle.createQuery("SELECT " + value + ", count(*) FROM deviation" + where + " GROUP BY " + value
                + " HAVING " + value + " <> '' ORDER BY count(*) DESC, " + value + " LIMIT :most");
        where.bind(query).bind("most", most);
        Map<String, Long> counts = new LinkedHashMap<>();
        query.map((row, context) -> counts.put(row.getString(1), row.getLong(2)))
                .list();
        return counts;
    }

    public Map<String, Long> counts(String column, Filter filter) {
        return counts(column, filter, Integer.MAX_VALUE);
    }

    private static List<Row> rows(Query query) {
        return query.map((row, context) -> row(row)).list();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("number"),
                row.getString("id"),
                row.getString("rule"),
                row.getString("subject_type"),
                row.getString("subject_id"),
                new Around(
                        row.getString("owner"),
                        row.getString("team"),
                        row.getString("head"),
                        row.getString("client"),
                        row.getString("segment")),
                Severity.valueOf(row.getString("severity").toUpperCase(Locale.ROOT)),
                Episode.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getLong("since"),
                row.getLong("raised_at"),
                row.getLong("changed_at"),
                number(row, "cleared_at"),
                row.getInt("regressions"),
                number(row, "stake"),
                new Review(
                        Review.State.of(row.getString("review")),
                        row.getString("review_by"),
                        number(row, "review_at"),
                        number(row, "review_until"),
                        awaited(row.getString("review_awaited")),
                        row.getString("review_reason")),
                number(row, "unattended"),
                row.getString("version"),
                row.getString("body"));
    }

    static @Nullable Long number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    private static Review.@Nullable Awaited awaited(@Nullable String word) {
        return word == null ? null : Review.Awaited.of(word).orElseThrow();
    }
}
