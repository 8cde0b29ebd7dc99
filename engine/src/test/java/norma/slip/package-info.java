/**
 * Slips of the hand in files that Norma ships, and what comes of them: which line was changed, and where a problem is told.
 *
 * <p>Shared by the tests of definitions, mappings and rules in DRL; only text and problems enter.
 */
@NullMarked
package norma.slip;

import org.jspecify.annotations.NullMarked;
