package norma.server.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import norma.server.live.Live;
import norma.server.live.Offer;
import norma.server.live.Taken;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one request on their way in, a thousand at a time: a request may be longer than memory, and what was taken of
 * it is kept before more of it is read.
 */
final class Delivery {

    private static final int PIECE = 1_000;
    /** Whoever sends so many bad rows has one mistake, not many. */
    private static final int MOST_TOLD = 10_000;

    private final Live live;
    private final @Nullable String key;
    private final List<Offer> offers = new ArrayList<>();
    private final List<Taken.Refused> refused = new ArrayList<>();
    private final ArrayNode told = Api.JSON.createArrayNode();
    private int pieces;
    private long accepted;
    private long changes;
    private long untold;

    /** @param key of the request; null for none */
    Delivery(Live live, @Nullable String key) {
        this.live = live;
        this.key = key;
    }

    void offer(Offer offer) {
        offers.add(offer);
        if (offers.size() + refused.size() >= PIECE) hand();
    }

    void refuse(Taken.Refused row) {
        refused.add(row);
        if (offers.size() + refused.size() >= PIECE) hand();
    }

    /** Each piece has a key of its own: the same request again goes on where it was broken off. */
    private void hand() {
        String own = key == null || pieces == 0 ? key : key + "\n" + pieces;
        pieces++;
        Taken taken = Live.answered(live.takeEach(List.copyOf(offers), List.copyOf(refused), own));
        offers.clear();
        refused.clear();
        accepted += taken.accepted();
        changes += taken.changes();
        taken.refused().forEach(this::tell);
    }

    private void tell(Taken.Refused row) {
        if (told.size() >= MOST_TOLD) {
            untold++;
            return;
        }
        ObjectNode each = told.addObject().put("row", row.row());
        if (row.column() != null) each.put("column", row.column());
        if (row.value() != null) each.put("value", row.value());
        if (row.code() != null) each.put("code", row.code());
        each.putObject("reason")
                .put("en", row.reason().en())
                .put("ru", row.reason().ru());
    }

    /** What became of it all; nothing may follow. */
    ObjectNode end() {
        if (!offers.isEmpty() || !refused.isEmpty() || pieces == 0) hand();
        ObjectNode answer = Api.JSON.createObjectNode();
        answer.put("accepted", accepted).put("changes", changes);
        answer.set("rejected", told);
        if (untold > 0) answer.put("more_rejected", untold);
        return answer;
    }
}
