package norma.judge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;

/** What is to be looked at again, and when; each key has at most one time, the last that was set. */
final class DueQueue<K> {

    private record Entry<K>(long at, K key) {}

    private final PriorityQueue<Entry<K>> queue = new PriorityQueue<>((a, b) -> Long.compare(a.at, b.at));
    private final Map<K, Long> times = new HashMap<>();

    /** @param at epoch milliseconds; {@link Long#MAX_VALUE} for never */
    void set(K key, long at) {
        if (at == Long.MAX_VALUE) {
            times.remove(key);
            return;
        }
        Long before = times.put(key, at);
        if (before == null || before != at) queue.add(new Entry<>(at, key));
    }

    /** {@link Long#MAX_VALUE} for never. */
    long at(K key) {
        Long at = times.get(key);
        return at == null ? Long.MAX_VALUE : at;
    }

    /** The earliest time that is set; {@link Long#MAX_VALUE} for none. */
    long next() {
        while (!queue.isEmpty() && !Objects.equals(times.get(queue.peek().key), queue.peek().at)) queue.poll();
        return queue.isEmpty() ? Long.MAX_VALUE : queue.peek().at;
    }

    /** Takes out everything that is due by now. */
    List<K> due(long now) {
        List<K> due = new ArrayList<>();
        while (!queue.isEmpty() && queue.peek().at <= now) {
            Entry<K> entry = queue.poll();
            if (times.remove(entry.key, entry.at)) due.add(entry.key);
        }
        return due;
    }
}
