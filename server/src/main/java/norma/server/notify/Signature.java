package norma.server.notify;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs webhooks as the Standard Webhooks specification (1.0.0, symmetric scheme) says: HMAC-SHA256 over
 * {@code id.timestamp.body}.
 */
final class Signature {

    private static final String PREFIX = "whsec_";
    private static final int LEAST_BYTES = 24;
    private static final int MOST_BYTES = 64;

    private final SecretKeySpec key;

    private Signature(SecretKeySpec key) {
        this.key = key;
    }

    /**
     * @param secret {@code whsec_} and 24 to 64 bytes in Base64
     * @throws IllegalArgumentException when it is not that; the message does not repeat it
     */
    static Signature by(String secret) {
        if (!secret.startsWith(PREFIX)) throw new IllegalArgumentException("a secret begins with " + PREFIX);
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("what follows " + PREFIX + " is not Base64", e);
        }
        if (bytes.length < LEAST_BYTES || bytes.length > MOST_BYTES)
            throw new IllegalArgumentException("a secret has " + LEAST_BYTES + " to " + MOST_BYTES + " bytes");
        return new Signature(new SecretKeySpec(bytes, "HmacSHA256"));
    }

    /** @param timestamp seconds since the epoch */
    String of(String id, long timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA256", e);
        }
    }
}
