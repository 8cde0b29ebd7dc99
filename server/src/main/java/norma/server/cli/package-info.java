/**
 * The commands of {@code norma}, one class each.
 *
 * <p>Here the outside world ends: options, files, the system clock, the terminal and exit codes enter nowhere else. A
 * command reads its inputs, lets the engine work, and hands the outcome to {@code norma.server.report}.
 */
@NullMarked
package norma.server.cli;

import org.jspecify.annotations.NullMarked;
