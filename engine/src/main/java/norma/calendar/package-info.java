/**
 * Working time: which dates a firm works, how much time lies between two moments, and when a clock will pass a limit.
 *
 * <p>Only time enters here: moments are epoch milliseconds, dates are local dates of the calendar's zone. Nothing in
 * this room reads a clock, a file or a fact; holds and absences arrive as {@link norma.calendar.Pauses}.
 */
@NullMarked
package norma.calendar;

import org.jspecify.annotations.NullMarked;
