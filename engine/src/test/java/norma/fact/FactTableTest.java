package norma.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The facts of one type, against a map of the JDK. */
class FactTableTest {

    private static final int SEVERAL_PAGES = 40_000;

    private final Random random = new Random(11);
    private final FactTable table = new FactTable();
    private final Map<String, Fact> facts = new HashMap<>();
    private final Map<String, Long> times = new HashMap<>();
    private final Map<String, Integer> visits = new HashMap<>();

    @Test
    void itIsAMapOfFactsAndOfWhatIsKnownOfThem() {
        for (int i = 0; i < 300_000; i++) {
            String id = id();
            switch (random.nextInt(4)) {
                case 0 -> remove(id);
                case 1 -> visit(id);
                default -> put(id);
            }
            if (i % 20_000 == 0) compare();
        }
        compare();
        List.copyOf(facts.keySet()).forEach(this::remove);
        compare();
    }

    @Test
    void factsStayInTheOrderInWhichTheyArrive() {
        List<String> arrived = new ArrayList<>();
        for (int i = 0; i < SEVERAL_PAGES; i++) {
            arrived.add("T" + random.nextLong());
            table.add(team(arrived.get(i)), Change.START);
        }
        assertEquals(arrived, ids(table.all().toArray(Fact[]::new)));
        for (int i = 0; i < 500; i++) {
            String gone = arrived.remove(random.nextInt(arrived.size()));
            table.remove(gone);
        }
        assertEquals(arrived, table.all().stream().map(Fact::id).toList());
        assertEquals(arrived, ids(table.all().toArray(Fact[]::new)));
    }

    @Test
    void anArrayWithMoreRoomEndsInNull() {
        for (int i = 0; i < SEVERAL_PAGES; i++) table.add(team("T" + i), Change.START);
        @Nullable Fact[] room = new Fact[SEVERAL_PAGES + 100];
        Arrays.fill(room, team("other"));
        @Nullable Fact[] all = table.all().toArray(room);
        assertSame(room, all);
        assertSame(table.find("T39999"), all[SEVERAL_PAGES - 1]);
        assertNull(all[SEVERAL_PAGES]);
    }

    private static List<String> ids(Fact[] facts) {
        return Arrays.stream(facts).map(Fact::id).toList();
    }

    /** Some of them of the same hash. */
    private String id() {
        String clash = random.nextInt(10) == 0 ? (random.nextBoolean() ? "Aa" : "BB") : "";
        return clash + clash + random.nextInt(SEVERAL_PAGES);
    }

    private static Fact team(String id) {
        return Team.TYPE.make(id, Map.of());
    }

    private void put(String id) {
        Fact fact = team(new String(id));
        long time = random.nextInt(3) == 0 ? Change.START : random.nextLong();
        int place = table.place(id);
        if (place == FactTable.NONE) table.add(fact, time);
        else table.become(place, fact, time);
        facts.put(id, fact);
        if (time != Change.START || !times.containsKey(id)) times.put(id, time);
    }

    private void visit(String id) {
        int place = table.place(id);
        if (place == FactTable.NONE) return;
        int visit = random.nextBoolean() ? random.nextInt(1_000) : FactTable.NONE;
        table.enter(place, visit);
        visits.put(id, visit);
    }

    private void remove(String id) {
        table.remove(id);
        facts.remove(id);
        times.remove(id);
        visits.remove(id);
    }

    private void compareManyAtOnce() {
        @Nullable String[] ids = new String[256];
        for (int i = 0; i < ids.length; i++) ids[i] = random.nextInt(9) == 0 ? null : new String(id());
        @Nullable Object[] found = new Object[ids.length];
        table.find(ids, ids.length, found);
        for (int i = 0; i < ids.length; i++) assertSame(ids[i] != null ? facts.get(ids[i]) : null, found[i]);
    }

    private void compare() {
        Set<Fact> seen = new HashSet<>(table.all());
        assertEquals(new HashSet<>(facts.values()), seen);
        assertEquals(facts.size(), table.all().size());
        compareManyAtOnce();
        for (int i = 0; i < 500; i++) {
            String id = id();
            Fact found = table.find(id);
            assertSame(facts.get(id), found);
            if (found == null) {
                assertEquals(FactTable.NONE, table.place(id));
                continue;
            }
            int place = table.place(id);
            assertSame(found, table.at(place));
            assertEquals(Objects.requireNonNull(times.get(id)), table.changedAt(place));
            assertEquals(visits.getOrDefault(id, FactTable.NONE), table.visit(place));
        }
    }
}
