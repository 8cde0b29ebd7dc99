package norma.server.store;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Answers that were given, by the key that the asker chose: the same request again gets the same answer. */
public final class Requests {

    private final Handle handle;

    Requests(Handle handle) {
        this.handle = handle;
    }

    /** @param type of the answer: a record */
    public <T> Optional<T> answer(String key, TypeReference<T> type) {
        return handle.createQuery("SELECT answer FROM request WHERE key = ?")
                .bind(0, key)
                .mapTo(String.class)
                .findOne()
                .map(answer -> Json.read(answer, type));
    }

    /** @param at epoch milliseconds */
    public void add(String key, long at, Object answer) {
        handle.execute("INSERT INTO request (key, at, answer) VALUES (?, ?, ?)", key, at, Json.of(answer));
    }

    /** Answers are kept for a while only. */
    public int forgetBefore(long at) {
        return handle.execute("DELETE FROM request WHERE at < ?", at);
    }
}
