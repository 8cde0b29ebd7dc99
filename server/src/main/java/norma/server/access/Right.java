package norma.server.access;

import static norma.server.store.Sight.Reach.EVERYTHING;
import static norma.server.store.Sight.Reach.NOTHING;
import static norma.server.store.Sight.Reach.OWN;
import static norma.server.store.Sight.Reach.TEAM;

import io.javalin.security.RouteRole;
import java.util.EnumMap;
import java.util.Map;
import norma.server.store.Role;
import norma.server.store.Sight.Reach;

/** What can be done over HTTP, and how far each role may do it. Every route names one of these; there is no other table. */
public enum Right implements RouteRole {
    /** Asked of nobody. */
    ANYBODY(EVERYTHING, EVERYTHING, EVERYTHING, EVERYTHING, EVERYTHING),
    // In the order of viewer, seller, head, operations, administrator.
    SEE_DEVIATIONS(EVERYTHING, OWN, TEAM, EVERYTHING, EVERYTHING),
    /** Take notice, hold, dismiss, comment, bring a decision to its end. */
    ACT(NOTHING, OWN, TEAM, NOTHING, EVERYTHING),
    /** Give a decision to somebody else. */
    HAND_OVER(NOTHING, NOTHING, TEAM, NOTHING, EVERYTHING),
    SEE_READINGS(EVERYTHING, OWN, TEAM, EVERYTHING, EVERYTHING),
    SEE_DEFINITIONS(EVERYTHING, EVERYTHING, EVERYTHING, EVERYTHING, EVERYTHING),
    PUT_FACTS(NOTHING, NOTHING, NOTHING, EVERYTHING, EVERYTHING),
    /** Put other definitions in force, or those of before. */
    PUBLISH(NOTHING, NOTHING, NOTHING, EVERYTHING, EVERYTHING),
    /** How the service itself is doing: metrics, what waits to be sent. */
    SEE_WORKINGS(EVERYTHING, NOTHING, NOTHING, EVERYTHING, EVERYTHING),
    SEE_AUDIT(NOTHING, NOTHING, NOTHING, NOTHING, EVERYTHING);

    private final Map<Role, Reach> reach = new EnumMap<>(Role.class);

    Right(Reach viewer, Reach seller, Reach head, Reach operations, Reach administrator) {
        reach.put(Role.VIEWER, viewer);
        reach.put(Role.SELLER, seller);
        reach.put(Role.HEAD, head);
        reach.put(Role.OPERATIONS, operations);
        reach.put(Role.ADMINISTRATOR, administrator);
    }

    public Reach of(Role role) {
        return reach.getOrDefault(role, NOTHING);
    }
}
