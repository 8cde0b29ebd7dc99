package norma.server.access;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A request as bytes, with whatever headers an attacker likes: clients of good manners do not send them. */
public final class Wire {

    private static final int PATIENCE = 700;

    private Wire() {}

    /** @param text everything that came: status, headers and body */
    public record Answer(int status, String text) {

        public List<String> headers(String name) {
            String head = text.substring(0, Math.max(0, text.indexOf("\r\n\r\n")));
            return head.lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .toList();
        }

        /** What the browser is told to keep as the sign of who it is. */
        public Optional<String> session() {
            return headers("Set-Cookie").stream()
                    .filter(each -> each.contains("norma_session="))
                    .map(each -> each.replaceAll(".*norma_session=([^;]*);.*", "$1"))
                    .findFirst();
        }
    }

    /** Waits for the end of the answer; of one that has none, for a while. */
    public static Answer send(int port, String method, String target, Map<String, String> headers, String body)
            throws IOException {
        return send("127.0.0.1", port, method, target, headers, body);
    }

    static Answer send(String address, int port, String method, String target, Map<String, String> headers, String body)
            throws IOException {
        List<String> lines = new ArrayList<>(List.of(method + " " + target + " HTTP/1.1", "Connection: close"));
        if (!headers.containsKey("Host")) lines.add("Host: localhost:" + port);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        boolean framed = headers.containsKey("Content-Length") || headers.containsKey("Transfer-Encoding");
        if (!framed && bytes.length > 0) lines.add("Content-Length: " + bytes.length);
        headers.forEach((name, value) -> lines.add(name + ": " + value));
        ByteArrayOutputStream got = new ByteArrayOutputStream();
        try (Socket socket = new Socket(address, port)) {
            OutputStream out = socket.getOutputStream();
            out.write((String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            try {
                out.write(bytes);
                out.flush();
            } catch (SocketException e) {
                // the server has heard enough; its answer is there to be read
            }
            read(socket, got);
        }
        String text = got.toString(StandardCharsets.UTF_8);
        return new Answer(text.startsWith("HTTP/1.1 ") ? Integer.parseInt(text.substring(9, 12)) : 0, text);
    }

    private static void read(Socket socket, ByteArrayOutputStream got) throws IOException {
        InputStream in = socket.getInputStream();
        byte[] some = new byte[8192];
        try {
            for (int read = in.read(some); read >= 0; read = in.read(some)) {
                got.write(some, 0, read);
                boolean endless = got.toString(StandardCharsets.UTF_8).contains("text/event-stream");
                if (endless) socket.setSoTimeout(PATIENCE);
            }
        } catch (SocketTimeoutException | SocketException e) {
            // what came so far is what there is
        }
    }
}
