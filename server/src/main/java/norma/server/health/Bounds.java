package norma.server.health;

import java.time.Duration;
import java.util.OptionalLong;
import norma.fact.Hold;
import norma.server.store.Workings;

/**
 * How long facts of a type may stay away: as long as somebody said, else twice as long as they ever did in the last thirty
 * days, and an hour at least, once they have been coming for a week. Nights and weekends are part of what is usual.
 */
public final class Bounds {

    private static final long A_WEEK = Duration.ofDays(7).toMillis();
    private static final long AN_HOUR = Duration.ofHours(1).toMillis();

    private Bounds() {}

    /** Tells when facts of a type are late, where somebody said so. */
    public interface Said {

        /** @param last when they came last, epoch milliseconds as the result */
        OptionalLong lateAt(String type, long last);
    }

    /** The moment at which they are late, epoch milliseconds; empty where nobody can tell. */
    static OptionalLong lateAt(Workings.Arrival arrival, Said said) {
        OptionalLong declared = said.lateAt(arrival.type(), arrival.lastAt());
        if (declared.isPresent()) return declared;
        boolean known = arrival.lastAt() - arrival.firstAt() >= A_WEEK && arrival.longest() > 0;
        // Holds are made when people make them, by Norma itself among others.
        if (!known || arrival.type().equals(Hold.TYPE.name())) return OptionalLong.empty();
        return OptionalLong.of(arrival.lastAt() + Math.max(AN_HOUR, 2 * arrival.longest()));
    }
}
