package norma.server.notify;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import norma.calendar.WorkingCalendar;

/**
 * All routes, with those whom they name.
 *
 * @param people by the id of an employee, or by a name of their own
 * @param arrivals how long facts of a type may stay away, where that was said
 */
public record Routes(
        Locale language,
        Map<String, Person> people,
        Map<String, Webhook> webhooks,
        List<Route> routes,
        Map<String, Pause> arrivals) {

    /** Nobody is told anything. */
    public static final Routes NONE = new Routes(Locale.ENGLISH, Map.of(), Map.of(), List.of(), Map.of());

    record Person(String mail, Locale language) {}

    /** @param secret the name of the variable of the environment that holds it */
    record Webhook(URI url, String secret) {}

    /** When facts of a type are late, where the routes say it; both epoch milliseconds. */
    public OptionalLong lateAt(String type, long last, WorkingCalendar calendar) {
        Pause pause = arrivals.get(type);
        return pause == null ? OptionalLong.empty() : OptionalLong.of(pause.after(last, calendar));
    }

    Optional<Route> route(String id) {
        return routes.stream().filter(route -> route.id().equals(id)).findFirst();
    }
}
