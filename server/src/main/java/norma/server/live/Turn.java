package norma.server.live;

/**
 * What happened in one turn of the engine, once it was kept.
 *
 * @param lastEvent the number of the last event there is
 * @param facts how many changes of facts were taken
 * @param nanos from the first task to the commit
 */
public record Turn(long lastEvent, int facts, long nanos) {}
