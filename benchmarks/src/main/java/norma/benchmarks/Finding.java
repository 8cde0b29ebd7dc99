package norma.benchmarks;

/**
 * One deviation as every contender has to tell it.
 *
 * @param value in days, ten-thousandths of the currency's unit, or as a fraction; as is the limit
 */
record Finding(String deal, String rule, boolean critical, double value, double limit) {}
