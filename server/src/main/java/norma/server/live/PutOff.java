package norma.server.live;

import norma.server.store.Tables;

/**
 * When what people have put off comes up again. It changes only by what people do and by what comes up, so that the turns
 * between need not ask the store.
 *
 * @param nextHoldOver when the first hold is over, epoch milliseconds; {@link Long#MAX_VALUE} for never
 * @param nextCheck when it is to be seen first whether a decision worked, as above
 * @param awaits whether some hold may be ended by what happens
 */
record PutOff(long nextHoldOver, long nextCheck, boolean awaits) {

    static PutOff of(Tables tables) {
        return new PutOff(
                tables.deviations().nextHoldOver(),
                tables.decisions().nextCheck(),
                tables.deviations().isAnyAwaiting());
    }

    long nextMoment() {
        return Math.min(nextHoldOver, nextCheck);
    }
}
