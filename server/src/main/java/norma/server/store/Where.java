package norma.server.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** The conditions of a filter of deviations as SQL. */
final class Where {

    private static final String WORSE_AFTER = "number IN (SELECT event.deviation FROM event"
            + " WHERE event.seq > :worseAfter AND event.kind IN ('raised', 'worsened'))";

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final Sight sight;

    Where(Deviations.Filter filter, Sight sight) {
        this.sight = sight;
        and(sight.ofDeviation());
        if (filter.standing()) and("cleared_at IS NULL");
        if (filter.toAttendTo()) and("review IN ('new', 'acknowledged')");
        filter.is().forEach(this::compareColumn);
        compare(WORSE_AFTER, "worseAfter", filter.worseAfter());
        compare("raised_at > :raisedAfter", "raisedAfter", filter.raisedAfter());
        compare("raised_at < :raisedBefore", "raisedBefore", filter.raisedBefore());
        compare("stake >= :stakeFrom", "stakeFrom", filter.stakeFrom());
    }

    private void compareColumn(String column, String value) {
        if (value.isEmpty()) and(column + " IS NULL");
        else compare(column + " = :" + column, column, value);
    }

    private void compare(String condition, String name, @Nullable Object value) {
        if (value == null) return;
        and(condition);
        values.put(name, value);
    }

    Where and(String condition) {
        conditions.add(condition);
        return this;
    }

    Query bind(Query query) {
        values.forEach(query::bind);
        return sight.bind(query);
    }

    @Override
    public String toString() {
        return " WHERE " + String.join(" AND ", conditions);
    }
}
