package norma.server.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import norma.server.store.Databases;
import norma.server.store.Role;
import norma.server.store.Store;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Accounts are changed by another process than the one that serves. */
class RegisterTest {

    private static final int EACH = 20;

    static Stream<String> databases() {
        return Databases.each();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void theChainOfTheAuditHasOneEndHoweverManyWrite(String database) throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(2);
        try (Store one = Store.open(database);
                Store other = Store.open(database)) {
            List<Callable<Integer>> work = new ArrayList<>();
            for (Store store : List.of(one, other))
                work.add(() -> {
                    Register register = new Register(store, Clock.systemUTC());
                    for (int i = 0; i < EACH; i++)
                        register.add("program" + System.identityHashCode(store) + "." + i, Role.OPERATIONS, null, null);
                    return EACH;
                });
            for (Future<Integer> each : writers.invokeAll(work)) assertEquals(EACH, each.get());
            assertEquals(
                    2 * EACH, one.read(tables -> tables.audit().after(0, 500)).size());
            assertTrue(one.read(tables -> tables.audit().firstBroken()).isEmpty());
        } finally {
            writers.shutdownNow();
        }
    }
}
