package norma.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalDaysTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UTC",
                "Europe/Moscow",
                "Europe/Berlin",
                "Asia/Almaty",
                "Asia/Kamchatka",
                "America/Sao_Paulo",
                "America/Havana",
                "Africa/Cairo",
                "Africa/Casablanca",
                "Australia/Lord_Howe",
                "Pacific/Apia"
            })
    void everyDayStartsWhenTheZoneSaysSo(String id) {
        ZoneId zone = ZoneId.of(id);
        LocalDays days = new LocalDays(zone);
        for (long day = LocalDays.FIRST - 400; day <= LocalDays.LAST + 400; day++) {
            LocalDate date = LocalDate.ofEpochDay(day);
            long start = date.atStartOfDay(zone).toInstant().toEpochMilli();
            assertEquals(start, days.startOf(day), () -> id + " " + date);
            assertEquals(Instant.ofEpochMilli(start).atZone(zone).toLocalDate().toEpochDay(), days.dayOf(start));
        }
    }

    @Test
    void theDateThatSamoaSkippedHasNoTime() {
        LocalDays days = new LocalDays(ZoneId.of("Pacific/Apia"));
        long skipped = LocalDate.of(2011, 12, 30).toEpochDay();
        assertEquals(days.startOf(skipped + 1), days.startOf(skipped));
        assertEquals(skipped + 1, days.dayOf(days.startOf(skipped)));
        assertEquals(skipped - 1, days.dayOf(days.startOf(skipped) - 1));
    }
}
