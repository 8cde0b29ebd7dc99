package norma.server.access;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import norma.server.http.Service;
import norma.server.store.Databases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Each row of {@code attacks.yaml}, on both databases, against a service of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttacksTest {

    private final Map<String, Firm> firms = new LinkedHashMap<>();

    @TestFactory
    Stream<DynamicContainer> attacks() throws Exception {
        firms.put("SQLite", new Firm(Databases.sqlite()).withAccounts());
        firms.put("PostgreSQL", new Firm(Databases.postgres()).withAccounts());
        for (Firm firm : firms.values()) {
            firm.register.add("gone", norma.server.store.Role.ADMINISTRATOR, null, Firm.PASSWORD.toCharArray());
            firm.tokens.put("gone", firm.register.token("gone", "test", null));
            firm.tokens.put("expired", firm.register.token("administrator", "expired", firm.hands.millis()));
            firm.tokens.put("revoked", firm.register.token("administrator", "revoked", null));
            firm.register.revoke(firm.register
                    .tokens()
                    .get(firm.register.tokens().size() - 1)
                    .number());
            firm.register.remove("gone");
        }
        List<Attack> attacks = Attack.all();
        assertTrue(attacks.size() > 40, "the table has its rows");
        return firms.entrySet().stream()
                .map(each -> DynamicContainer.dynamicContainer(
                        each.getKey(),
                        attacks.stream()
                                .map(attack ->
                                        DynamicTest.dynamicTest(attack.name(), () -> fails(attack, each.getValue())))));
    }

    @AfterAll
    void close() {
        firms.values().forEach(Firm::close);
    }

    private static void fails(Attack attack, Firm firm) throws Exception {
        try (Service service = firm.serve(Site.loopback(0))) {
            String session = "";
            for (Attack.Step step : attack.steps()) {
                firm.hands.pass(Duration.parse(step.passes()));
                Wire.Answer answer = send(step, firm, service.port(), session);
                for (int i = 1; i < step.times(); i++) answer = send(step, firm, service.port(), session, i);
                String said = attack.name() + ": " + attack.why() + "\n" + step.request() + "\n" + answer.text();
                assertTrue(step.statuses().contains(answer.status()), said);
                for (String text : step.holds()) assertTrue(answer.text().contains(filled(text, firm, session)), said);
                for (String text : step.lacks())
                    assertFalse(answer.text().contains(filled(text, firm, session)), text + " is in it\n" + said);
                session = answer.session().orElse(session);
            }
        }
    }

    private static Wire.Answer send(Attack.Step step, Firm firm, int port, String session) throws Exception {
        return send(step, firm, port, session, 0);
    }

    private static Wire.Answer send(Attack.Step step, Firm firm, int port, String session, int time) throws Exception {
        Map<String, String> headers = new LinkedHashMap<>();
        step.headers()
                .forEach((name, value) ->
                        headers.put(name, filled(value, firm, session).replace("{time}", "" + time)));
        if (!step.as().equals("nobody"))
            headers.put("Authorization", "Bearer " + firm.tokens.getOrDefault(step.as(), step.as()));
        return Wire.send(
                port,
                step.method(),
                filled(step.target(), firm, session),
                headers,
                filled(step.body(), firm, session).replace("{time}", "" + time));
    }

    private static String filled(String text, Firm firm, String session) {
        return text.replace("{mine}", "" + firm.deviation("D1"))
                .replace("{theirs}", "" + firm.deviation("D2"))
                .replace("{my-decision}", "" + firm.decision("D1"))
                .replace("{their-decision}", "" + firm.decision("D2"))
                .replace("{password}", Firm.PASSWORD.replace(" ", "+"))
                .replace("{session}", session);
    }
}
