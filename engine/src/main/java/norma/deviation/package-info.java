/**
 * What is not as it should be: deviations, their evidence, and the episodes that they live through.
 *
 * <p>Pure: an episode becomes the next one by what was observed and when. Standards and expressions may enter; Drools,
 * stores and clocks may not.
 */
@NullMarked
package norma.deviation;

import org.jspecify.annotations.NullMarked;
