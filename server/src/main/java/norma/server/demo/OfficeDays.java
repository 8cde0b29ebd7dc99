package norma.server.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;

/** Counts in the office's working days; which days those are is the caller's calendar. */
record OfficeDays(Predicate<LocalDate> working) {

    private static final int LONGEST_CLOSURE = 60;

    boolean open(LocalDate day) {
        return working.test(day);
    }

    LocalDate onOrAfter(LocalDate day) {
        return open(day) ? day : plus(day, 1);
    }

    LocalDate onOrBefore(LocalDate day) {
        return open(day) ? day : plus(day, -1);
    }

    /** The n-th working day after the day, or before it for a negative n; the day itself for 0. */
    LocalDate plus(LocalDate day, int n) {
        LocalDate at = day;
        for (int left = Math.abs(n); left > 0; left--) {
            at = neighbour(at, Integer.signum(n));
        }
        return at;
    }

    private LocalDate neighbour(LocalDate day, int step) {
        LocalDate at = day;
        for (int tried = 0; tried < LONGEST_CLOSURE; tried++) {
            at = at.plusDays(step);
            if (open(at)) {
                return at;
            }
        }
        throw new IllegalArgumentException(
                "the calendar has no working day within " + LONGEST_CLOSURE + " days of " + day);
    }

    /** Working days after the first date, up to and including the last. */
    int between(LocalDate first, LocalDate last) {
        return (int) first.plusDays(1)
                .datesUntil(last.isBefore(first) ? first.plusDays(1) : last.plusDays(1))
                .filter(working)
                .count();
    }

    /** Every working day from the first date to the last, both included. */
    List<LocalDate> from(LocalDate first, LocalDate last) {
        return first.datesUntil(last.plusDays(1)).filter(working).toList();
    }
}
