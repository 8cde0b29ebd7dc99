package norma.server.live;

import java.util.List;
import norma.server.store.Decisions;
import norma.server.store.Review;
import org.jspecify.annotations.Nullable;

/** What people do about deviations and decisions. */
public sealed interface Act {

    /** @param deviations numbers of episodes that stand */
    record Acknowledge(List<Long> deviations) implements Act {}

    /**
     * Not now: the clock of the subject stops until then, where it has one.
     *
     * @param until epoch milliseconds
     * @param awaited what ends it sooner; null for nothing
     */
    record Hold(List<Long> deviations, long until, Review.@Nullable Awaited awaited, String reason) implements Act {}

    /** It stands, and nothing is to be done about it. */
    record Dismiss(List<Long> deviations, String reason) implements Act {}

    /** @param reason needed for a rejection */
    record Progress(
            long decision, Decisions.State state, @Nullable String reason) implements Act {}

    record Assign(long decision, String employee) implements Act {}

    /** Exactly one of both is given. */
    record Comment(@Nullable Long deviation, @Nullable Long decision, String text) implements Act {}
}
