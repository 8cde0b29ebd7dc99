/**
 * What to do about deviations: the steps of a ladder that have been reached, by whom and by when.
 *
 * <p>Pure: the same deviations at the same time give the same decisions. Standards and deviations may enter; stores,
 * Drools and clocks may not.
 */
@NullMarked
package norma.decide;

import org.jspecify.annotations.NullMarked;
