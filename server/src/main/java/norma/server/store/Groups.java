package norma.server.store;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Deviations put together by what a column holds: how many, and what is at stake, counted in the store. */
public final class Groups {

    /**
     * @param key what the column holds; empty where it holds nothing
     * @param stake in 1/10000 of the currency's unit; what is at stake in one subject counts once, however many rules
     *     find something in it
     */
    public record Group(String key, long cases, long critical, long stake) {

        /** Where it stands among the others. */
        public String place() {
            return critical + "." + stake + "." + key;
        }

        /** Nothing for what {@link #place} does not give. */
        public static Optional<Group> at(String place) {
            Matcher parts = PLACE.matcher(place);
            return parts.matches()
                    ? Optional.of(new Group(
                            parts.group(3), 0, Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2))))
                    : Optional.empty();
        }
    }

    private static final Pattern PLACE = Pattern.compile("(\\d{1,18})\\.(-?\\d{1,18})\\.(.*)", Pattern.DOTALL);

    private final Handle handle;
    private final Sight sight;

    Groups(Handle handle, Sight sight) {
        this.handle = handle;
        this.sight = sight;
    }

    /**
     * Those with the most critical ones first, then those with the most at stake.
     *
     * @param after the last group of the page before; null for the first page
     */
    public List<Group> page(String column, Deviations.Filter filter, @Nullable Group after, int most) {
        Deviations.requireColumn(column);
        Where where = new Where(filter, sight);
        String beyond = after == null ? "" : " WHERE (-critical, -stake, key) > (:critical, :stake, :key)";
        Query query = handle.createQuery("SELECT * FROM (SELECT coalesce(part, '') AS key, sum(cases) AS cases,"
                + " sum(critical) AS critical, sum(stake) AS stake FROM ("
                + bySubject(column + " AS part, ", where, ", " + column)
                + ") AS parts GROUP BY coalesce(part, '')) AS counted" + beyond
                + " ORDER BY -critical, -stake, key LIMIT :most");
        where.bind(query).bind("most", most);
        if (after != null)
            query.bind("critical", -after.critical())
                    .bind("stake", -after.stake())
                    .bind("key", after.key());
        return query.map((row, context) -> new Group(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4)))
                .list();
    }

    /** Everything that a filter lets through, as one. */
    public Group whole(Deviations.Filter filter) {
        Where where = new Where(filter, sight);
        Query query = handle.createQuery("SELECT coalesce(sum(cases), 0), coalesce(sum(critical), 0),"
                + " coalesce(sum(stake), 0) FROM (" + bySubject("", where, "") + ") AS parts");
        return where.bind(query)
                .map((row, context) -> new Group("", row.getLong(1), row.getLong(2), row.getLong(3)))
                .one();
    }

    /** The subject comes first: in this order an index holds what stands. */
    private static String bySubject(String more, Where where, String by) {
        return "SELECT " + more + "count(*) AS cases,"
                + " sum(CASE severity WHEN 'critical' THEN 1 ELSE 0 END) AS critical, max(coalesce(stake, 0)) AS stake"
                + " FROM deviation" + where + " GROUP BY subject_id, subject_type" + by;
    }
}
