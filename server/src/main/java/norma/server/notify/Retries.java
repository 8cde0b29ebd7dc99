package norma.server.notify;

import java.time.Duration;
import java.util.OptionalLong;

/** When a message is sent again that was not taken: each time four times later, at most six hours, for three days. */
final class Retries {

    static final Duration LONGEST = Duration.ofDays(3);

    private static final long FIRST = Duration.ofSeconds(5).toMillis();
    private static final long MOST = Duration.ofHours(6).toMillis();
    private static final int UNTIL_MOST = 7;

    private Retries() {}

    /**
     * Messages that failed together do not come back together: the id moves each by up to a fifth.
     *
     * @param attempts how often it was sent, from 1
     * @param madeAt when the message was made, epoch milliseconds as the result
     * @param asked for how long the receiver asked to wait, milliseconds; 0 where it did not
     * @return empty when it is not sent again
     */
    static OptionalLong next(String id, int attempts, long madeAt, long now, long asked) {
        long usual = attempts > UNTIL_MOST ? MOST : Math.min(MOST, FIRST << 2 * (attempts - 1));
        double jitter = 0.8 + 0.4 * Math.floorMod((id + attempts).hashCode(), 1000) / 1000.0;
        long next = now + Math.max(Math.round(usual * jitter), Math.min(asked, MOST));
        return next > madeAt + LONGEST.toMillis() ? OptionalLong.empty() : OptionalLong.of(next);
    }
}
