/**
 * Problems of definitions as programs want them: JSON, SARIF for code review, annotations for a build's log.
 *
 * <p>What a person reads is printed by {@code norma.diagnostics}. Problems enter; nothing that finds them.
 */
@NullMarked
package norma.server.problems;

import org.jspecify.annotations.NullMarked;
