/**
 * What operations staff may say about facts: a small, typed, bounded language without methods, assignment or loops.
 *
 * <p>A text becomes a {@link norma.expression.Syntax syntax tree}, that a typed {@link norma.expression.Tree tree}, and
 * that closures over primitives, which are judged for millions of deals. Every problem carries its place and the way out.
 * What names mean is asked of {@link norma.expression.Names}; nothing here knows a fact, a standard or a rule.
 */
@NullMarked
package norma.expression;

import org.jspecify.annotations.NullMarked;
