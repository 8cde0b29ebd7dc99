package norma.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactMapTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 5, 60})
    void it_is_a_map_in_the_order_in_which_facts_came(int ids) {
        Random random = new Random(ids);
        for (int round = 0; round < 50; round++) {
            FactMap<Integer> map = new FactMap<>();
            Map<Fact.Key, Integer> expected = new LinkedHashMap<>();
            for (int step = 0; step < 2 * ids; step++) {
                FactType type = random.nextBoolean() ? Deal.TYPE : Client.TYPE;
                Fact fact = type.make("F" + random.nextInt(ids), Map.of("title", "version " + step));
                assertEquals(expected.get(fact.key()), map.get(fact));
                if (random.nextBoolean()) {
                    map.put(fact, step);
                    expected.put(fact.key(), step);
                } else {
                    map.putIfAbsent(fact, step);
                    expected.putIfAbsent(fact.key(), step);
                }
            }
            assertEquals(List.copyOf(expected.values()), map.values());
            assertEquals(expected.isEmpty(), map.isEmpty());
        }
    }
}
