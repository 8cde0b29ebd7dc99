package norma.server.notify;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * Puts STARTTLS (RFC 3207) before an SMTP server that knows none: it greets, offers encryption and nothing else, and
 * from then on hands everything through.
 */
final class TlsDoor implements AutoCloseable {

    /** What was said before it was encrypted, line by line. */
    final List<String> inTheClear = new CopyOnWriteArrayList<>();

    private final ServerSocket door;
    private final SSLContext tls;
    private final int behind;

    TlsDoor(SSLContext tls, int behind) throws IOException {
        this.door = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        this.tls = tls;
        this.behind = behind;
        begin(() -> {
            while (true) {
                Socket guest = door.accept();
                begin(() -> open(guest));
            }
        });
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void begin(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // whoever talked has gone
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return door.getLocalPort();
    }

    private void open(Socket guest) throws IOException {
        try (guest) {
            say(guest, "220 door");
            String line = line(guest.getInputStream());
            while (!line.isEmpty()) {
                inTheClear.add(line);
                if (line.startsWith("EHLO")) say(guest, "250-door\r\n250 STARTTLS");
                else if (line.equals("STARTTLS")) {
                    say(guest, "220 go on");
                    encrypted(guest);
                    return;
                } else say(guest, "530 encrypt it first");
                line = line(guest.getInputStream());
            }
        }
    }

    private void encrypted(Socket guest) throws IOException {
        try (SSLSocket inside = (SSLSocket) tls.getSocketFactory().createSocket(guest, null, true);
                Socket server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
            inside.setUseClientMode(false);
            inside.startHandshake();
            line(server.getInputStream());
            begin(() -> server.getInputStream().transferTo(inside.getOutputStream()));
            inside.getInputStream().transferTo(server.getOutputStream());
        }
    }

    private static void say(Socket to, String line) throws IOException {
        OutputStream out = to.getOutputStream();
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static String line(InputStream from) throws IOException {
        StringBuilder line = new StringBuilder();
        int each = from.read();
        while (each >= 0 && each != '\n') {
            if (each != '\r') line.append((char) each);
            each = from.read();
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
