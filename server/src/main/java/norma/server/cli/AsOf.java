package norma.server.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import norma.calendar.WorkingCalendar;

/** Reads the moment that a state is asked for. */
final class AsOf {

    private AsOf() {}

    /**
     * A date means the end of that local day, its last millisecond; a time without an offset is local; a time with an
     * offset is exact.
     *
     * @return epoch milliseconds
     */
    static long parse(String text, WorkingCalendar calendar) {
        try {
            if (text.matches("\\d{4}-\\d{2}-\\d{2}"))
                return calendar.startOf(LocalDate.parse(text).plusDays(1)) - 1;
            if (text.matches("\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?"))
                return LocalDateTime.parse(text.replace(' ', 'T'))
                        .atZone(calendar.zone())
                        .toInstant()
                        .toEpochMilli();
            return OffsetDateTime.parse(text).toInstant().toEpochMilli();
        } catch (DateTimeException e) {
            throw new Refusal(
                    "--as-of: '" + text + "' is no date and no time; write 2026-03-31 or 2026-03-31T18:00+03:00",
                    "--as-of: «" + text + "» — не дата и не время; пишите 2026-03-31 или 2026-03-31T18:00+03:00");
        }
    }
}
