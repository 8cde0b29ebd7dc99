package norma.server.notify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Posts to an address that was chosen before, under the name that was asked for; Java's own client would look the name up
 * anew. HTTP/1.1, one request for each connection; of the answer its head alone is read. A redirect is an answer like any
 * other.
 */
final class Post implements AutoCloseable {

    private static final int MOST_OF_HEAD = 16_384;
    private static final int CONNECTING = 5_000;

    private final SSLSocketFactory tls;
    private final Duration longest;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "post-watch");
        thread.setDaemon(true);
        return thread;
    });

    /** @param longest for the whole of one request */
    Post(SSLSocketFactory tls, Duration longest) {
        this.tls = tls;
        this.longest = longest;
    }

    /** @param headers by name in lower case */
    record Response(int status, Map<String, String> headers) {}

    Response send(URI endpoint, InetAddress address, Map<String, String> headers, byte[] body) throws IOException {
        boolean secure = endpoint.getScheme().equals("https");
        int port = endpoint.getPort() >= 0 ? endpoint.getPort() : secure ? 443 : 80;
        try (Socket plain = new Socket(java.net.Proxy.NO_PROXY)) {
            ScheduledFuture<?> end = watch.schedule(() -> cut(plain), longest.toMillis(), TimeUnit.MILLISECONDS);
            try {
                plain.connect(new InetSocketAddress(address, port), CONNECTING);
                return over(secure ? secured(plain, endpoint.getHost(), port) : plain, endpoint, headers, body);
            } finally {
                end.cancel(false);
            }
        }
    }

    private static void cut(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // it is of no use any more, whatever it says
        }
    }

    private SSLSocket secured(Socket plain, String host, int port) throws IOException {
        SSLSocket socket = (SSLSocket) tls.createSocket(plain, host, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static Response over(Socket socket, URI endpoint, Map<String, String> headers, byte[] body)
            throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(head(endpoint, headers, body.length).getBytes(StandardCharsets.US_ASCII));
        out.write(body);
        out.flush();
        Response response;
        do response = response(head(socket.getInputStream()));
        while (response.status() < 200);
        return response;
    }

    private static String head(URI endpoint, Map<String, String> headers, int length) {
        String path = endpoint.getRawPath() == null || endpoint.getRawPath().isEmpty() ? "/" : endpoint.getRawPath();
        String query = endpoint.getRawQuery() == null ? "" : "?" + endpoint.getRawQuery();
        StringBuilder head = new StringBuilder("POST " + path + query + " HTTP/1.1\r\n");
        head.append("Host: ").append(endpoint.getRawAuthority()).append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return head.append("Content-Length: ")
                .append(length)
                .append("\r\nConnection: close\r\n\r\n")
                .toString();
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int matched = 0;
        while (matched < 4) {
            int next = in.read();
            if (next < 0) throw new IOException("the answer ended before its head did");
            if (head.size() >= MOST_OF_HEAD) throw new IOException("the head of the answer is too long");
            head.write(next);
            boolean expected = next == (matched % 2 == 0 ? '\r' : '\n');
            matched = expected ? matched + 1 : next == '\r' ? 1 : 0;
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    private static Response response(String head) throws IOException {
        String[] lines = head.split("\r\n");
        if (!lines[0].matches("HTTP/1\\.[01] [1-5]\\d\\d( .*)?")) throw new IOException("the answer is not HTTP");
        Map<String, String> headers = new TreeMap<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            if (colon > 0)
                headers.putIfAbsent(
                        lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
                        lines[i].substring(colon + 1).strip());
        }
        return new Response(Integer.parseInt(lines[0].substring(9, 12)), headers);
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
