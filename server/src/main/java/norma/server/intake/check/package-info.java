/**
 * What is refused in a mapping: each check is a class, and its factory methods word what is wrong.
 *
 * <p>{@link norma.server.intake.check.MappingChecks} lists them. Only words and places may enter.
 */
@NullMarked
package norma.server.intake.check;

import org.jspecify.annotations.NullMarked;
