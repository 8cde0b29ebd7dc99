package norma.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTableTest {

    private record Named(String name, int step) implements KeyTable.Keyed {

        @Override
        public int hash() {
            return name.hashCode();
        }

        @Override
        public boolean hasKey(Object key) {
            return name.equals(key);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 40, 700, 20_000})
    void what_is_found_is_what_was_added_and_not_removed(int names) {
        Random random = new Random(names);
        KeyTable<Named> table = new KeyTable<>();
        Map<String, Named> expected = new HashMap<>();
        for (int step = 0; step < 60_000; step++) {
            if (random.nextInt(1_000) == 0) table.reserve(random.nextInt(names));
            String name = "D" + random.nextInt(names);
            Named known = expected.get(name);
            if (known == null) {
                Named fresh = new Named(name, step);
                table.add(fresh);
                expected.put(name, fresh);
            } else if (random.nextBoolean()) {
                table.remove(known);
                expected.remove(name);
            }
            String asked = "D" + random.nextInt(names);
            assertEquals(expected.get(asked), table.find(asked), "step " + step);
        }
        for (int i = 0; i < names; i++) assertEquals(expected.get("D" + i), table.find("D" + i));
    }
}
