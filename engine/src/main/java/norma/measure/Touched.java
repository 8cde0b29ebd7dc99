package norma.measure;

/**
 * A slice in which a KPI changed.
 *
 * @param places {@link Places} that may show something else
 */
record Touched(Slice slice, long places) {}
