package norma.server.live;

import java.util.HashMap;
import java.util.Map;
import norma.server.store.Tables;

/** When facts of each type came last. It is kept once a second: nobody looks more closely, and facts come in every turn. */
final class Arrivals {

    private static final long BETWEEN_NOTES = 1_000;

    private final Map<String, Long> unkept = new HashMap<>();
    private final Map<String, Long> kept = new HashMap<>();

    /** @param at epoch milliseconds */
    void came(String type, long at) {
        unkept.put(type, at);
    }

    void keep(Tables tables) {
        unkept.entrySet().removeIf(each -> {
            Long before = kept.get(each.getKey());
            if (before != null && each.getValue() - before < BETWEEN_NOTES) return false;
            tables.workings().came(each.getKey(), each.getValue());
            kept.put(each.getKey(), each.getValue());
            return true;
        });
    }
}
