package norma.server.report;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import norma.calendar.Stretch;
import org.jspecify.annotations.Nullable;

/**
 * Runs of dates as a person takes them in: working days and weekends between two interruptions are one line; each holiday
 * and each hold is its own.
 *
 * @param interruption the holiday or hold; null for ordinary days
 */
public record Days(
        LocalDate from,
        LocalDate to,
        long working,
        long shortened,
        long weekend,
        @Nullable Stretch interruption) {

    public static List<Days> of(List<Stretch> stretches) {
        List<Days> runs = new ArrayList<>();
        for (Stretch stretch : stretches) {
            int last = runs.size() - 1;
            boolean interrupts = stretch.kind() == Stretch.Kind.HOLIDAY || stretch.kind() == Stretch.Kind.HOLD;
            if (interrupts) runs.add(new Days(stretch.from(), stretch.to(), 0, 0, 0, stretch));
            else if (last >= 0 && runs.get(last).interruption() == null)
                runs.set(last, runs.get(last).and(stretch));
            else runs.add(new Days(stretch.from(), stretch.to(), 0, 0, 0, null).and(stretch));
        }
        return List.copyOf(runs);
    }

    private Days and(Stretch stretch) {
        long dates = stretch.from().until(stretch.to(), ChronoUnit.DAYS) + 1;
        boolean weekendDays = stretch.kind() == Stretch.Kind.WEEKEND;
        return new Days(
                from,
                stretch.to(),
                working + (weekendDays ? 0 : dates),
                shortened + (stretch.kind() == Stretch.Kind.SHORT ? dates : 0),
                weekend + (weekendDays ? dates : 0),
                null);
    }

    long dates() {
        return from.until(to, ChronoUnit.DAYS) + 1;
    }
}
