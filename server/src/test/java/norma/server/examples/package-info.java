/**
 * Real exports judged by the definitions of {@code docs/examples}, each figure compared with SQL over the same files.
 * Here live the run of one example, its reference and their comparison, and one test per folder of data. What a figure
 * means stands in the example's own README.
 */
@NullMarked
package norma.server.examples;

import org.jspecify.annotations.NullMarked;
