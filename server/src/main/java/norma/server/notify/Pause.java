package norma.server.notify;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import norma.calendar.WorkingCalendar;

/** An amount of time as routes write it: {@code 15m}, {@code 2h}, {@code 1d}, {@code 3wd}. */
record Pause(int amount, Unit unit) {

    enum Unit {
        MINUTES,
        HOURS,
        DAYS,
        WORKING_DAYS
    }

    static final Pause NONE = new Pause(0, Unit.MINUTES);

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,4})(m|h|d|wd)");
    private static final Map<String, Unit> UNITS =
            Map.of("m", Unit.MINUTES, "h", Unit.HOURS, "d", Unit.DAYS, "wd", Unit.WORKING_DAYS);
    private static final long MINUTE = 60_000L;

    static Optional<Pause> of(String text) {
        Matcher matcher = WRITTEN.matcher(text);
        if (!matcher.matches()) return Optional.empty();
        return Optional.of(
                new Pause(Integer.parseInt(matcher.group(1)), Objects.requireNonNull(UNITS.get(matcher.group(2)))));
    }

    /** The moment at which so much time has passed since another, both epoch milliseconds. */
    long after(long from, WorkingCalendar calendar) {
        return switch (unit) {
            case MINUTES -> from + amount * MINUTE;
            case HOURS -> from + amount * 60L * MINUTE;
            case DAYS -> calendar.plusCalendarDays(from, amount);
            case WORKING_DAYS -> calendar.plusWorkingDays(from, amount);
        };
    }

    boolean isNone() {
        return amount == 0;
    }
}
