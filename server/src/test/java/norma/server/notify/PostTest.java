package norma.server.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.ssl.SSLContexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A request to an address that was chosen before, and receivers that mean harm. */
class PostTest {

    private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);

    @Test
    void the_certificate_is_that_of_the_name_whatever_the_address(@TempDir Path folder) throws Exception {
        SSLContext tls = Certificate.of(folder, "crm.example");
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        AtomicReference<String> host = new AtomicReference<>();
        server.createContext("/", exchange -> {
            host.set(exchange.getRequestHeaders().getFirst("Host"));
            exchange.sendResponseHeaders(202, -1);
            exchange.close();
        });
        server.start();
        try (Post post = new Post(tls, Duration.ofSeconds(10))) {
            int port = server.getAddress().getPort();
            URI named = URI.create("https://crm.example:" + port + "/hook");
            assertEquals(202, post.send(named, loopback(), Map.of(), BODY).status());
            assertEquals("crm.example:" + port, host.get());
            URI other = URI.create("https://evil.example:" + port + "/hook");
            assertThrows(SSLException.class, () -> post.send(other, loopback(), Map.of(), BODY));
        } finally {
            server.stop(0);
        }
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void who_answers_drop_by_drop_is_cut_off() throws Exception {
        try (Harmful receiver = new Harmful(out -> {
                    while (true) {
                        out.write('H');
                        out.flush();
                        Thread.onSpinWait();
                    }
                });
                Post post = new Post(SSLContexts.createSystemDefault(), Duration.ofSeconds(1))) {
            assertThrows(IOException.class, () -> post.send(receiver.address(), loopback(), Map.of(), BODY));
        }
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void who_never_answers_is_cut_off() throws Exception {
        try (Harmful receiver = new Harmful(SILENCE);
                Post post = new Post(SSLContexts.createSystemDefault(), Duration.ofMillis(300))) {
            assertThrows(IOException.class, () -> post.send(receiver.address(), loopback(), Map.of(), BODY));
        }
    }

    @Test
    void an_endless_head_is_not_read() throws Exception {
        String endless = "HTTP/1.1 200 OK\r\n" + "x: y\r\n".repeat(5000) + "\r\n";
        assertThrows(MessageConstraintException.class, () -> answered(endless));
        assertThrows(MessageConstraintException.class, () -> answered("HTTP/1.1 200 " + "x".repeat(10_000)));
    }

    @Test
    void what_is_not_http_is_no_answer() {
        assertThrows(IOException.class, () -> answered("220 smtp.example ESMTP\r\n\r\n"));
        assertThrows(IOException.class, () -> answered("HTTP/1.1 2000 OK\r\n\r\n"));
        assertThrows(IOException.class, () -> answered(""));
    }

    @Test
    void an_interim_answer_is_passed_over() throws Exception {
        Post.Response answer = answered(
                "HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 503 Busy\r\nRetry-After: 7\r\n\r\n" + "x".repeat(99));
        assertEquals(503, answer.status());
        assertEquals("7", answer.headers().get("retry-after"));
    }

    private static Post.Response answered(String text) throws Exception {
        try (Harmful receiver = new Harmful(out -> out.write(text.getBytes(StandardCharsets.US_ASCII)));
                Post post = new Post(SSLContexts.createSystemDefault(), Duration.ofSeconds(10))) {
            return post.send(receiver.address(), loopback(), Map.of("a", "b"), BODY);
        }
    }

    private static final Talk SILENCE = out -> out.flush();

    private interface Talk {
        void to(OutputStream out) throws IOException;
    }

    /** Reads a request and says what it likes; a talk that ends is followed by silence or the end. */
    private static final class Harmful implements AutoCloseable {

        private final ServerSocket server = new ServerSocket(0, 1, loopback());
        private volatile Socket open;

        private Harmful(Talk talk) throws IOException {
            Thread thread = new Thread(() -> {
                try {
                    open = server.accept();
                    InputStream in = open.getInputStream();
                    StringBuilder request = new StringBuilder();
                    while (!request.toString().endsWith("\r\n\r\n{}")) request.append((char) in.read());
                    assertTrue(request.toString().startsWith("POST / HTTP/1.1\r\n"));
                    talk.to(open.getOutputStream());
                    if (talk != SILENCE) open.shutdownOutput();
                } catch (IOException e) {
                    // it was cut off
                }
            });
            thread.setDaemon(true);
            thread.start();
        }

        private URI address() {
            return URI.create("http://127.0.0.1:" + server.getLocalPort());
        }

        @Override
        public void close() throws IOException {
            if (open != null) open.close();
            server.close();
        }
    }

    private static InetAddress loopback() {
        return InetAddress.getLoopbackAddress();
    }
}
