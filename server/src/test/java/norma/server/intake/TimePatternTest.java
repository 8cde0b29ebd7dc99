package norma.server.intake;

import static java.time.ZoneOffset.UTC;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import norma.expression.Undefined;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Usual times are read by a way of their own; it reads what java.time reads, and leaves it the rest. */
class TimePatternTest {

    private final TimePattern iso;

    TimePatternTest() throws TimePattern.Wrong {
        iso = TimePattern.of("iso", Locale.ROOT);
    }

    @Test
    void wholeSecondsAreReadAsJavaReadsThem() {
        Random random = new Random(3);
        for (int i = 0; i < 2_000; i++) {
            Instant instant = Instant.ofEpochSecond(random.nextLong(-62_000_000_000L, 253_000_000_000L));
            String text = instant.toString();
            assertEquals(new TimePattern.Written(instant.toEpochMilli(), null, false), iso.read(text));
            String local = text.substring(0, text.length() - 1);
            assertEquals(
                    new TimePattern.Written(Undefined.LONG, LocalDateTime.parse(local), false),
                    iso.read(local.replace('T', ' ')));
        }
    }

    @Test
    void fractionsAndOffsetsAreReadAsJavaReadsThem() {
        Random random = new Random(5);
        for (int i = 0; i < 2_000; i++) {
            int digits = random.nextInt(10);
            int nanos = random.nextInt(1_000_000_000);
            String fraction = digits == 0 ? "" : "." + "%09d".formatted(nanos).substring(0, digits);
            String local = LocalDateTime.ofEpochSecond(random.nextLong(-62_000_000_000L, 253_000_000_000L), 0, UTC)
                            .format(DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss"))
                    + fraction;
            String offset =
                    "%s%02d:%02d".formatted(random.nextBoolean() ? "+" : "-", random.nextInt(18), random.nextInt(60));
            Instant instant = OffsetDateTime.parse(local + offset).toInstant();
            assertEquals(new TimePattern.Written(instant.toEpochMilli(), null, false), iso.read(local + offset));
            assertEquals(
                    new TimePattern.Written(Undefined.LONG, LocalDateTime.parse(local), false),
                    iso.read(local.replace('T', ' ')));
            LocalDate date = LocalDate.parse(local.substring(0, 10));
            assertEquals(new TimePattern.Written(Undefined.LONG, date.atStartOfDay(), true), iso.read(date.toString()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-29",
                "2026-02-29T10:00:00",
                "2026-13-01T10:00:00",
                "2026-11-20T24:30:00Z",
                "2026-11-20T10:60:00Z",
                "2026-11-20T10-00:00",
                "2026-11-20_10:00:00",
                "2026-11-2OT10:00:00Z",
                "2026-11-20T10:00:00X",
                "2026-11-20T10:00:00.1234567890Z",
                "2026-11-20T10:00:00+18:01",
                "2026-11-20T10:00:00+03:60",
                "2026-11-20T10:00:00.5+",
                "2026-11-20T10:00:00,5"
            })
    void whatIsNoTimeIsStillNone(String text) {
        assertNull(iso.read(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-20",
                "2026-11-20T10:00",
                "2026-11-20T10:00:00Z[Europe/Moscow]",
                "2026-11-20T10:00:00+18:00",
                "2026-11-20T10:00:00+0300",
                "2026-11-20T10:00:00+03",
                "2026-11-20t10:00:00z"
            })
    void otherFormsAreReadAsBefore(String text) {
        assertNotNull(iso.read(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yyyy-MM-dd",
                "dd.MM.yyyy",
                "yyyyMMdd",
                "dd/MM/yyyy HH:mm",
                "yyyy-MM-dd HH:mm:ss",
                "yyyy-MM-dd'T'HH:mm",
                "HH:mm dd.MM.yyyy"
            })
    void plainPatternsAreReadAsJavaReadsThem(String pattern) throws TimePattern.Wrong {
        assertNotNull(PlainPattern.of(pattern));
        TimePattern mine = TimePattern.of(pattern, Locale.ROOT);
        DateTimeFormatter java = DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            LocalDateTime local =
                    LocalDateTime.ofEpochSecond(random.nextLong(-60_000_000_000L, 253_000_000_000L), 0, UTC);
            String text = local.format(java);
            LocalDateTime read = pattern.contains("H")
                    ? LocalDateTime.parse(text, java)
                    : LocalDate.parse(text, java).atStartOfDay();
            assertEquals(new TimePattern.Written(Undefined.LONG, read, !pattern.contains("H")), mine.read(text));
        }
        String leap = LocalDateTime.of(2028, 2, 29, 10, 0).format(java);
        assertNotNull(mine.read(leap));
        assertNull(mine.read(leap.replace("2028", "2027")));
        assertNull(mine.read(leap + "0"));
        assertNull(mine.read(leap.substring(1)));
        assertNull(mine.read(leap.replace('2', 'O')));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "d.M.yyyy",
                "dd.MM.yy",
                "dd MMM yyyy",
                "yyyy-MM-dd hh:mm a",
                "yyyy-MM-dd[ HH:mm]",
                "yyyy-DDD",
                "MM.yyyy"
            })
    void otherPatternsAreLeftToJava(String pattern) {
        assertNull(PlainPattern.of(pattern));
    }
}
