package norma.server.store;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jspecify.annotations.Nullable;

/** Decisions as those look at them who are to carry them out: by what is open, what is late, what is to be checked. */
public final class Agenda {

    private static final String OPEN = "c.state IN ('open', 'in_progress')";
    /** What others took the place of is only there where somebody has begun it. */
    private static final String THERE = "(c.called = 1 OR c.state <> 'open')";

    private static final String NEVER = Long.toString(Long.MAX_VALUE);

    /** Part of what there is, in an order of its own. */
    public enum Part {
        OPEN(Agenda.OPEN, "coalesce(c.due, " + NEVER + ")"),
        OVERDUE(Agenda.OPEN + " AND c.due < :now", "coalesce(c.due, " + NEVER + ")"),
        DUE(Agenda.OPEN + " AND c.due >= :now AND c.due < :soon", "coalesce(c.due, " + NEVER + ")"),
        CHECK("c.state = 'done' AND c.check_at IS NOT NULL", "coalesce(c.check_at, 0)"),
        CLOSED("c.state NOT IN ('open', 'in_progress') AND c.check_at IS NULL", "-coalesce(c.state_at, 0)");

        private final String condition;
        private final String order;

        Part(String condition, String order) {
            this.condition = condition;
            this.order = order;
        }

        private long place(Decisions.Row row) {
            Long due = row.decision().due().orElse(Long.MAX_VALUE);
            return switch (this) {
                case OPEN, OVERDUE, DUE -> due;
                case CHECK -> or0(row.checkAt());
                case CLOSED -> -or0(row.stateAt());
            };
        }

        private static long or0(@Nullable Long time) {
            return time == null ? 0 : time;
        }
    }

    /**
     * Where a row stands in its part.
     *
     * @param by what the part is sorted by
     */
    public record Place(long by, long number) {

        private static final Pattern WRITTEN = Pattern.compile("(-?\\d{1,19})\\.(\\d{1,18})");

        public static Place of(Part part, Decisions.Row row) {
            return new Place(part.place(row), row.number());
        }

        /** Nothing for what {@link #toString} does not give. */
        public static Optional<Place> read(String written) {
            Matcher parts = WRITTEN.matcher(written);
            try {
                return parts.matches()
                        ? Optional.of(new Place(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2))))
                        : Optional.empty();
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }

        @Override
        public String toString() {
            return by + "." + number;
        }
    }

    private final Handle handle;
    private final Sight sight;
    private final long now;
    private final long soon;

    /** @param now epoch milliseconds, @param soon what is due before is due soon */
    Agenda(Handle handle, Sight sight, long now, long soon) {
        this.handle = handle;
        this.sight = sight;
        this.now = now;
        this.soon = soon;
    }

    /**
     * The first due, or to be checked, before the rest; of what is closed the last one first.
     *
     * @param of whose; null for everybody's
     * @param after the last row of the page before; null for the first page
     */
    public List<Decisions.Row> page(Part part, @Nullable Set<String> of, @Nullable Place after, int most) {
        if (of != null && of.isEmpty()) return List.of();
        String beyond = after == null ? "" : " AND (" + part.order + ", c.number) > (:placeBy, :placeNumber)";
        Query query = asked(
                Decisions.SELECT, part.condition + beyond, of, " ORDER BY " + part.order + ", c.number LIMIT :most");
        if (after != null) query.bind("placeBy", after.by()).bind("placeNumber", after.number());
        return Decisions.rows(query.bind("most", most));
    }

    /** How many there are of each part. */
    public Map<Part, Long> counts(@Nullable Set<String> of) {
        Map<Part, Long> counts = new EnumMap<>(Part.class);
        for (Part part : Part.values()) counts.put(part, 0L);
        if (of != null && of.isEmpty()) return counts;
        StringBuilder sums = new StringBuilder("SELECT 0");
        for (Part part : Part.values())
            sums.append(", coalesce(sum(CASE WHEN ").append(part.condition).append(" THEN 1 ELSE 0 END), 0)");
        asked(sums + from(), "1 = 1", of, "")
                .map((row, context) -> {
                    for (Part part : Part.values()) counts.put(part, row.getLong(part.ordinal() + 2));
                    return 0;
                })
                .one();
        return counts;
    }

    /** Whoever has, or had, something to do, with how much of it is open. */
    public Map<String, Long> people() {
        Map<String, Long> open = new LinkedHashMap<>();
        asked(
                        "SELECT c.assignee, sum(CASE WHEN " + OPEN + " THEN 1 ELSE 0 END)" + from(),
                        "c.assignee IS NOT NULL",
                        null,
                        " GROUP BY c.assignee ORDER BY c.assignee")
                .map((row, context) -> open.put(row.getString(1), row.getLong(2)))
                .list();
        return open;
    }

    /** Who sees everything is asked about no deviation. */
    private String from() {
        return " FROM decision c" + (sight.isEverything() ? " " : " JOIN deviation ON deviation.number = c.deviation ");
    }

    private Query asked(String select, String condition, @Nullable Set<String> of, String rest) {
        String whose = of == null ? "" : " AND c.assignee IN (<of>)";
        String sql = select + "WHERE " + THERE + " AND " + condition + " AND " + sight.ofDecision() + whose + rest;
        Query query = handle.createQuery(sql)
                .configure(SqlStatements.class, each -> each.setUnusedBindingAllowed(true))
                .bind("now", now)
                .bind("soon", soon);
        if (of != null) query.bindList("of", List.copyOf(of));
        return sight.bind(query);
    }
}
