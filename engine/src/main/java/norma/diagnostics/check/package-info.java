/**
 * Checks that rooms which know nothing of each other share: closed sets of words, and bounds.
 *
 * <p>Each is a class whose factory methods word what is wrong. Only words and places may enter.
 */
@NullMarked
package norma.diagnostics.check;

import org.jspecify.annotations.NullMarked;
