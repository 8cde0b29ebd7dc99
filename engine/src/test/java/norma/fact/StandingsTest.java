package norma.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import norma.fact.Standings.Standing;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandingsTest {

    /** @param ids few of which all come and go, or so many that they are hardly ever the same */
    @ParameterizedTest
    @ValueSource(ints = {1, 5, 30, 4_000})
    void facts_stand_in_the_order_in_which_they_came(int ids) {
        Random random = new Random(ids);
        Standings standings = new Standings();
        Map<String, Fact> expected = new LinkedHashMap<>();
        for (int step = 0; step < 5_000; step++) {
            String id = "C" + random.nextInt(ids);
            Fact fact = Client.TYPE.make(id, Map.of("title", "version " + step));
            Standing standing = standings.find(id);
            assertEquals(expected.get(id), standing == null ? null : standing.fact());
            if (standing == null) standings.add(fact, step);
            else if (random.nextInt(3) > 0) standing.become(fact, step);
            else standings.remove(id);
            if (standing == null || standings.find(id) != null) expected.put(id, fact);
            else expected.remove(id);
            if (step % 50 == 0) assertEquals(List.copyOf(expected.values()), List.copyOf(standings.facts()));
        }
        assertEquals(expected.size(), standings.facts().size());
    }
}
