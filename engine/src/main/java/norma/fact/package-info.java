/**
 * What happened: the facts of a sales company and their fields, types and units.
 *
 * <p>Facts are immutable records. A {@link norma.fact.Change} sets fields of one fact at one time, the
 * {@link norma.fact.World} is the state that changes add up to, and the {@link norma.fact.Catalogue} tells expressions
 * what they may speak about. Getters are there for hand-written DRL, which reads nothing else.
 * Expressions and calendars may enter; nothing that knows of KPI, norms or rules.
 */
@NullMarked
package norma.fact;

import org.jspecify.annotations.NullMarked;
