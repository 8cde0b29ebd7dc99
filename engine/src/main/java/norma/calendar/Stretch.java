package norma.calendar;

import java.time.LocalDate;
import java.util.Optional;
import norma.diagnostics.Text;

/**
 * A run of dates of one kind, for the explanation of a count of working days.
 *
 * @param from its first date
 * @param to its last date, inclusive
 * @param holiday the name of the holiday; empty for the other kinds
 * @param ticks how many working days the run added to the count; negative when counted backwards
 */
public record Stretch(LocalDate from, LocalDate to, Kind kind, Optional<Text> holiday, long ticks) {

    /** What a date is to the clock. A hold hides what the date is otherwise. */
    public enum Kind {
        WORKING,
        SHORT,
        WEEKEND,
        HOLIDAY,
        HOLD
    }
}
