package norma.server.intake;

import norma.diagnostics.Text;

/**
 * One reason why one row was not taken.
 *
 * @param line where the row begins in the file, from 1
 * @param column the column or columns that were read; empty when the row as a whole is meant
 * @param value what was read there
 */
public record Rejection(String file, long line, String column, String value, Reason code, Text reason) {}
