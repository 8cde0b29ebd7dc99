package norma.measure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import norma.expression.Undefined;
import norma.fact.Client;
import norma.fact.Deal;
import org.jspecify.annotations.Nullable;

/** KPI of every kind as a reader of their definitions would work them out: sums written plainly over a list of deals. */
final class PlainKpis {

    static final String KPIS = """
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
    private final Collection<Deal> deals;
    private final Firm firm;

    /** @param deals as they are whenever something is asked */
    PlainKpis(Collection<Deal> deals, Firm firm) {
        this.deals = deals;
        this.firm = firm;
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

    /** What the KPI of a reading comes to. */
    @Nullable
    Object value(Reading reading) {
        Plain expected = Objects.requireNonNull(plain.get(reading.getKpi()));
        Object value = expected.value().apply(cases(reading, expected));
        if (!reading.getKpi().equals("owner_share")) return value;
        Reading whole = new Reading(reading.definition(), Scope.WHOLE, reading.period(), true, reading.measured());
        return (double) value / (double) expected.value().apply(cases(whole, expected));
    }

    private List<Deal> cases(Reading reading, Plain expected) {
        return deals.stream()
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

    /** The scopes and months in which there are deals. */
    Set<String> monthsWithDeals() {
        Set<String> months = new HashSet<>();
        for (Deal deal : deals) {
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
