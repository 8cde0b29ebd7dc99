/**
 * What is refused in rules in DRL: each check is a class, and its factory methods word what is wrong.
 *
 * <p>{@link norma.judge.check.DrlChecks} lists them. Only words and places may enter.
 */
@NullMarked
package norma.judge.check;

import org.jspecify.annotations.NullMarked;
