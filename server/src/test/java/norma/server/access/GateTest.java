package norma.server.access;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.Inet4Address;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import norma.server.http.Service;
import norma.server.live.Act;
import norma.server.store.Databases;
import norma.server.store.Role;
import norma.server.store.Sight;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is asked who it is, by which names, and for how long the answer holds. */
class GateTest {

    private static final Map<String, String> FORM =
            Map.of("Sec-Fetch-Site", "same-origin", "Content-Type", "application/x-www-form-urlencoded");
    private static final String OLGA = "name=olga&password=" + Firm.PASSWORD.replace(" ", "+");

    private Firm firm;

    @BeforeEach
    void open() throws Exception {
        firm = new Firm(Databases.sqlite());
    }

    @AfterEach
    void close() {
        firm.close();
    }

    private void olga() {
        firm.register.add("olga", Role.ADMINISTRATOR, null, Firm.PASSWORD.toCharArray());
    }

    @Test
    void thisMachineIsAskedNothingUntilThereIsAnAccount() throws Exception {
        try (Service service = firm.serve(Site.loopback(0))) {
            assertEquals(200, get(service, "/api/v1/audit", Map.of()));
            olga();
            assertEquals(401, get(service, "/api/v1/audit", Map.of()));
            firm.register.remove("olga");
            assertEquals(
                    401, get(service, "/api/v1/audit", Map.of()), "what was closed stays so until it starts again");
        }
        try (Service service = firm.serve(Site.loopback(0))) {
            assertEquals(200, get(service, "/api/v1/audit", Map.of()));
        }
    }

    @Test
    void whoIsThereIsSignedInWhatIsDone() throws Exception {
        try (Service service = firm.serve(Site.loopback(0))) {
            String path = "/api/v1/deviations/" + firm.deviation("D1") + "/acknowledge";
            assertEquals(
                    200, Wire.send(service.port(), "POST", path, Map.of(), "{}").status());
            olga();
            String token = firm.register.token("olga", "test", null);
            path = "/api/v1/deviations/" + firm.deviation("D2") + "/acknowledge";
            assertEquals(
                    200,
                    Wire.send(service.port(), "POST", path, Map.of("Authorization", "Bearer " + token), "{}")
                            .status());
        }
        List<String> who = firm.store.read(tables -> tables.audit().after(0, 50)).stream()
                .filter(entry -> entry.act().equals("acknowledged"))
                .map(entry -> entry.who())
                .toList();
        assertEquals(List.of("local", "olga"), who);
        assertTrue(firm.store.read(tables -> tables.audit().firstBroken()).isEmpty());
    }

    @Test
    void whatOthersReachAsksEverybody() throws Exception {
        try (Service service = firm.serve(new Site("127.0.0.1", 0, List.of("Norma.example")))) {
            assertEquals(200, get(service, "/health", Map.of("Host", "norma.example")));
            assertEquals(200, get(service, "/health", Map.of("Host", "norma.example:443")));
            assertEquals(403, get(service, "/health", Map.of("Host", "other.example")));
            assertEquals(401, get(service, "/api/v1/deviations", Map.of()), "without any account, too");
        }
    }

    @Test
    void elsewhereTheAddressItselfIsAName() throws Exception {
        Optional<String> address = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(each -> each instanceof Inet4Address && !each.isLoopbackAddress())
                .map(each -> each.getHostAddress())
                .findFirst();
        assumeTrue(address.isPresent(), "skipped: this machine has no address but loopback");
        try (Service service = firm.serve(new Site("0.0.0.0", 0, List.of()))) {
            for (var each : Map.of(address.get(), 200, "localhost", 403, "evil.example", 403)
                    .entrySet())
                assertEquals(
                        each.getValue(),
                        Wire.send(address.get(), service.port(), "GET", "/health", Map.of("Host", each.getKey()), "")
                                .status(),
                        each.getKey());
        }
    }

    @Test
    void theSignOfABrowserIsSecureButOnThisMachine() throws Exception {
        olga();
        try (Service service = firm.serve(new Site("127.0.0.1", 0, List.of("norma.example")))) {
            assertEquals(
                    List.of(true, true, true, true),
                    contains(
                            signIn(service, "norma.example"),
                            "__Host-norma_session=",
                            "Secure",
                            "HttpOnly",
                            "SameSite=Lax"));
            assertEquals(
                    List.of(false, false, true, true),
                    contains(signIn(service, "localhost"), "__Host-", "Secure", "HttpOnly", "SameSite=Lax"));
        }
    }

    private static String signIn(Service service, String host) throws Exception {
        Map<String, String> headers = new HashMap<>(FORM);
        headers.put("Host", host);
        Wire.Answer answer = Wire.send(service.port(), "POST", "/sign-in", headers, OLGA);
        assertEquals(303, answer.status(), answer.text());
        return String.join("\n", answer.headers("Set-Cookie"));
    }

