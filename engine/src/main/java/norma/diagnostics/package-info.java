/**
 * What went wrong, where, and the way out.
 *
 * <p>A {@link norma.diagnostics.Span} points into a source, a {@link norma.diagnostics.Problem} says what is wrong there
 * in both languages, and {@link norma.diagnostics.Problems} collects them so that a reader sees all at once.
 * Nothing of Norma's other packages may enter; everything else may use this one.
 */
@NullMarked
package norma.diagnostics;

import org.jspecify.annotations.NullMarked;
