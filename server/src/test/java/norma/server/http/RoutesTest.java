package norma.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import norma.server.access.Firm;
import norma.server.access.Gate;
import norma.server.access.Right;
import norma.server.access.Site;
import norma.server.access.Wire;
import norma.server.store.Databases;
import norma.server.store.Role;
import norma.server.store.Sight;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every route that there is, against the table of rights. */
class RoutesTest {

    private static final Set<HandlerType> READING = Set.of(HandlerType.GET, HandlerType.HEAD);

    private Firm firm;
    private Service service;

    @BeforeEach
    void start() throws Exception {
        firm = new Firm(Databases.sqlite()).withAccounts();
        service = firm.serve(Site.loopback(0));
    }

    @AfterEach
    void stop() {
        service.close();
        firm.close();
    }

    @Test
    void aRouteWithoutARightDoesNotStart() {
        Endpoint bare = new Endpoint(HandlerType.GET, "/bare", context -> {});

        assertThrows(IllegalStateException.class, () -> Gate.requireRights(List.of(bare)));
    }

    @Test
    void nobodyGetsBeyondWhatIsForAnybody() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Endpoint route : service.endpoints()) {
            Right right = Gate.right(route).orElseThrow();
            int status = ask(route, Map.of());
            boolean refused = Set.of(401, 403, 303).contains(status);
            if (right != Right.ANYBODY && !refused) wrong.add(route.method + " " + route.path + " " + status);
        }
        assertEquals(List.of(), wrong);
    }

    /** Whoever may not is told so; whoever may is told anything else. */
    @Test
    void everyRoleMayWhatTheTableSays() throws Exception {
        List<String> wrong = new ArrayList<>();
        int asked = 0;
        for (Endpoint route : service.endpoints()) {
            for (Role role : Role.values()) {
                Right right = Gate.right(route).orElseThrow();
                boolean may = right.of(role) != Sight.Reach.NOTHING;
                int status = ask(route, Map.of("Authorization", "Bearer " + firm.tokens.get(role.word())));
                asked++;
                boolean unknown = status == 401 && right != Right.ANYBODY;
                if (may == (status == 403) || unknown)
                    wrong.add(role + " " + route.method + " " + route.path + " " + status);
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(asked > 100, "all routes were asked");
    }

    private int ask(Endpoint route, Map<String, String> headers) throws Exception {
        String path = route.path.replaceAll("\\{[^}]+}", "0");
        String body = READING.contains(route.method) ? "" : "{}";
        return Wire.send(service.port(), route.method.name(), path, headers, body)
                .status();
    }
}
