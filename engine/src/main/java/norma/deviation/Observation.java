package norma.deviation;

import norma.standard.Severity;

/**
 * What was seen of a condition at one moment.
 *
 * @param at epoch milliseconds
 * @param severity how bad it is; without meaning unless breached
 * @param since when the condition came to be so, epoch milliseconds, not after {@code at}
 */
public record Observation(long at, Verdict verdict, Severity severity, long since) {

    public enum Verdict {
        BREACH,
        /** Back within the limit, but not yet back at the level that clears a deviation. */
        BETWEEN,
        FINE,
        NO_DATA
    }
}
