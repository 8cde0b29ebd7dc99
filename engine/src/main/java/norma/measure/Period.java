package norma.measure;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The dates that a reading is about, in the zone of the model's calendar.
 *
 * @param name as a definition writes it: {@code month}, {@code rolling 90d}, {@code all}
 * @param from the first day; null for a snapshot, and for all of nothing
 * @param to the last day, inclusive; null for a snapshot
 */
public record Period(
        String name, @Nullable LocalDate from, @Nullable LocalDate to) {}
