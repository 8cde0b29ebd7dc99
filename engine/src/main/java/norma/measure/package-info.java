/**
 * What is: KPI measured over the facts, kept up to date fact by fact.
 *
 * <p>Every KPI keeps cells of exact, reversible aggregates; what a fact put in can be taken out again, and cells of disjoint
 * facts merge. {@link norma.measure.Measurer} is the door; readings come out of it. Facts, standards and calendars may
 * enter; nothing that judges, and no clock.
 */
@NullMarked
package norma.measure;

import org.jspecify.annotations.NullMarked;
