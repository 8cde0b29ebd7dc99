/**
 * The first file of a definition: short, correct, with a word on what to change.
 *
 * <p>{@link norma.server.starter.Starter} is the way in. Standards enter; nothing is written to disk here.
 */
@NullMarked
package norma.server.starter;

import org.jspecify.annotations.NullMarked;
