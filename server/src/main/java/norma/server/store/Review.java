package norma.server.store;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import norma.standard.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What people did about a deviation; independent of whether the condition stands.
 *
 * @param by who; null while nobody did anything
 * @param at epoch milliseconds
 * @param until when a hold is over, epoch milliseconds; null for none
 * @param awaited what ends a hold sooner; null for nothing
 */
public record Review(
        State state,
        @Nullable String by,
        @Nullable Long at,
        @Nullable Long until,
        @Nullable Awaited awaited,
        @Nullable String reason) {

    /** What may end a hold sooner. */
    public enum Awaited {
        /** The subject itself becomes another: a deal moves on, a client is given to somebody. */
        CHANGE,
        /** Somebody has been in contact about it. */
        CONTACT;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Nothing for another word. */
        public static Optional<Awaited> of(String word) {
            return Arrays.stream(values())
                    .filter(each -> each.word().equals(word))
                    .findFirst();
        }
    }

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

    public static final Review NEW = new Review(State.NEW, null, null, null, null, null);

    public static Review acknowledged(String by, long at) {
        return new Review(State.ACKNOWLEDGED, by, at, null, null, null);
    }

    /** @param until epoch milliseconds */
    public static Review held(String by, long at, long until, @Nullable Awaited awaited, String reason) {
        return new Review(State.HELD, by, at, until, awaited, reason);
    }

    public static Review dismissed(String by, long at, String reason) {
        return new Review(State.DISMISSED, by, at, null, null, reason);
    }

    /** Whoever has taken notice of a warning has not taken notice of what it has become. */
    public boolean isBrokenBy(Severity before, Severity after) {
        return after.compareTo(before) > 0 && (state == State.ACKNOWLEDGED || state == State.DISMISSED);
    }
}
