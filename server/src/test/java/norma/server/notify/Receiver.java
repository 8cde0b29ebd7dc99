package norma.server.notify;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntUnaryOperator;

/** A program that is told, over real HTTP; it keeps what it got, and answers as the test wants. */
public final class Receiver implements AutoCloseable {

    /** For an answer that never comes. */
    static final int HANGS_UP = -1;

    public record Got(String path, Map<String, List<String>> headers, byte[] body) {

        public String header(String name) {
            return headers.entrySet().stream()
                    .filter(each -> each.getKey().equalsIgnoreCase(name))
                    .map(each -> each.getValue().get(0))
                    .findFirst()
                    .orElse("");
        }
    }

    public final List<Got> got = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile IntUnaryOperator answers = request -> 204;

    public Receiver(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::take);
        server.start();
    }

    /** @param next what it answers to the n-th request, from 0 */
    Receiver answering(IntUnaryOperator next) {
        answers = next;
        return this;
    }

    private void take(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        got.add(new Got(exchange.getRequestURI().toString(), Map.copyOf(exchange.getRequestHeaders()), body));
        int status = answers.applyAsInt(got.size() - 1);
        if (status == 307) exchange.getResponseHeaders().add("Location", "/elsewhere");
        if (status == 503) exchange.getResponseHeaders().add("Retry-After", "900");
        if (status != HANGS_UP) exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
