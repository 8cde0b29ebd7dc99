package norma.server.notify;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

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

    Optional<Route> route(String id) {
        return routes.stream().filter(route -> route.id().equals(id)).findFirst();
    }
}
