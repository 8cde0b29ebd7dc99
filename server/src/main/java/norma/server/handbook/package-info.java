/**
 * The definitions in force as a handbook for people who do not edit them.
 *
 * <p>{@link norma.server.handbook.Handbook} is what it says, in one language; {@code Markdown} and {@code Html} write that.
 * Standards, rules and their texts may enter; no files, no options, no clock.
 */
@NullMarked
package norma.server.handbook;

import org.jspecify.annotations.NullMarked;
