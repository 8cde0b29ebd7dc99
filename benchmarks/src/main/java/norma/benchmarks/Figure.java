package norma.benchmarks;

/**
 * Where one KPI has a value.
 *
 * @param month the months since the year 0
 */
record Figure(String kpi, String dimension, String of, int month) {}
