package norma.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import norma.calendar.Stretch.Kind;
import norma.diagnostics.Text;
import org.junit.jupiter.api.Test;

class StretchesTest {
    private static final Text MAY_DAY = new Text("Spring and Labour Day", "Праздник Весны и Труда");

    private final WorkingCalendar calendar = WorkingCalendar.named("moscow")
            .zone(ZoneId.of("Europe/Moscow"))
            .holiday(LocalDate.of(2026, 5, 1), MAY_DAY)
            .shortDay(LocalDate.of(2026, 4, 30))
            .build();

    @Test
    void aCountIsToldAsRunsOfOneKind() {
        Pauses held = Pauses.of(List.of(new Interval(noon(5), noon(7))));

        assertEquals(
                List.of(
                        stretch("2026-04-28", "2026-04-29", Kind.WORKING, 2),
                        stretch("2026-04-30", "2026-04-30", Kind.SHORT, 1),
                        new Stretch(date("2026-05-01"), date("2026-05-01"), Kind.HOLIDAY, Optional.of(MAY_DAY), 0),
                        stretch("2026-05-02", "2026-05-03", Kind.WEEKEND, 0),
                        stretch("2026-05-04", "2026-05-05", Kind.WORKING, 2),
                        stretch("2026-05-06", "2026-05-07", Kind.HOLD, 0),
                        stretch("2026-05-08", "2026-05-08", Kind.WORKING, 1)),
                calendar.stretches(calendar.at(date("2026-04-27"), LocalTime.NOON), noon(8), held));
    }

    @Test
    void backwardsTheTicksAreNegative() {
        assertEquals(
                List.of(stretch("2026-05-05", "2026-05-08", Kind.WORKING, -4)),
                calendar.stretches(noon(8), noon(4), Pauses.none()));
    }

    @Test
    void withinOneDayThereIsNothingToTell() {
        assertEquals(List.of(), calendar.stretches(noon(4), noon(4) + 1000, Pauses.none()));
    }

    private long noon(int dayOfMay) {
        return calendar.at(LocalDate.of(2026, 5, dayOfMay), LocalTime.NOON);
    }

    private static Stretch stretch(String from, String to, Kind kind, long ticks) {
        return new Stretch(date(from), date(to), kind, Optional.empty(), ticks);
    }

    private static LocalDate date(String date) {
        return LocalDate.parse(date);
    }
}
