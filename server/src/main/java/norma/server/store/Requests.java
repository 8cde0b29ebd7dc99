package norma.server.store;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Answers that were given, by the key that the asker chose: the same request again gets the same answer. */
public final class Requests {

    private final Handle handle;

    Requests(Handle handle) {
        this.handle = handle;
    }

    public Optional<String> answer(String key) {
        return handle.createQuery("SELECT answer FROM request WHERE key = ?")
                .bind(0, key)
                .mapTo(String.class)
                .findOne();
    }

    public void add(String key, long at, String answer) {
        handle.execute("INSERT INTO request (key, at, answer) VALUES (?, ?, ?)", key, at, answer);
    }

    /** Answers are kept for a while only. */
    public int forgetBefore(long at) {
        return handle.execute("DELETE FROM request WHERE at < ?", at);
    }
}