    private static List<Boolean> contains(String text, String... parts) {
        return Stream.of(parts).map(text::contains).toList();
    }

    @Test
    void aSignInIsOverWithItsTimeOrItsPassword() throws Exception {
        olga();
        firm.register.add("pavel", Role.ADMINISTRATOR, null, Firm.PASSWORD.toCharArray());
        try (Service service = firm.serve(Site.loopback(0))) {
            Map<String, String> cookie = signedIn(service);
            assertEquals(200, get(service, "/api/v1/audit", cookie));
            firm.register.role("olga", Role.VIEWER, null);
            assertEquals(403, get(service, "/api/v1/audit", cookie), "a role holds from the next request on");
            assertEquals(200, get(service, "/api/v1/deviations", cookie));
            firm.register.password("olga", Firm.PASSWORD.toCharArray());
            assertEquals(401, get(service, "/api/v1/deviations", cookie), "another password");
            Map<String, String> again = signedIn(service);
            int hours = 0;
            while (get(service, "/api/v1/deviations", again) == 200) {
                long now = firm.hands.millis();
                await().until(() -> usedAt(again) == now);
                firm.hands.pass(Duration.ofHours(11));
                hours += 11;
            }
            assertEquals(176, hours, "sixteen times eleven hours are the first to be more than seven days");
        }
    }

    private long usedAt(Map<String, String> cookie) {
        String secret = cookie.get("Cookie").substring("norma_session=".length());
        return firm.store
                .read(tables -> tables.signIns().find(Secret.hash(secret), 0, 0))
                .orElseThrow()
                .usedAt();
    }

    private static Map<String, String> signedIn(Service service) throws Exception {
        Wire.Answer answer = Wire.send(service.port(), "POST", "/sign-in", FORM, OLGA);
        return Map.of("Cookie", "norma_session=" + answer.session().orElseThrow(), "Sec-Fetch-Site", "same-origin");
    }

    @Test
    void aStreamEndsWithTheSignIn() throws Exception {
        olga();
        try (Service service = firm.serve(Site.loopback(0));
                Socket socket = new Socket("127.0.0.1", service.port())) {
            Map<String, String> cookie = signedIn(service);
            String request =
                    "GET /api/v1/events/stream?after=0 HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\nCookie: "
                            + cookie.get("Cookie") + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.setSoTimeout(20_000);
            StringBuilder heard = new StringBuilder();
            comment("before");
            while (heard.indexOf("before") < 0)
                heard.append((char) socket.getInputStream().read());
            assertEquals(
                    303,
                    Wire.send(service.port(), "POST", "/sign-out", cookie, "").status());
            firm.hands.pass(Duration.ofSeconds(3));
            comment("after");
            heard.append(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            assertFalse(heard.toString().contains("after"), heard.toString());
        }
    }

    private void comment(String text) throws Exception {
        firm.live
                .act("olga", Sight.EVERYTHING, new Act.Comment(firm.deviation("D1"), null, text))
                .get();
    }

    /** A hash that the reference implementation of Argon2 tests itself by. */
    @Test
    void aPasswordIsHashedAsOthersHashIt() {
        String known = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
        assertTrue(Passwords.isRight("password".toCharArray(), known));
        assertFalse(Passwords.isRight("passwort".toCharArray(), known));
        assertFalse(Passwords.isRight("password".toCharArray(), null));
        assertFalse(
                Passwords.hash("пароль из слов".toCharArray()).equals(Passwords.hash("пароль из слов".toCharArray())));
        assertTrue(Passwords.isRight("пароль из слов".toCharArray(), Passwords.hash("пароль из слов".toCharArray())));
    }

    /** Of the processor, since others may be busy with it. */
    @Test
    void aNameThatNobodyHasTakesAsLong() {
        String hash = Passwords.hash(Firm.PASSWORD.toCharArray());
        long unknown = Long.MAX_VALUE;
        long known = Long.MAX_VALUE;
        for (int i = 0; i < 8; i++) {
            unknown = Math.min(unknown, processorTime(null));
            known = Math.min(known, processorTime(hash));
        }
        double ratio = (double) unknown / known;
        assertTrue(ratio > 0.7 && ratio < 1.4, "unknown to known: " + ratio);
    }

    private static long processorTime(String hash) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long begin = threads.getCurrentThreadCpuTime();
        assertFalse(Passwords.isRight("wrong wrong wrong".toCharArray(), hash));
        return threads.getCurrentThreadCpuTime() - begin;
    }

    private static int get(Service service, String path, Map<String, String> headers) throws Exception {
        return Wire.send(service.port(), "GET", path, headers, "").status();
    }
}
