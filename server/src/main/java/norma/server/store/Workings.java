package norma.server.store;

import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** How it goes with what Norma lives on: which facts arrive, and which rules cannot be judged. */
public final class Workings {

    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final int DAYS_KEPT = 30;

    /**
     * Facts of one type.
     *
     * @param firstAt when they came for the first time, epoch milliseconds as the other times
     * @param lateSince since when they are late; null while they are not
     * @param longest the longest time between two arrivals in the last thirty days, milliseconds; 0 for none
     */
    public record Arrival(
            String type,
            long firstAt,
            long lastAt,
            @Nullable Long lateSince,
            long longest) {}

    /**
     * A rule that cannot be judged.
     *
     * @param cases of how many subjects
     * @param reason of one of them
     */
    public record Failing(String rule, long since, long cases, String reason) {}

    private final Handle handle;

    Workings(Handle handle) {
        this.handle = handle;
    }

    /** Facts of this type came. */
    public void came(String type, long at) {
        handle.execute("""
                INSERT INTO arrival_gap (type, day, longest)
                SELECT type, ?, ? - last_at FROM arrival WHERE type = ? AND last_at < ?
                ON CONFLICT (type, day) DO UPDATE
                SET longest = CASE WHEN excluded.longest > arrival_gap.longest THEN excluded.longest
                    ELSE arrival_gap.longest END""", at / DAY, at, type, at);
        handle.execute("""
                INSERT INTO arrival (type, first_at, last_at) VALUES (?, ?, ?)
                ON CONFLICT (type) DO UPDATE SET last_at = excluded.last_at""", type, at, at);
    }

    public List<Arrival> arrivals(long now) {
        return handle.createQuery("""
                        SELECT type, first_at, last_at, late_since, coalesce((SELECT max(longest) FROM arrival_gap
                            WHERE arrival_gap.type = arrival.type AND day > ?), 0) AS longest
                        FROM arrival ORDER BY type""")
                .bind(0, now / DAY - DAYS_KEPT)
                .map((row, context) -> new Arrival(
                        row.getString("type"),
                        row.getLong("first_at"),
                        row.getLong("last_at"),
                        Deviations.number(row, "late_since"),
                        row.getLong("longest")))
                .list();
    }

    /** @param since null where they arrive again */
    public void late(String type, @Nullable Long since) {
        handle.createUpdate("UPDATE arrival SET late_since = ? WHERE type = ?")
                .bind(0, since)
                .bind(1, type)
                .execute();
    }

    public List<Failing> failing() {
        return handle.createQuery("SELECT rule, since, cases, reason FROM failing ORDER BY rule")
                .map((row, context) -> new Failing(row.getString(1), row.getLong(2), row.getLong(3), row.getString(4)))
                .list();
    }

    public void fails(Failing failing) {
        handle.execute("""
                INSERT INTO failing (rule, since, cases, reason) VALUES (?, ?, ?, ?)
                ON CONFLICT (rule) DO UPDATE SET cases = excluded.cases, reason = excluded.reason""", failing.rule(), failing.since(), failing.cases(), failing.reason());
    }

    public void mended(String rule) {
        handle.execute("DELETE FROM failing WHERE rule = ?", rule);
    }
}
