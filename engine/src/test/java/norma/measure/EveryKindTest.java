package norma.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import norma.expression.Undefined;
import norma.fact.Change;
import norma.fact.Client;
import norma.fact.Deal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of KPI against sums written plainly over the same deals, while deals come, change, go, and time passes. */
class EveryKindTest {

    private static final String KPIS = """
              deals: { of: deal, count: all, at: created_at, by: [owner, segment, [stage, owner]], over: [month, week, rolling 30d, all] }
              deals_won: { of: deal, count: status = won, at: created_at, by: [owner], over: [month, all] }
              total: { of: deal, sum: amount, only_if: status != lost, at: created_at, by: [owner], over: [month, rolling 7d, rolling 30d] }
              standing: { of: deal, sum: amount, by: [stage] }
              pushed: { of: deal, sum: pushes * 0.1, at: created_at, by: [stage], over: [month] }
              mean_amount: { of: deal, mean: amount, at: created_at, by: [owner], over: [month, rolling 30d] }
              mean_chance: { of: deal, mean: probability, at: created_at, by: [owner], over: [month] }
              median_amount: { of: deal, median: amount, at: created_at, by: [owner], over: [month, rolling 30d] }
              pushes_90: { of: deal, quantile: { of: pushes, q: 0.9 }, at: created_at, by: [stage], over: [month] }
              smallest: { of: deal, min: amount, at: created_at, by: [owner], over: [month, rolling 7d] }
              latest: { of: deal, max: closed_at, at: created_at, by: [owner], over: [month] }
              clients: { of: deal, distinct: client, at: created_at, by: [owner], over: [month, rolling 30d] }
              win_rate: { of: deal, ratio: { count: status = won, to: "status in (won, lost)" }, at: closed_at, by: [owner], over: [month, all] }
              kept: { of: deal, ratio: { sum: amount, to: peak_amount }, at: created_at, by: [owner], over: [month] }
              forecast: { of: deal, weighted_sum: { value: amount, weight: probability }, at: created_at, by: [owner], over: [month] }
              life: { of: deal, survival: { from: created_at, to: closed_at, in: calendar_days, quantile: 0.5 }, by: [owner] }
              owner_share: { of: deal, share: { sum: peak_amount, by: owner }, at: created_at, over: [month] }
            """;

    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

    /** A KPI as a reader of its definition would work it out. */
    private record Plain(Predicate<Deal> cases, Function<Deal, Long> at, Function<List<Deal>, Object> value) {}

    private final Map<String, Plain> plain = new TreeMap<>();
    private final Map<String, Deal> deals = new HashMap<>();
    private final Firm firm = Firm.measuring(KPIS, "2026-03-16T12:00");

