package norma.server.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import norma.expression.Undefined;

/**
 * Reads dates and times as one source writes them; used by one thread.
 *
 * <p>A date alone is its local midnight, or the first moment of a day whose midnight the clocks skipped. A local time
 * that the clocks skipped is refused; one that came twice is taken as the first of the two, and counted.
 */
final class Moments {

    /** Dates repeat far more than they differ. */
    private static final int REMEMBERED = 20_000;

    /** Of a time to the second; what is longer may name an instant, which is read faster than it is remembered. */
    private static final int LOCAL_LENGTH = 19;

    private final List<TimePattern> patterns;
    private final boolean readsIso;
    private final ZoneId zone;
    private final Map<String, Long> read = new HashMap<>();
    private long twice;

    Moments(List<TimePattern> patterns, ZoneId zone) {
        this.patterns = patterns;
        this.readsIso = patterns.get(0).isIso();
        this.zone = zone;
    }

    /** In epoch milliseconds, by the first pattern that the whole text fits. */
    long read(String text) throws Unreadable {
        if (text.length() > LOCAL_LENGTH && readsIso) {
            TimePattern.Written usual = UsualTimes.read(text);
            if (usual != null && !Undefined.is(usual.instant())) return usual.instant();
        }
        Long before = read.get(text);
        if (before != null) return before;
        for (TimePattern pattern : patterns) {
            TimePattern.Written written = pattern.read(text);
            if (written == null) continue;
            if (!Undefined.is(written.instant())) return remember(text, written.instant());
            if (written.dateAlone())
                return remember(
                        text,
                        written.local()
                                .toLocalDate()
                                .atStartOfDay(zone)
                                .toInstant()
                                .toEpochMilli());
            return local(text, written.local());
        }
        String all = String.join(", ", patterns.stream().map(TimePattern::text).toList());
        throw new Unreadable(Reason.NOT_A_TIME, "fits none of: " + all, "не подходит ни под один формат: " + all);
    }

    private long local(String text, LocalDateTime local) throws Unreadable {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        if (offsets.isEmpty())
            throw new Unreadable(
                    Reason.NO_SUCH_LOCAL_TIME,
                    "in " + zone + " the clocks skipped this time",
                    "в зоне " + zone + " часы перевели, минуя это время");
        long instant = local.toInstant(offsets.get(0)).toEpochMilli();
        if (offsets.size() == 1) return remember(text, instant);
        twice++;
        return instant;
    }

    private long remember(String text, long instant) {
        if (read.size() < REMEMBERED) read.put(text, instant);
        return instant;
    }

    /** Whether the first is the start of the local day that the second lies in: a date that may mean any hour of it. */
    boolean isDayOf(long start, long moment) {
        LocalDate day = Instant.ofEpochMilli(start).atZone(zone).toLocalDate();
        return day.atStartOfDay(zone).toInstant().toEpochMilli() == start
                && day.equals(Instant.ofEpochMilli(moment).atZone(zone).toLocalDate());
    }

    /** How many local times were read that came twice that day. */
    long twice() {
        return twice;
    }
}
