package norma.server.notify;

import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import norma.calendar.WorkingCalendar;
import norma.diagnostics.Text;

/**
 * Who is told what, and when.
 *
 * @param on kinds of events; a digest looks at none of them
 * @param when what a deviation has to be, by column of the store; a column that is not named may hold anything
 * @param part by which column things are told apart into messages of their own; empty for one message
 * @param delay to wait for others of the same group; what is over by then is not told
 * @param repeatAfter empty for never: so long after it was told, what nobody has taken notice of is told again
 * @param digest when it is told what is new, what stands and what is overdue; empty for a route that tells at once
 * @param workingHours whether what comes outside working hours waits for them
 */
record Route(
        String id,
        Text title,
        Set<String> on,
        Map<String, Set<String>> when,
        List<Target> to,
        Optional<String> part,
        Pause delay,
        Optional<Pause> repeatAfter,
        Optional<Digest> digest,
        boolean workingHours) {

    /** Whom a route leads to. */
    sealed interface Target {

        /** Whoever the deviation's column names: {@code head} or {@code owner}. */
        record By(String column) implements Target {}

        /** Whoever holds a position. */
        record Holder(String position) implements Target {}

        /** Somebody among the people of the routes. */
        record Person(String id) implements Target {}

        /** One of the webhooks of the routes. */
        record Hook(String id) implements Target {}
    }

    /** @param workingDays whether there is none on other days */
    record Digest(LocalTime at, boolean workingDays) {

        /** The next one after a moment, both epoch milliseconds. */
        long after(long moment, WorkingCalendar calendar) {
            var date = calendar.dateOf(moment);
            while (calendar.at(date, at) <= moment || workingDays && !calendar.isWorking(date)) date = date.plusDays(1);
            return calendar.at(date, at);
        }
    }
}
