/**
 * What is refused in a YAML text whatever it is about: each check is a class, and its factory methods word what is wrong.
 *
 * <p>{@link norma.document.check.DocumentChecks} lists them. Only words and places may enter.
 */
@NullMarked
package norma.document.check;

import org.jspecify.annotations.NullMarked;
