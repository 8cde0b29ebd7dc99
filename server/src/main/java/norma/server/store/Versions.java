package norma.server.store;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.Optional;
import norma.diagnostics.Source;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Every version of the definitions that was ever in force. */
public final class Versions {

    /** @param at when it came into force, epoch milliseconds */
    public record Version(long version, long at, String author, String digest, List<Source> files) {}

    private record File(String name, String text) {}

    private final Handle handle;

    Versions(Handle handle) {
        this.handle = handle;
    }

    public long add(long at, String author, String digest, List<Source> files) {
        List<File> kept = files.stream()
                .map(source -> new File(source.name(), source.text()))
                .toList();
        return handle.createUpdate("INSERT INTO definitions (at, author, digest, files) VALUES (?, ?, ?, ?)")
                .bind(0, at)
                .bind(1, author)
                .bind(2, digest)
                .bind(3, Json.of(kept))
                .executeAndReturnGeneratedKeys("version")
                .mapTo(Long.class)
                .one();
    }

    public Optional<Version> inForce() {
        return versions(asked("ORDER BY version DESC LIMIT 1")).stream().findFirst();
    }

    public Optional<Version> number(long version) {
        return versions(asked("WHERE version = ?").bind(0, version)).stream().findFirst();
    }

    public Optional<Version> lastBy(String author) {
        return versions(asked("WHERE author = ? ORDER BY version DESC LIMIT 1").bind(0, author)).stream()
                .findFirst();
    }

    /** The newest first. */
    public List<Version> all() {
        return versions(asked("ORDER BY version DESC"));
    }

    private Query asked(String which) {
        return handle.createQuery("SELECT version, at, author, digest, files FROM definitions " + which);
    }

    private static List<Version> versions(Query query) {
        return query.map((row, context) -> new Version(
                        row.getLong(1), row.getLong(2), row.getString(3), row.getString(4), files(row.getString(5))))
                .list();
    }

    private static List<Source> files(String text) {
        return Json.read(text, new TypeReference<List<File>>() {}).stream()
                .map(file -> new Source(file.name(), file.text()))
                .toList();
    }
}
