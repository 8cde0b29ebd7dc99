package norma.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DueQueueTest {

    /** @param keys few are set again and again, many come in faster than they leave */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 40, 5_000})
    void what_is_due_is_what_was_set_last(int keys) {
        Random random = new Random(keys);
        DueQueue queue = new DueQueue();
        Map<Integer, Long> expected = new HashMap<>();
        long now = 0;
        for (int step = 0; step < 3_000; step++) {
            for (int set = random.nextInt(step % 100 == 0 ? 300 : 3); set > 0; set--) {
                int key = random.nextInt(keys);
                long at = random.nextInt(6) == 0 ? Long.MAX_VALUE : now + random.nextInt(200);
                queue.set(key, at);
                if (at == Long.MAX_VALUE) expected.remove(key);
                else expected.put(key, at);
            }
            if (random.nextInt(4) > 0) continue;
            assertEquals(
                    expected.values().stream().min(Long::compare).orElse(Long.MAX_VALUE), queue.next(), "step " + step);
            now += random.nextInt(5);
            long by = now;
            Set<Integer> due = expected.keySet().stream()
                    .filter(key -> expected.get(key) <= by)
                    .collect(Collectors.toSet());
            assertEquals(
                    new TreeSet<>(due),
                    IntStream.of(queue.due(now)).boxed().collect(Collectors.toCollection(TreeSet::new)),
                    "step " + step);
            expected.keySet().removeAll(due);
            int some = random.nextInt(keys + 10);
            assertEquals(expected.getOrDefault(some, Long.MAX_VALUE), queue.at(some));
        }
    }
}
