package norma.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Listeners to server-sent events, each on a connection of its own; some of them never read. */
final class EventListeners implements AutoCloseable {

    private static final Pattern DEAL = Pattern.compile("\"(D[0-9]+)\"");

    private final List<Socket> sockets = new ArrayList<>();
    private final Map<String, Long> heard = new ConcurrentHashMap<>();
    private final AtomicLong events = new AtomicLong();
    private final Predicate<String> noted;

    /**
     * @param reading how many read what they are told; the first of them notes when it hears of which deal
     * @param silent how many never read
     * @param noted of which deals it is noted
     */
    EventListeners(int port, int reading, int silent, Predicate<String> noted) throws IOException {
        this.noted = noted;
        for (int i = 0; i < reading + silent; i++) {
            Socket socket = new Socket("localhost", port);
            sockets.add(socket);
            socket.getOutputStream()
                    .write(("GET /api/v1/events/stream HTTP/1.1\r\nHost: localhost:" + port
                                    + "\r\nAccept: text/event-stream\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            String status = in.readLine();
            if (status == null || !status.contains(" 200")) throw new IOException("not let in: " + status);
            if (i < reading) read(in, i == 0);
        }
    }

    private void read(BufferedReader in, boolean noting) {
        Thread reader = new Thread(null, () -> listen(in, noting), "listener", 128 * 1024);
        reader.setDaemon(true);
        reader.start();
    }

    private void listen(BufferedReader in, boolean noting) {
        try {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (!line.startsWith("data:")) continue;
                events.incrementAndGet();
                if (noting) note(line);
            }
        } catch (SocketException e) {
            return;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void note(String line) {
        Matcher deal = DEAL.matcher(line);
        if (deal.find() && noted.test(deal.group(1))) heard.putIfAbsent(deal.group(1), System.nanoTime());
    }

    /** When the noting listener first heard of each deal, by {@link System#nanoTime}. */
    Map<String, Long> heard() {
        return heard;
    }

    /** How many events were read by all of them. */
    long events() {
        return events.get();
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : sockets) socket.close();
    }
}
