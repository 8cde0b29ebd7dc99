/**
 * A folder of exported files becomes changes of facts, with an account of all that was understood and all that was not.
 *
 * <p>A {@link norma.server.intake.Mapping} says how; an {@link norma.server.intake.Intake} binds it to the files, checks
 * every column and expression before the first row, and then streams. A row is taken whole or rejected whole.
 * Readers of file formats and conversions of text enter here; nothing that knows of KPI, norms or rules.
 */
@NullMarked
package norma.server.intake;

import org.jspecify.annotations.NullMarked;