    EveryKindTest() {
        Predicate<Deal> all = deal -> true;
        plain("deals", all, Deal::createdAtMillis, cases -> (double) cases.size());
        plain("deals_won", deal -> deal.status().equals("won"), Deal::createdAtMillis, cases -> (double) cases.size());
        plain(
                "total",
                deal -> !deal.status().equals("lost"),
                Deal::createdAtMillis,
                cases -> sum(cases, amounts(cases)));
        plain("standing", all, null, cases -> amounts(cases).stream()
                .mapToLong(v -> v)
                .sum());
        plain("pushed", all, Deal::createdAtMillis, cases -> pushes(cases).stream()
                .mapToDouble(v -> v * 0.1)
                .sum());
        plain("mean_amount", all, Deal::createdAtMillis, cases -> mean(amounts(cases)));
        plain("mean_chance", all, Deal::createdAtMillis, cases -> {
            List<Deal> known =
                    cases.stream().filter(d -> !Double.isNaN(d.probability())).toList();
            return known.isEmpty()
                    ? null
                    : known.stream().mapToDouble(Deal::probability).sum() / known.size();
        });
        plain("median_amount", all, Deal::createdAtMillis, cases -> {
            List<Long> sorted = amounts(cases).stream().sorted().toList();
            int n = sorted.size();
            if (n == 0) return null;
            return n % 2 == 1 ? sorted.get(n / 2) : mean(List.of(sorted.get(n / 2 - 1), sorted.get(n / 2)));
        });
        plain("pushes_90", all, Deal::createdAtMillis, cases -> {
            List<Double> sorted = pushes(cases).stream().sorted().toList();
            if (sorted.isEmpty()) return null;
            double rank = (sorted.size() - 1) * 0.9;
            double low = sorted.get((int) rank);
            double high = sorted.get(Math.min((int) rank + 1, sorted.size() - 1));
            return low + (high - low) * (rank - (int) rank);
        });
        plain("smallest", all, Deal::createdAtMillis, cases -> amounts(cases).stream()
                .min(Long::compare)
                .orElse(null));
        plain("latest", all, Deal::createdAtMillis, cases -> cases.stream()
                .map(Deal::closedAtMillis)
                .filter(t -> !Undefined.is(t))
                .max(Long::compare)
                .orElse(null));
        plain("clients", all, Deal::createdAtMillis, cases -> (double) cases.stream()
                .map(Deal::client)
                .filter(Objects::nonNull)
                .distinct()
                .count());
        plain("win_rate", all, Deal::closedAtMillis, cases -> {
            long won = cases.stream().filter(d -> d.status().equals("won")).count();
            return cases.isEmpty() ? null : (double) won / cases.size();
        });
        plain("kept", all, Deal::createdAtMillis, cases -> {
            List<Deal> both = cases.stream()
                    .filter(d -> !Undefined.is(d.amountExact()) && !Undefined.is(d.peakAmountExact()))
                    .toList();
            long below = both.stream().mapToLong(Deal::peakAmountExact).sum();
            return below == 0
                    ? null
                    : both.stream().mapToLong(Deal::amountExact).sum() / (double) below;
        });
        plain(
                "forecast",
                all,
                Deal::createdAtMillis,
                cases -> sum(
                        cases,
                        cases.stream()
                                .filter(d -> !Undefined.is(d.amountExact()) && !Double.isNaN(d.probability()))
                                .map(d -> BigDecimal.valueOf(d.amountExact())
                                        .multiply(BigDecimal.valueOf(d.probability()))
                                        .setScale(0, RoundingMode.HALF_EVEN)
                                        .longValue())
                                .toList()));
        plain("life", all, null, this::medianLife);
        plain("owner_share", all, Deal::createdAtMillis, cases -> (double) cases.stream()
                .filter(d -> !Undefined.is(d.peakAmountExact()))
                .mapToLong(Deal::peakAmountExact)
                .sum());
    }

    private void plain(String kpi, Predicate<Deal> cases, Function<Deal, Long> at, Function<List<Deal>, Object> value) {
        plain.put(kpi, new Plain(cases, at, value));
    }

    /** Nothing is known of cases none of which has a value; no cases at all come to 0. */
    private static Long sum(List<Deal> cases, List<Long> values) {
        if (values.isEmpty() && !cases.isEmpty()) return null;
        return values.stream().mapToLong(v -> v).sum();
    }

    private static List<Long> amounts(List<Deal> cases) {
        return cases.stream()
                .map(Deal::amountExact)
                .filter(v -> !Undefined.is(v))
                .toList();
    }

    private static List<Double> pushes(List<Deal> cases) {
        return cases.stream().map(Deal::pushes).filter(v -> !Double.isNaN(v)).toList();
    }

    private static Long mean(List<Long> values) {
        if (values.isEmpty()) return null;
        long sum = values.stream().mapToLong(v -> v).sum();
        return BigDecimal.valueOf(sum)
                .divide(BigDecimal.valueOf(values.size()), 0, RoundingMode.HALF_EVEN)
                .longValue();
    }

