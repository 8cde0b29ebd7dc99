package norma.server.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A deal with its whole history.
 *
 * @param number from 1 in order of creation; 0 until it is known
 * @param quietFrom no contacts from this day on; null for a deal that is worked on
 * @param history the first change is the creation; times rise strictly
 */
record Deal(
        int number,
        Client client,
        Seller owner,
        Product product,
        String kind,
        String channel,
        DealPart part,
        @Nullable LocalDate quietFrom,
        List<Change> history) {

    /** The state of the card from the moment on. */
    record Change(LocalDateTime at, DealState state) {}

    Deal {
        history = List.copyOf(history);
    }

    Deal numbered(int number) {
        return new Deal(number, client, owner, product, kind, channel, part, quietFrom, history);
    }

    String id() {
        return "D" + Cell.number(number, 4);
    }

    String title() {
        return "Deal " + Cell.number(number, 4);
    }

    LocalDateTime created() {
        return history.get(0).at();
    }

    Change last() {
        return history.get(history.size() - 1);
    }

    boolean open() {
        return last().state().status().equals(DealState.OPEN);
    }

    boolean won() {
        return last().state().status().equals(DealState.WON);
    }

    /** Can be contacted on the day: was created before it, is not closed before it, is not quiet. */
    boolean reachable(LocalDate day) {
        return created().toLocalDate().isBefore(day)
                && (open() || last().at().toLocalDate().isAfter(day))
                && (quietFrom == null || day.isBefore(quietFrom));
    }
}
