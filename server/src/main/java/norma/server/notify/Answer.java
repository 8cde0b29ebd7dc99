package norma.server.notify;

/** What came of one try to hand a message over. */
sealed interface Answer {

    record Taken() implements Answer {}

    /** @param after how long it asks to wait, milliseconds; 0 for as usual */
    record Later(String reason, long after) implements Answer {}

    /** It would be refused again, whenever it came. */
    record Refused(String reason) implements Answer {}

    /** It wants to be told nothing more. */
    record Gone(String reason) implements Answer {}
}
