package norma.server.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import norma.server.store.Databases;
import norma.server.store.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Events that are read once for all who listen. */
class RecentTest {

    private static final int MOST = 200;

    private Store store;
    private Recent recent;

    @BeforeEach
    void open() {
        store = Store.open(Databases.sqlite());
        recent = new Recent(store, new Items(), 0);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void what_happens_is_told_to_each_from_where_he_was() {
        happen(300);
        assertEquals(Optional.of(numbers(1, 200)), after(0, 300));
        assertEquals(Optional.of(numbers(201, 300)), after(200, 300));
        assertEquals(Optional.of(List.of()), after(300, 300));
    }

    @Test
    void who_begins_to_listen_after_a_long_silence_does_not_wait_for_what_nobody_heard() {
        happen(5_000);
        assertEquals(Optional.of(numbers(4_991, 5_000)), after(4_990, 5_000));
        assertEquals(Optional.empty(), after(4_000, 5_000), "what was not read is asked of the store");
        happen(10);
        assertEquals(Optional.of(numbers(5_001, 5_010)), after(5_000, 5_010));
    }

    @Test
    void who_is_far_behind_himself_asks_the_store() {
        happen(5_000);
        assertEquals(Optional.empty(), after(0, 5_000));
    }

    private Optional<List<Long>> after(long seq, long newest) {
        return recent.after(seq, newest, MOST)
                .map(events -> events.stream().map(Told::seq).toList());
    }

    private static List<Long> numbers(long from, long to) {
        return LongStream.rangeClosed(from, to).boxed().toList();
    }

    private void happen(int times) {
        store.write(tables -> {
            for (int i = 0; i < times; i++) tables.events().add(0, "raised", null, null, "{}");
            return times;
        });
    }
}
