package norma.server.access;

import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.jspecify.annotations.Nullable;

/**
 * Passwords as Argon2id hashes, in the PHC string format. Memory, rounds and lanes are those of the OWASP Password
 * Storage Cheat Sheet: 19 MiB, 2, 1; a hash says its own, so that they can grow.
 */
public final class Passwords {

    public static final int SHORTEST = 12;
    public static final int LONGEST = 200;

    private static final int MEMORY = 19 * 1024;
    private static final int ROUNDS = 2;
    private static final int LANES = 1;
    private static final int SALT = 16;
    private static final int HASH = 32;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern PHC =
            Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d+),t=(\\d+),p=(\\d+)\\$([^$]+)\\$([^$]+)");

    /** So many at once: each takes memory and a processor for a while, and anybody may ask. */
    private static final Semaphore AT_ONCE = new Semaphore(2);

    /** What a name that nobody has is compared with, so that it takes as long. */
    private static final String NOBODYS = hash(Secret.random().toCharArray());

    private Passwords() {}

    public static String hash(char[] password) {
        byte[] salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        byte[] hash = argon2id(password, salt, MEMORY, ROUNDS, LANES);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + MEMORY + ",t=" + ROUNDS + ",p=" + LANES + "$" + base64.encodeToString(salt) + "$"
                + base64.encodeToString(hash);
    }

    /** @param hash null, for whoever has none, takes as long as any other and is never right */
    static boolean isRight(char[] password, @Nullable String hash) {
        Matcher parts = PHC.matcher(hash == null ? NOBODYS : hash);
        if (!parts.matches()) throw new IllegalStateException("the hash of a password cannot be read");
        Base64.Decoder base64 = Base64.getDecoder();
        byte[] found = argon2id(
                password,
                base64.decode(parts.group(4)),
                Integer.parseInt(parts.group(1)),
                Integer.parseInt(parts.group(2)),
                Integer.parseInt(parts.group(3)));
        return MessageDigest.isEqual(found, base64.decode(parts.group(5))) && hash != null;
    }

    private static byte[] argon2id(char[] password, byte[] salt, int memory, int rounds, int lanes) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memory)
                .withIterations(rounds)
                .withParallelism(lanes)
                .withSalt(salt)
                .build());
        byte[] hash = new byte[HASH];
        AT_ONCE.acquireUninterruptibly();
        try {
            var bytes = StandardCharsets.UTF_8.encode(CharBuffer.wrap(password));
            byte[] given = new byte[bytes.remaining()];
            bytes.get(given);
            generator.generateBytes(given, hash);
        } finally {
            AT_ONCE.release();
        }
        return hash;
    }
}
