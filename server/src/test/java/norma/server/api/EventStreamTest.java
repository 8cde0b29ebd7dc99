package norma.server.api;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import norma.diagnostics.Problems;
import norma.diagnostics.Source;
import norma.fact.Catalogue;
import norma.fact.Change;
import norma.judge.DrlRules;
import norma.server.http.Service;
import norma.server.live.Live;
import norma.server.store.Databases;
import norma.server.store.Store;
import norma.standard.Standards;
import norma.standard.yaml.Definitions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Programs that listen are told everything, once, in order, whatever the others do. */
class EventStreamTest {

    private static final String DEFINITIONS = """
            schema: 1
            model: { currency: RUB, pipelines: { main: [lead] } }
            calendars:
              office: { zone: Europe/Moscow, week: [mon, tue, wed, thu, fri] }
            deviations:
              large:
                on: deal
                only_if: status = open and amount > 100
                message: { en: "{amount}", ru: "{amount}" }
            """;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private Store store;
    private Live live;
    private Service service;

    @BeforeEach
    void start() {
        Standards standards = Definitions.read(List.of(new Source("test.yaml", DEFINITIONS)), Map.of(), new Problems())
                .orElseThrow();
        store = Store.open(Databases.sqlite());
        live = Live.start(store, standards, DrlRules.none(), Clock.systemUTC());
        service = Service.start(0, store, live, Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        service.close();
        live.close();
        store.close();
    }

    @Test
    void who_was_away_is_told_what_was_missed_and_then_what_comes() throws Exception {
        raise(0, 5);
        List<String> ids = listen("2");
        await().until(() -> ids.equals(List.of("3", "4", "5")));
        raise(5, 7);
        await().until(() -> ids.equals(List.of("3", "4", "5", "6", "7")));
    }

    @Test
    void who_does_not_say_where_he_was_is_told_what_comes() throws Exception {
        raise(0, 3);
        List<String> ids = listen(null);
        AtomicInteger next = new AtomicInteger(3);
        await().until(() -> {
            raise(next.get(), next.incrementAndGet());
            return !ids.isEmpty();
        });
        assertTrue(Integer.parseInt(ids.get(0)) > 3, ids.toString());
    }

    @Test
    void who_does_not_read_holds_nobody_up() throws Exception {
        List<Socket> deaf = new ArrayList<>();
        for (int i = 0; i < 5; i++) deaf.add(silent());
        List<String> ids = listen("0");
        raise(0, 3_000);
        List<String> expected =
                IntStream.rangeClosed(1, 3_000).mapToObj(String::valueOf).toList();
        await().atMost(Duration.ofSeconds(60)).until(() -> ids.size() >= 3_000);
        assertEquals(expected, ids);
        for (Socket each : deaf) each.close();
    }

    private void raise(int from, int to) throws Exception {
        List<Change> deals = IntStream.range(from, to)
                .mapToObj(i -> new Change(
                        Catalogue.type("deal").orElseThrow(),
                        "D" + i,
                        System.currentTimeMillis(),
                        Map.of("status", "open", "amount", 2_000_000L)))
                .toList();
        live.take(deals).get();
    }

    private List<String> listen(String last) {
        List<String> ids = new CopyOnWriteArrayList<>();
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + "/api/v1/events/stream"));
        request.header("Accept", "*/*"); // as curl does; browsers ask for text/event-stream
        if (last != null) request.header("Last-Event-ID", last);
        var unused = http.sendAsync(request.build(), BodyHandlers.ofLines()).thenAccept(response -> response.body()
                .filter(line -> line.startsWith("id:"))
                .forEach(line -> ids.add(line.substring(3).strip())));
        return ids;
    }

    /** Asks for everything, and reads no more than the head of the answer. */
    private Socket silent() throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(1_024);
        socket.connect(new java.net.InetSocketAddress("127.0.0.1", service.port()));
        socket.getOutputStream()
                .write(
                        ("GET /api/v1/events/stream?after=0 HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
        InputStream in = socket.getInputStream();
        assertTrue(in.read() == 'H');
        return socket;
    }
}
