package norma.benchmarks;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import norma.expression.Undefined;

/**
 * Loops over an array, as a programmer would write them who needs just these KPI and will never change a deal: one loop for
 * each KPI, all processors at work.
 */
final class LoopMeasuring implements Measuring {

    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final int NEVER = -1;
    private static final Map<String, Function<DealRow, String>> DIMENSIONS =
            Map.of("owner", DealRow::owner, "team", DealRow::team, "segment", DealRow::segment);

    private final DealRow[] deals;
    private final List<Indicator> indicators;

    LoopMeasuring(Firm firm, List<Indicator> indicators) {
        this.deals = firm.deals().toArray(DealRow[]::new);
        this.indicators = indicators;
    }

    /** The months of one KPI and dimension, by the value of the dimension; the first month is the earliest of all. */
    private record Cut(Indicator indicator, String dimension, int first, Map<String, Cell[]> cells) {}

    /** What a KPI of any kind needs; each uses its part. */
    private static final class Cell {
        private long count;
        private long part;
        private double sum;
        private double[] values = {};
        private Set<String> different = Set.of();
    }

    @Override
    public Answer measure() {
        int[] created = months(Indicator.Time.CREATED_AT);
        int[] closed = months(Indicator.Time.CLOSED_AT);
        List<Cut> cuts = indicators.parallelStream()
                .flatMap(indicator ->
                        cuts(indicator, indicator.at() == Indicator.Time.CREATED_AT ? created : closed).stream())
                .toList();
        cuts.parallelStream().forEach(LoopMeasuring::sort);
        return () -> figures(cuts);
    }

    private static void sort(Cut cut) {
        cut.cells.values().forEach(ofMonths -> {
            for (Cell cell : ofMonths) if (cell != null) Arrays.sort(cell.values, 0, values(cell));
        });
    }

    private static int values(Cell cell) {
        return cell.values.length == 0 ? 0 : (int) cell.count;
    }

    /** Of each deal, since the year 0; negative where it has not come yet. */
    private int[] months(Indicator.Time time) {
        Map<Long, Integer> byDay = new ConcurrentHashMap<>();
        int[] months = new int[deals.length];
        Arrays.parallelSetAll(months, i -> {
            long at = time == Indicator.Time.CREATED_AT ? deals[i].createdAt() : deals[i].closedAt();
            if (Undefined.is(at) || at > Firm.NOW) return NEVER;
            return byDay.computeIfAbsent(Math.floorDiv(at + 3 * 3_600_000L, Firm.DAY), day -> month(at));
        });
        return months;
    }

    private static int month(long at) {
        LocalDate date = Instant.ofEpochMilli(at).atZone(MOSCOW).toLocalDate();
        return date.getYear() * 12 + date.getMonthValue() - 1;
    }

    private List<Cut> cuts(Indicator indicator, int[] months) {
        int first = Arrays.stream(months).filter(month -> month >= 0).min().orElse(0);
        int many = Arrays.stream(months).max().orElse(0) - first + 1;
        List<Cut> cuts = Indicator.DIMENSIONS.stream()
                .map(dimension -> new Cut(indicator, dimension, first, new HashMap<>()))
                .toList();
        List<Function<DealRow, String>> dimensions =
                Indicator.DIMENSIONS.stream().map(DIMENSIONS::get).toList();
        for (int i = 0; i < deals.length; i++) {
            if (months[i] < 0 || !indicator.cases().holds(deals[i])) continue;
            for (int cut = 0; cut < cuts.size(); cut++) {
                String of = dimensions.get(cut).apply(deals[i]);
                Cell[] cells = cuts.get(cut).cells.computeIfAbsent(of, value -> new Cell[many]);
                int month = months[i] - first;
                if (cells[month] == null) cells[month] = new Cell();
                add(cells[month], indicator, deals[i]);
            }
        }
        return cuts;
    }

    private static void add(Cell cell, Indicator indicator, DealRow deal) {
        switch (indicator.kind()) {
            case COUNT -> {}
            case SHARE -> cell.part += indicator.part().holds(deal) ? 1 : 0;
            case DISTINCT -> {
                if (cell.different.isEmpty()) cell.different = new HashSet<>();
                cell.different.add(deal.client());
            }
            case MEDIAN -> keep(cell, indicator.quantity().value(deal));
            case SUM, MEAN -> cell.sum += indicator.quantity().value(deal);
            case MIN, MAX -> {
                double value = indicator.quantity().value(deal);
                boolean isMin = indicator.kind() == Indicator.Kind.MIN;
                if (cell.count == 0) cell.sum = value;
                else cell.sum = isMin ? Math.min(cell.sum, value) : Math.max(cell.sum, value);
            }
        }
        cell.count++;
    }

    private static void keep(Cell cell, double value) {
        int many = (int) cell.count;
        if (many == cell.values.length) cell.values = Arrays.copyOf(cell.values, Math.max(4, many * 2));
        cell.values[many] = value;
    }

    private static Map<Figure, Double> figures(List<Cut> cuts) {
        Map<Figure, Double> figures = new HashMap<>();
        for (Cut cut : cuts)
            cut.cells.forEach((of, cells) -> {
                for (int month = 0; month < cells.length; month++)
                    if (cells[month] != null)
                        figures.put(
                                new Figure(cut.indicator.id(), cut.dimension, of, cut.first + month),
                                value(cut.indicator.kind(), cells[month]));
            });
        return figures;
    }

    private static double value(Indicator.Kind kind, Cell cell) {
        return switch (kind) {
            case COUNT -> cell.count;
            case SHARE -> cell.part / (double) cell.count;
            case DISTINCT -> cell.different.size();
            case MEDIAN -> (cell.values[(int) (cell.count - 1) / 2] + cell.values[(int) cell.count / 2]) / 2;
            case MEAN -> cell.sum / cell.count;
            case SUM, MIN, MAX -> cell.sum;
        };
    }
}
