/**
 * What one control cycle found, written for its readers: a page for a head, JSON, lines and tables for programs, and the
 * trace of one subject for whoever asks why.
 *
 * <p>Pure: the same cycle gives the same text. Engine and intake records may enter; files, clocks and terminals may not.
 */
@NullMarked
package norma.server.report;

import org.jspecify.annotations.NullMarked;
