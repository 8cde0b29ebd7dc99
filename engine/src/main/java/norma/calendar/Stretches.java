package norma.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import norma.calendar.Stretch.Kind;
import norma.diagnostics.Text;

/** Tells the dates of a count of working days as runs of one kind. */
final class Stretches {
    private Stretches() {}

    static List<Stretch> between(WorkingCalendar calendar, long from, long to, Pauses pauses) {
        LocalDate first = calendar.dateOf(Math.min(from, to)).plusDays(1);
        LocalDate last = calendar.dateOf(Math.max(from, to));
        int direction = from <= to ? 1 : -1;
        List<Stretch> stretches = new ArrayList<>();
        for (LocalDate date = first; !date.isAfter(last); date = date.plusDays(1)) {
            Stretch day = single(calendar, date, pauses, direction);
            int end = stretches.size() - 1;
            if (end >= 0 && continues(stretches.get(end), day)) {
                stretches.set(end, joined(stretches.get(end), day));
            } else {
                stretches.add(day);
            }
        }
        return List.copyOf(stretches);
    }

    private static Stretch single(WorkingCalendar calendar, LocalDate date, Pauses pauses, int direction) {
        if (pauses.covers(calendar.startOf(date))) {
            return new Stretch(date, date, Kind.HOLD, Optional.empty(), 0);
        }
        if (calendar.isWorking(date)) {
            Kind kind = calendar.isShort(date) ? Kind.SHORT : Kind.WORKING;
            return new Stretch(date, date, kind, Optional.empty(), direction);
        }
        Optional<Text> holiday = calendar.holiday(date);
        return new Stretch(date, date, holiday.isPresent() ? Kind.HOLIDAY : Kind.WEEKEND, holiday, 0);
    }

    private static boolean continues(Stretch run, Stretch day) {
        return run.kind() == day.kind() && run.holiday().equals(day.holiday());
    }

    private static Stretch joined(Stretch run, Stretch day) {
        return new Stretch(run.from(), day.to(), run.kind(), run.holiday(), run.ticks() + day.ticks());
    }
}
