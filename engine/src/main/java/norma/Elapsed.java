package norma;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import norma.calendar.Pauses;
import norma.calendar.Stretch;
import norma.calendar.WorkingCalendar;
import norma.expression.Kind;
import norma.expression.Trace;
import norma.standard.Standards;
import org.jspecify.annotations.Nullable;

/**
 * A duration that an expression counted, told as runs of dates.
 *
 * @param count the part of the expression that counted it
 * @param from epoch milliseconds
 * @param to epoch milliseconds
 * @param stretches of every date after the first up to the last; the ticks are those of working days
 */
public record Elapsed(Trace count, long from, long to, WorkingCalendar calendar, List<Stretch> stretches) {

    private static final Set<String> FUNCTIONS =
            Set.of("days", "whole_days", "calendar_days", "working_days", "hours", "working_hours");
    private static final Pattern CALL = Pattern.compile("(\\w+)\\s*\\(.*?(?:,\\s*(\\w+)\\s*)?\\)", Pattern.DOTALL);

    /** Every duration in a trace whose two ends are known. */
    static List<Elapsed> in(Trace trace, Standards standards, Pauses pauses) {
        List<Elapsed> found = new ArrayList<>();
        collect(trace, standards, pauses, found);
        return List.copyOf(found);
    }

    private static void collect(Trace trace, Standards standards, Pauses pauses, List<Elapsed> found) {
        Matcher call = CALL.matcher(trace.text());
        if (call.matches() && FUNCTIONS.contains(call.group(1)) && trace.parts().size() >= 2) {
            Object from = trace.parts().get(0).value().raw();
            Object to = trace.parts().get(1).value().raw();
            boolean times = trace.parts().get(0).value().type().kind() == Kind.TIME;
            if (times && from instanceof Long start && to instanceof Long end) {
                WorkingCalendar calendar = calendar(call.group(2), standards);
                found.add(new Elapsed(trace, start, end, calendar, calendar.stretches(start, end, pauses)));
            }
        }
        trace.parts().forEach(part -> collect(part, standards, pauses, found));
    }

    private static WorkingCalendar calendar(@Nullable String name, Standards standards) {
        Map<String, WorkingCalendar> calendars = standards.calendars();
        WorkingCalendar named = name == null ? null : calendars.get(name);
        return named == null ? standards.model().calendar() : named;
    }
}
