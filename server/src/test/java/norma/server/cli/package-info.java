/**
 * The commands as their users meet them: arguments in, text and exit code out. A small firm that can be judged by hand
 * lives in {@code src/test/resources/norma/server/cli/firm}.
 */
@NullMarked
package norma.server.cli;

import org.jspecify.annotations.NullMarked;
