package norma.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import norma.fact.Change;
import norma.fact.Client;
import norma.fact.Deal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of KPI against sums written plainly over the same deals, while deals come, change, go, and time passes. */
class EveryKindTest {

    private final Map<String, Deal> deals = new HashMap<>();
    private final Firm firm = Firm.measuring(PlainKpis.KPIS, "2026-03-16T12:00");
    private final PlainKpis plain = new PlainKpis(deals.values(), firm);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void agreesWithPlainSumsWhileDealsChangeAndTimePasses(long seed) {
        for (int i = 0; i < 7; i++) firm.change(Client.TYPE, "c" + i, "segment", i % 2 == 0 ? "b2b" : "b2g");
        RandomDeals source = new RandomDeals(seed, firm.now());
        for (int day = 0; day < 40; day++) {
            for (int i = 0; i < 15; i++) put(source.next(150));
            if (day % 3 == 0 && !deals.isEmpty()) drop(deals.keySet().iterator().next());
            firm.materialise();
            if (day % 8 == 7) compare();
            firm.at(firm.now() + 86_400_000L * (1 + source.random().nextInt(2)));
        }
        firm.materialise();
        compare();
    }

    @Test
    void whatGoesOutIsWhatWentIn() {
        RandomDeals source = new RandomDeals(7, firm.now());
        for (int i = 0; i < 500; i++) put(source.next(200));
        firm.materialise();
        firm.at(firm.now() + 20 * 86_400_000L);
        List.copyOf(deals.keySet()).forEach(this::drop);

        Set<Scope> gone = firm.materialise().stream()
                .filter(revision -> revision.after() == null)
                .map(revision -> revision.before().scope())
                .collect(Collectors.toSet());
        assertTrue(gone.contains(Scope.WHOLE));
        assertEquals(List.of(), firm.measurer().readings());
        assertEquals(0L, firm.measured("standing").value());
    }

    @Test
    void halvesThatWereMeasuredApartMergeIntoTheWhole() {
        RandomDeals source = new RandomDeals(11, firm.now());
        Measurer one = new Measurer(firm.standards(), firm.world(), firm);
        Measurer two = new Measurer(firm.standards(), firm.world(), firm);
        for (int i = 0; i < 400; i++) put(source.next(10_000));
        int turn = 0;
        for (Deal deal : deals.values()) (turn++ % 2 == 0 ? one : two).add(deal);
        one.merge(two);

        assertEquals(List.copyOf(firm.measurer().readings()), List.copyOf(one.readings()));
        firm.at(firm.now() + 9 * 86_400_000L);
        assertEquals(List.copyOf(firm.measurer().readings()), List.copyOf(one.readings()));
        deals.values().forEach(one::remove);
        assertEquals(List.of(), one.readings());
    }

    @Test
    void allFactsAtOnceInSeveralPiecesMeasureAsOneByOne() {
        RandomDeals source = new RandomDeals(17, firm.now());
        for (int i = 0; i < 5 * Batch.MOST; i++) {
            Deal deal = source.next(10_000);
            Map<String, @Nullable Object> set = new HashMap<>(Deal.TYPE.values(deal));
            firm.world().apply(new Change(Deal.TYPE, deal.id(), Change.START, set));
        }
        Measurer oneByOne = new Measurer(firm.standards(), firm.world(), firm);
        firm.world().all(Deal.TYPE).forEach(oneByOne::add);
        Measurer atOnce = new Measurer(firm.standards(), firm.world(), firm, inPieces(3));
        atOnce.addAll();

        assertEquals(List.copyOf(oneByOne.readings()), List.copyOf(atOnce.readings()));
        firm.at(firm.now() + 9 * 86_400_000L);
        assertEquals(List.copyOf(oneByOne.readings()), List.copyOf(atOnce.readings()));
        firm.world().all(Deal.TYPE).forEach(atOnce::remove);
        assertEquals(List.of(), atOnce.readings());
    }

    private static Crew inPieces(int many) {
        return new Crew() {
            @Override
            public int pieces(int facts) {
                return many;
            }

            @Override
            public void doAll(List<Runnable> pieces) {
                for (int i = pieces.size() - 1; i >= 0; i--) pieces.get(i).run();
            }
        };
    }

    @Test
    void afterManyDaysItIsAsIfSeenForTheFirstTime() {
        RandomDeals source = new RandomDeals(5, firm.now());
        for (int day = 0; day < 60; day++) {
            for (int i = 0; i < 5; i++) put(source.next(100));
            firm.at(firm.now() + 86_400_000L).materialise();
            Measurer afresh = new Measurer(firm.standards(), firm.world(), firm);
            deals.values().forEach(afresh::add);
            assertEquals(
                    List.copyOf(afresh.readings()), List.copyOf(firm.measurer().readings()), "day " + day);
        }
    }

    @Test
    void revisionsAddUpToTheCurrentReadings() {
        RandomDeals source = new RandomDeals(13, firm.now());
        Map<String, Measured> held = new HashMap<>();
        for (int day = 0; day < 50; day++) {
            for (int i = 0; i < 5; i++) put(source.next(60));
            for (Revision revision : firm.at(firm.now() + 86_400_000L).materialise()) {
                Reading reading = revision.either();
                String key = reading.getKpi() + reading.scope() + reading.getPeriodName() + reading.isCurrent();
                if (revision.before() != null)
                    assertEquals(held.get(key), revision.before().measured(), key);
                if (revision.after() == null) held.remove(key);
                else held.put(key, revision.after().measured());
            }
            for (Reading reading : firm.measurer().readings()) {
                if (!reading.isCurrent()) continue;
                String key = reading.getKpi() + reading.scope() + reading.getPeriodName() + true;
                assertEquals(held.get(key), reading.measured(), key);
            }
        }
    }

    private void put(Deal deal) {
        drop(deal.id());
        deals.put(deal.id(), deal);
        firm.measurer().add(deal);
    }

    private void drop(String id) {
        Deal old = deals.remove(id);
        if (old != null) firm.measurer().remove(old);
    }

    private void compare() {
        Collection<Reading> readings = firm.measurer().readings();
        assertTrue(readings.size() > 100);
        for (Reading reading : readings) {
            Object value = plain.value(reading);
            String where = reading.getKpi() + " " + reading.scope() + " " + reading.period();
            if (value instanceof Double number) assertEquals(number, reading.getValue(), 1e-9, where);
            else assertEquals(value, reading.measured().value(), where);
        }
        assertEquals(
                plain.monthsWithDeals(),
                readings.stream()
                        .filter(r ->
                                r.getKpi().equals("deals") && r.getPeriodName().equals("month"))
                        .map(r -> r.scope() + " " + YearMonth.from(r.period().from()))
                        .collect(Collectors.toSet()));
    }
}