    /** Survival at each event, multiplied out over the list of cases. */
    private Object medianLife(List<Deal> cases) {
        List<double[]> lives = new ArrayList<>();
        for (Deal deal : cases) {
            if (Undefined.is(deal.createdAtMillis()) || deal.createdAtMillis() > firm.now()) continue;
            boolean ended = !Undefined.is(deal.closedAtMillis()) && deal.closedAtMillis() <= firm.now();
            if (ended && deal.closedAtMillis() < deal.createdAtMillis()) continue;
            LocalDate end = date(ended ? deal.closedAtMillis() : firm.now());
            lives.add(new double[] {ChronoUnit.DAYS.between(date(deal.createdAtMillis()), end), ended ? 1 : 0});
        }
        double survival = 1;
        for (double t = 0; t < 1000; t++) {
            double time = t;
            double atRisk = lives.stream().filter(life -> life[0] >= time).count();
            double events = lives.stream()
                    .filter(life -> life[0] == time && life[1] == 1)
                    .count();
            if (events == 0) continue;
            survival *= 1 - events / atRisk;
            if (survival <= 0.5 + 1e-12) return time;
        }
        return null;
    }

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
            Plain expected = plain.get(reading.getKpi());
            Object value = expected.value().apply(cases(reading, expected));
            if (reading.getKpi().equals("owner_share")) {
                Reading whole =
                        new Reading(reading.definition(), Scope.WHOLE, reading.period(), true, reading.measured());
                value = (double) value / (double) expected.value().apply(cases(whole, expected));
            }
            String where = reading.getKpi() + " " + reading.scope() + " " + reading.period();
            if (value instanceof Double number) assertEquals(number, reading.getValue(), 1e-9, where);
            else assertEquals(value, reading.measured().value(), where);
        }
        assertEquals(
                monthsWithDeals(),
                readings.stream()
                        .filter(r ->
                                r.getKpi().equals("deals") && r.getPeriodName().equals("month"))
                        .map(r -> r.scope() + " " + YearMonth.from(r.period().from()))
                        .collect(Collectors.toSet()));
    }

    private List<Deal> cases(Reading reading, Plain expected) {
        return deals.values().stream()
                .filter(expected.cases())
                .filter(deal -> reading.scope().asMap().entrySet().stream().allMatch(entry -> entry.getValue()
                        .equals(Objects.requireNonNullElse(value(deal, entry.getKey()), ""))))
                .filter(deal -> isIn(
                        reading.period(),
                        expected.at() == null ? null : expected.at().apply(deal)))
                .toList();
    }

    private boolean isIn(Period period, Long at) {
        if (at == null) return true;
        if (Undefined.is(at) || at > firm.now()) return false;
        return !date(at).isBefore(period.from()) && !date(at).isAfter(period.to());
    }

    private String value(Deal deal, String dimension) {
        return switch (dimension) {
            case "owner" -> deal.owner();
            case "stage" -> deal.stage();
            default -> {
                Client client = deal.client() == null ? null : (Client) firm.find("client", deal.client());
                yield client == null ? null : client.segment();
            }
        };
    }

    private Set<String> monthsWithDeals() {
        Set<String> months = new HashSet<>();
        for (Deal deal : deals.values()) {
            if (Undefined.is(deal.createdAtMillis()) || deal.createdAtMillis() > firm.now()) continue;
            String owner = Objects.requireNonNullElse(deal.owner(), "");
            String segment = Objects.requireNonNullElse(value(deal, "segment"), "");
            for (Scope scope : List.of(
                    Scope.WHOLE,
                    Scope.of("owner", owner),
                    Scope.of("segment", segment),
                    new Scope(List.of("stage", "owner"), List.of(deal.stage(), owner))))
                months.add(scope + " " + YearMonth.from(date(deal.createdAtMillis())));
        }
        return months;
    }

    private static LocalDate date(long time) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(time), MOSCOW);
    }
}
