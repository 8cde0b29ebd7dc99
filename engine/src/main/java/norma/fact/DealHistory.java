package norma.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import norma.expression.Undefined;
import org.jspecify.annotations.Nullable;

/** What the changes of one deal tell about it beyond the fields that they set. */
final class DealHistory {

    private DealHistory() {}

    static Values next(@Nullable Deal before, Change change) {
        Values next = Values.next(before, change.id(), Deal.TYPE).setAll(change.set());
        boolean enters = before == null || moves(before, next) || reopens(before, next);
        if (enters && next.given(Deal.STAGE_ENTERED_AT) == null)
            next.set(Deal.STAGE_ENTERED_AT, change.at() == Change.START ? null : (Object) change.at());
        if (before == null || next.isSet(Deal.EXPECTED_CLOSE_AT) || next.isSet(Deal.PUSHES))
            next.set(Deal.PUSHES, pushes(before, next));
        if (next.isSet(Deal.AMOUNT) || next.isSet(Deal.PEAK_AMOUNT)) next.set(Deal.PEAK_AMOUNT, peak(before, next));
        return next;
    }

    private static boolean moves(Deal before, Values next) {
        return !Objects.equals(before.stage(), next.words(Deal.STAGE, before.stage()));
    }

    /** The time between a deal's end and its return was spent in no stage. */
    private static boolean reopens(Deal before, Values next) {
        return !isOpen(before) && isOpen(next.words(Deal.STATUS, before.status()));
    }

    private static Double pushes(@Nullable Deal before, Values next) {
        if (before == null) return 0.0;
        boolean pushed = next.given(Deal.EXPECTED_CLOSE_AT) instanceof Long to
                && !Undefined.is(before.expectedCloseAtMillis())
                && to > before.expectedCloseAtMillis();
        return before.pushes() + (pushed ? 1 : 0);
    }

    private static @Nullable Object peak(@Nullable Deal before, Values next) {
        long old = before == null ? Undefined.LONG : before.peakAmountExact();
        long peak = Math.max(old, next.whole(Deal.AMOUNT, Undefined.LONG)); // undefined is below every amount
        return Undefined.is(peak) ? null : (Object) peak;
    }

    /**
     * What becomes of a deal's visits at once.
     *
     * @param left the next version of the visit that it was in: ended, or in other hands; null when that stays as it is
     * @param entered the visit that begins; null for none
     */
    record Passage(@Nullable Visit left, @Nullable Visit entered) {}

    /**
     * The visits that begin, end or change hands when a deal becomes this one at this time.
     *
     * @param current that the deal is in so far
     * @param visited whether there is a visit of an id
     */
    static Passage passage(
            @Nullable Deal before, Deal after, @Nullable Visit current, long at, Predicate<String> visited) {
        Deal from = before != null && isOpen(before) && before.stage() != null ? before : null;
        boolean isIn = isOpen(after) && after.stage() != null;
        boolean moved = from != null && isIn && !Objects.equals(from.stage(), after.stage());
        Visit left = null;
        if (from != null && current != null) {
            if (!isIn || moved) left = copy(current, from, at);
            else if (changedHands(from, after)) left = copy(current, after, Undefined.LONG);
        }
        return new Passage(left, isIn && (from == null || moved) ? entered(after, visited) : null);
    }

    private static Visit entered(Deal deal, Predicate<String> visited) {
        int nth = 1;
        String id = id(deal.id(), deal.stage(), nth);
        while (visited.test(id)) id = id(deal.id(), deal.stage(), ++nth);
        return new Visit(
                id,
                null,
                deal.id(),
                deal.stage(),
                deal.stageEnteredAtMillis(),
                Undefined.LONG,
                nth,
                deal.client(),
                deal.owner(),
                Map.of());
    }

    /** A deal without a status is one whose source knows of no end: it counts as open. */
    private static boolean isOpen(Deal deal) {
        return isOpen(deal.status());
    }

    private static boolean isOpen(@Nullable String status) {
        return status == null || status.equals("open");
    }

    private static boolean changedHands(Deal before, Deal after) {
        return !Objects.equals(before.owner(), after.owner())
                || !Objects.equals(before.client(), after.client())
                || before.stageEnteredAtMillis() != after.stageEnteredAtMillis();
    }

    /** All visits of a deal to a stage, the first one first. */
    static List<Visit> visits(String deal, String stage, World world) {
        List<Visit> visits = new ArrayList<>();
        while (world.find("visit", id(deal, stage, visits.size() + 1)) instanceof Visit visit) visits.add(visit);
        return visits;
    }

    private static String id(String deal, @Nullable String stage, int nth) {
        return deal + "#" + stage + "#" + nth;
    }

    private static Visit copy(Visit visit, Deal deal, long leftAt) {
        return new Visit(
                visit.id(),
                null,
                visit.deal(),
                visit.stage(),
                Undefined.is(leftAt) ? deal.stageEnteredAtMillis() : visit.enteredAtMillis(),
                leftAt,
                visit.nth(),
                deal.client(),
                deal.owner(),
                Map.of());
    }
}
