package norma.server.web;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How far somebody has seen what happened. What came after the end of the last visit is new for the whole of this one.
 *
 * @param mark the number of the last event that is not new
 * @param seen the number of the last event when this was last looked at
 * @param at when this was last looked at, epoch milliseconds
 */
record Looked(long mark, long seen, long at) {

    private static final long VISIT = Duration.ofMinutes(30).toMillis();

    /** For whoever comes for the first time nothing is new: everything would be. */
    static Looked first(long last, long now) {
        return new Looked(last, last, now);
    }

    /** @param last the number of the last event */
    Looked again(long last, long now) {
        boolean another = now - at > VISIT;
        return new Looked(Math.min(another ? seen : mark, last), last, now);
    }

    /** @param cookie what {@link #toString} gave; null, or something else, for nothing */
    static Looked of(@Nullable String cookie, long last, long now) {
        if (cookie == null || !cookie.matches("\\d{1,18}\\.\\d{1,18}\\.\\d{1,18}")) return first(last, now);
        String[] parts = cookie.split("\\.");
        return new Looked(Long.parseLong(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]))
                .again(last, now);
    }

    @Override
    public String toString() {
        return mark + "." + seen + "." + at;
    }
}
