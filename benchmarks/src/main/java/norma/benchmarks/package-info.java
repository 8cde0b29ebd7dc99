/**
 * What Norma costs beside what a user would pick instead, measured in one run.
 *
 * <p>Contenders take turns, so that what disturbs the machine disturbs all of them; the table gives medians, spread and
 * ratios. Everything may enter; nothing depends on it.
 */
@NullMarked
package norma.benchmarks;

import org.jspecify.annotations.NullMarked;
