package norma.server.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** What people did, in a chain: each entry holds the hash of itself and of the one before it. */
public final class Audit {

    /** @param at epoch milliseconds */
    public record Entry(
            long seq, long at, String who, String act, String target, String body, String previous, String hash) {

        boolean isWhole() {
            return hash.equals(Audit.hash(previous, at, who, act, target, body));
        }
    }

    private static final String COLUMNS = "SELECT seq, at, who, act, target, body, previous, hash FROM audit ";

    private final Handle handle;

    Audit(Handle handle) {
        this.handle = handle.registerRowMapper(ConstructorMapper.factory(Entry.class));
    }

    /** Whoever adds waits for whoever else does: two rows after the same one would be two ends. */
    public void add(long at, String who, String act, String target, String body) {
        handle.execute("UPDATE audit_turn SET one = 1");
        String previous = handle.createQuery("SELECT hash FROM audit ORDER BY seq DESC LIMIT 1")
                .mapTo(String.class)
                .findOne()
                .orElse("");
        handle.execute(
                "INSERT INTO audit (at, who, act, target, body, previous, hash) VALUES (?, ?, ?, ?, ?, ?, ?)",
                at,
                who,
                act,
                target,
                body,
                previous,
                hash(previous, at, who, act, target, body));
    }

    private List<Entry> all() {
        return handle.createQuery(COLUMNS + "ORDER BY seq").mapTo(Entry.class).list();
    }

    public List<Entry> after(long seq, int most) {
        return handle.createQuery(COLUMNS + "WHERE seq > ? ORDER BY seq LIMIT ?")
                .bind(0, seq)
                .bind(1, most)
                .mapTo(Entry.class)
                .list();
    }

    /** The first entry that was changed after it was written, or whose forerunner is missing. */
    public Optional<Entry> firstBroken() {
        String previous = "";
        for (Entry entry : all()) {
            if (!entry.previous().equals(previous) || !entry.isWhole()) return Optional.of(entry);
            previous = entry.hash();
        }
        return Optional.empty();
    }

    private static String hash(String previous, long at, String... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((previous + "\n" + at).getBytes(StandardCharsets.UTF_8));
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                digest.update(("\n" + bytes.length + ":").getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
