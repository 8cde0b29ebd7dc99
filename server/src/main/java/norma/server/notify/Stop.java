package norma.server.notify;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The address by which a reader ends what a route sends him; nobody else can make one for him. */
final class Stop {

    static final String PATH = "/api/v1/notifications/stop";

    private final UUID installation;
    private final String root;

    /** @param installation is told to nobody, @param root of all addresses, without a slash at its end */
    Stop(UUID installation, String root) {
        this.installation = installation;
        this.root = root;
    }

    String address(String route, String recipient) {
        return root + PATH + "?route=" + encoded(route) + "&to=" + encoded(recipient) + "&key=" + key(route, recipient);
    }

    boolean isKey(String route, String recipient, String key) {
        return MessageDigest.isEqual(
                key(route, recipient).getBytes(StandardCharsets.UTF_8), key.getBytes(StandardCharsets.UTF_8));
    }

    private String key(String route, String recipient) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(installation.toString().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] key = mac.doFinal(("stop\0" + route + "\0" + recipient).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(key, 0, 16);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA256", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
