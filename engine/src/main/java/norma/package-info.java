/**
 * The way into the engine: {@link norma.Engine}.
 *
 * <p>It puts the rooms together in the order of the management cycle: facts change, KPI are measured, rules judge,
 * decisions follow. Everything below may be used here; nothing below knows of it.
 */
@NullMarked
package norma;

import org.jspecify.annotations.NullMarked;
