package norma.server.notify;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import norma.server.live.Act;
import norma.server.store.Databases;
import norma.server.store.Outbox;
import norma.server.store.Sight;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who is told what, and when; the hands of the clock are the test's. 2026-03-02 is a Monday, Moscow is UTC+3. */
class RoutingTest {

    private static final String PEOPLE = """
            schema: 1
            language: ru
            people:
              e1: { mail: seller@firm.example }
              e9: { mail: head@firm.example }
            """;

    private final List<Outbox.Message> told = new CopyOnWriteArrayList<>();
    private final Carrier mail = message -> {
        told.add(message);
        return new Answer.Taken();
    };
    private Firm firm;
    private Notifier notifier;

    static Stream<String> databases() {
        return Databases.each();
    }

    private void firm(String url, String now, String routes) throws Exception {
        firm = new Firm(url, now, PEOPLE + routes);
        notifier = firm.notifier(mail, mail);
        firm.people();
    }

    @AfterEach
    void close() {
        notifier.close();
        firm.close();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void severity_and_role_tell_whom(String url) throws Exception {
        firm(url, "2026-03-02T09:00:00Z", """
                routes:
                  sellers: { to: owner }
                  heads: { when: { severity: critical }, to: [head, director] }
                """);
        firm.deal("D1", 500);
        turn();
        assertEquals(List.of("sellers person:e1"), tellings());
        firm.deal("D1", 5000);
        turn();
        assertEquals(
                List.of("heads person:e9", "sellers person:e1", "sellers person:e1"),
                tellings().stream().sorted().toList(),
                "who is both head and director is told once");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void what_comes_while_a_group_waits_is_told_together_and_what_is_over_is_not(String url) throws Exception {
        firm(url, "2026-03-02T09:00:00Z", """
                routes:
                  heads: { to: head, wait: 15m }
                """);
        firm.deal("D1", 500);
        turn();
        pass(Duration.ofMinutes(10));
        firm.deal("D2", 500);
        firm.deal("D3", 500);
        firm.deal("D3", 50);
        turn();
        assertEquals(List.of(), tellings());
        pass(Duration.ofMinutes(5));
        turn();
        assertEquals(1, told.size());
        String text = Letter.read(told.get(0).body()).text();
        assertTrue(text.contains("Сделка D1") && text.contains("Сделка D2"), text);
        assertTrue(!text.contains("Сделка D3"), text);
        assertEquals("Норма: новости, 2", Letter.read(told.get(0).body()).subject());
    }

    @ParameterizedTest
    @MethodSource("databases")
    void each_group_has_a_message_of_its_own(String url) throws Exception {
        firm(url, "2026-03-02T09:00:00Z", """
                routes:
                  heads: { to: head, wait: 15m, group_by: client }
                """);
        for (String deal : List.of("D1", "D2", "D3"))
            firm.fact(
                    "deal",
                    deal,
                    "status",
                    "open",
                    "owner",
                    "e1",
                    "client",
                    deal.equals("D3") ? "C2" : "C1",
                    "amount",
                    5_000_000L);
        pass(Duration.ofMinutes(20));
        turn();
        assertEquals(List.of("heads person:e9", "heads person:e9"), tellings());
    }

    @ParameterizedTest
    @MethodSource("databases")
    void outside_working_hours_it_waits_for_them(String url) throws Exception {
        firm(url, "2026-03-06T16:00:00Z", """
                routes:
                  heads: { to: head, only: working hours }
                """);
        firm.deal("D1", 500);
        turn();
        assertEquals(List.of(), tellings(), "it is Friday, 19:00");
        pass(Duration.ofHours(61).plusMinutes(59));
        turn();
        assertEquals(List.of(), tellings(), "it is Monday, 08:59");
        pass(Duration.ofMinutes(2));
        turn();
        assertEquals(List.of("heads person:e9"), tellings());
        firm.deal("D2", 500);
        pass(Duration.ofSeconds(1));
        turn();
        assertEquals(2, told.size(), "within them it does not wait");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void what_nobody_takes_notice_of_is_told_again(String url) throws Exception {
        firm(url, "2026-03-02T09:00:00Z", """
                routes:
                  heads: { to: head, repeat_after: 1wd }
                """);
        firm.deal("D1", 500);
        firm.deal("D2", 500);
        turn();
        long second = firm.store
                .read(tables -> tables.deviations().standing())
                .get("large/deal/D2")
                .number();
        firm.live
                .act("e9", Sight.EVERYTHING, new Act.Acknowledge(List.of(second)))
                .get();
        pass(Duration.ofHours(23));
        turn();
        assertEquals(1, told.size());
        pass(Duration.ofHours(1));
        turn();
        assertEquals(2, told.size());
        assertTrue(Letter.read(told.get(1).body())
                .subject()
                .startsWith("Норма: Всё ещё без ответа: Крупная сделка — Сделка D1"));
        turn();
        pass(Duration.ofHours(23));
        turn();
        assertEquals(2, told.size());
        pass(Duration.ofHours(2));
        turn();
        assertEquals(3, told.size());
    }

    @ParameterizedTest
    @MethodSource("databases")
    void who_wants_no_more_of_a_route_gets_no_more_of_it(String url) throws Exception {
        firm(url, "2026-03-02T09:00:00Z", """
                routes:
                  heads: { to: head }
                  all: { to: [head, owner] }
                """);
        firm.store.write(tables -> {
            tables.outbox().silence("heads", "person:e9", firm.hands.millis(), "asked");
            return true;
        });
        firm.deal("D1", 500);
        turn();
        assertEquals(
                List.of("all person:e1", "all person:e9"),
                tellings().stream().sorted().toList());
    }

    @ParameterizedTest
    @MethodSource("databases")
    void other_routes_begin_with_what_comes_next(String url) throws Exception {
        firm(url, "2026-03-02T09:00:00Z", "");
        firm.deal("D1", 500);
        turn();
        firm.reroute(PEOPLE + "routes: { heads: { to: head } }");
        turn();
        assertEquals(List.of(), tellings());
        firm.deal("D2", 500);
        turn();
        assertEquals(List.of("heads person:e9"), tellings());
    }

    private void pass(Duration time) {
        firm.hands.pass(time);
        firm.settled();
    }

    /** Until nothing that is due is left. */
    private void turn() throws Exception {
        notifier.turn();
        await().until(() -> {
            notifier.turn();
            return firm.messages().stream().noneMatch(each -> each.state() == Outbox.State.WAITING);
        });
    }

    private List<String> tellings() {
        List<String> all = new ArrayList<>();
        told.forEach(each -> all.add(each.route() + " " + each.recipient()));
        return all;
    }
}
