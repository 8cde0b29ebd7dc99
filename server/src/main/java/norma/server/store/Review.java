package norma.server.store;

import java.util.Locale;
import norma.standard.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What people did about a deviation; independent of whether the condition stands.
 *
 * @param by who; null while nobody did anything
 * @param at epoch milliseconds
 * @param until when a hold is over, epoch milliseconds; null for none
 */
public record Review(
        State state,
        @Nullable String by,
        @Nullable Long at,
        @Nullable Long until,
        @Nullable String reason) {

    public enum State {
        NEW,
        ACKNOWLEDGED,
        HELD,
        DISMISSED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    public static final Review NEW = new Review(State.NEW, null, null, null, null);

    public static Review acknowledged(String by, long at) {
        return new Review(State.ACKNOWLEDGED, by, at, null, null);
    }

    /** @param until epoch milliseconds */
    public static Review held(String by, long at, long until, String reason) {
        return new Review(State.HELD, by, at, until, reason);
    }

    public static Review dismissed(String by, long at, String reason) {
        return new Review(State.DISMISSED, by, at, null, reason);
    }

    /** Whoever has taken notice of a warning has not taken notice of what it has become. */
    public boolean isBrokenBy(Severity before, Severity after) {
        return after.compareTo(before) > 0 && (state == State.ACKNOWLEDGED || state == State.DISMISSED);
    }
}
