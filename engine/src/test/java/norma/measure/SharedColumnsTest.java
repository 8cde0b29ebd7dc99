package norma.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import norma.calendar.WorkingCalendar;
import norma.expression.Undefined;
import norma.fact.Deal;
import norma.standard.Kpi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** KPI that read the same of the same cases are told from one column, and each is what it would be by itself. */
class SharedColumnsTest {

    private static final Map<String, String> KPIS = new TreeMap<>(Map.ofEntries(
            Map.entry("total", "sum: amount, at: created_at, by: [owner], whole: false, over: [month]"),
            Map.entry("average", "mean: amount, at: created_at, by: [owner], whole: false, over: [month]"),
            Map.entry("part", "share: { sum: amount, by: owner }, at: created_at, over: [month]"),
            Map.entry("middle", "median: amount, at: created_at, by: [owner], whole: false, over: [month]"),
            Map.entry("largest", "max: amount, at: created_at, by: [owner], whole: false, over: [month]"),
            Map.entry("smallest", "min: amount, at: created_at, by: [owner], whole: false, over: [month]"),
            Map.entry("of_won", "sum: amount, only_if: status = won, at: created_at, by: [owner], over: [month]"),
            Map.entry("by_stage", "sum: amount, at: created_at, by: [stage], over: [month]"),
            Map.entry("of_week", "sum: amount, at: created_at, by: [owner], over: [rolling 7d]"),
            Map.entry("closed", "sum: amount, at: closed_at, by: [owner], over: [month]")));

    private static String yaml(Iterable<String> ids) {
        StringBuilder yaml = new StringBuilder();
        ids.forEach(id -> yaml.append("  %s: { of: deal, %s }\n".formatted(id, KPIS.get(id))));
        return yaml.toString();
    }

    private final Firm together = Firm.measuring(yaml(KPIS.keySet()), "2026-03-16T12:00");

    private Column column(String id, TypeMeasurer of) {
        Kpi kpi = together.standards().kpis().get(id);
        return of.measure(kpi, Aggregate.of(kpi, List.of()), kpi.over(), kpi.by(), 0)
                .column();
    }

    @Test
    void whatIsReadAlikeIsCountedOnce() {
        WorkingCalendar calendar = together.standards().model().calendar();
        TypeMeasurer measurer = new TypeMeasurer(calendar, together);
        Column total = column("total", measurer);
        Column middle = column("middle", measurer);

        assertSame(total, column("average", measurer));
        assertSame(middle, column("largest", measurer));
        assertSame(middle, column("smallest", measurer));
        assertNotSame(total, middle, "sums are no values");
        for (String other : List.of("of_won", "by_stage", "of_week", "closed"))
            assertNotSame(total, column(other, measurer), "other cases, cuts, periods or times: " + other);
    }

    /** Values of one column are put in order when one of its KPI is asked: never by two hands at a time. */
    @Test
    void manyHandsAskAColumnOneAfterTheOther() {
        Firm firm = Firm.measuring("""
                  middle: { of: deal, median: amount, over: [all] }
                  largest: { of: deal, max: amount, over: [all] }
                  smallest: { of: deal, min: amount, over: [all] }
                """, "2026-03-16T12:00");
        ExecutorService pool = Executors.newFixedThreadPool(3);
        try {
            Measurer byMany = new Measurer(firm.standards(), firm.world(), firm, hands(pool));
            Measurer byOne = new Measurer(firm.standards(), firm.world(), firm);
            RandomDeals source = new RandomDeals(29, firm.now());
            for (int round = 0; round < 200; round++) {
                for (int i = 0; i < 100; i++) {
                    Deal deal = source.next(1_000_000);
                    byMany.add(deal);
                    byOne.add(deal);
                }
                assertEquals(List.copyOf(byOne.readings()), List.copyOf(byMany.readings()), "round " + round);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static Crew hands(ExecutorService pool) {
        return new Crew() {
            @Override
            public int pieces(int facts) {
                return 3;
            }

            @Override
            public void doAll(List<Runnable> pieces) {
                CompletableFuture.allOf(pieces.stream()
                                .map(piece -> CompletableFuture.runAsync(piece, pool))
                                .toArray(CompletableFuture[]::new))
                        .join();
            }
        };
    }

    @Test
    void eachIsWhatItWouldBeByItself() {
        Map<String, Firm> alone = new HashMap<>();
        KPIS.keySet().forEach(id -> alone.put(id, Firm.measuring(yaml(List.of(id)), "2026-03-16T12:00")));
        RandomDeals source = new RandomDeals(23, together.now());
        Map<String, Deal> deals = new HashMap<>();
        int revised = 0;
        for (int day = 0; day < 40; day++) {
            for (int i = 0; i < 4; i++) {
                Deal deal = source.next(50);
                Deal before = deals.put(deal.id(), deal);
                put(before, deal, together);
                alone.values().forEach(firm -> put(before, deal, firm));
            }
            List<Revision> revisions = together.at(together.now() + 86_400_000L).materialise();
            for (Map.Entry<String, Firm> one : alone.entrySet()) {
                List<Revision> own =
                        one.getValue().at(one.getValue().now() + 86_400_000L).materialise();
                revised += own.size();
                assertEquals(told(own, one.getKey()), told(revisions, one.getKey()), one.getKey() + " on day " + day);
            }
        }
        assertFalse(revised < 500, "only " + revised + " readings were revised");
    }

    private static void put(@Nullable Deal before, Deal after, Firm firm) {
        if (before != null) firm.measurer().remove(before);
        firm.measurer().add(after);
    }

    /** What was shown before and after, since a definition of another document is another one. */
    private static Set<List<Object>> told(List<Revision> revisions, String kpi) {
        Set<List<Object>> told = new HashSet<>();
        for (Revision revision : revisions) {
            Reading either = revision.either();
            if (!either.getKpi().equals(kpi)) continue;
            told.add(List.of(either.scope(), either.period(), told(revision.before()), told(revision.after())));
        }
        return told;
    }

    private static Object told(@Nullable Reading reading) {
        return reading == null ? "nothing" : reading.measured();
    }

    @Test
    void oneThatIsReplacedLeavesTheOthersTheirCases() {
        RandomDeals source = new RandomDeals(29, together.now());
        for (int i = 0; i < 200; i++) {
            Deal deal = source.next(10_000);
            together.change(
                    Deal.TYPE, deal.id(), "owner", deal.owner(), "amount", amount(deal), "created_at", at(deal));
        }
        Set<String> left = Set.of("average", "part", "largest", "of_won");
        Measurer measurer = together.measurer();
        measurer.replace(Firm.standards(yaml(left)), Set.of());
        Firm afresh = Firm.measuring(yaml(left), "2026-03-16T12:00");
        together.world().all(Deal.TYPE).forEach(afresh.measurer()::add);

        assertEquals(measured(afresh.measurer()), measured(measurer));
        together.world().all(Deal.TYPE).forEach(measurer::remove);
        assertEquals(List.of(), List.copyOf(measurer.readings()));
    }

    private static @Nullable Object amount(Deal deal) {
        return Undefined.is(deal.amountExact()) ? null : (Object) deal.amountExact();
    }

    private static @Nullable Object at(Deal deal) {
        return Undefined.is(deal.createdAtMillis()) ? null : (Object) deal.createdAtMillis();
    }

    private static Map<List<Object>, Measured> measured(Measurer measurer) {
        Map<List<Object>, Measured> measured = new HashMap<>();
        measurer.readings()
                .forEach(each -> measured.put(List.of(each.getKpi(), each.scope(), each.period()), each.measured()));
        return measured;
    }
}
