/**
 * What should be: KPI, norms, deviations and decisions as the firm defines them.
 *
 * <p>Immutable, checked and with every expression compiled; what is here can be used as it stands. They are read from
 * YAML in {@code norma.standard.yaml}. Facts, expressions and calendars may enter; nothing that measures or judges.
 */
@NullMarked
package norma.standard;

import org.jspecify.annotations.NullMarked;
