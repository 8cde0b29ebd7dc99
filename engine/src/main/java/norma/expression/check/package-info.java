/**
 * What is refused in an expression: each check is a class, and its factory methods word what is wrong.
 *
 * <p>{@link norma.expression.check.ExpressionChecks} lists them. Only words and places may enter.
 */
@NullMarked
package norma.expression.check;

import org.jspecify.annotations.NullMarked;
