package norma.benchmarks;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import norma.expression.Undefined;

/**
 * Loops over an array, as a programmer would write them who needs just these KPI and will never change a deal: sellers, teams,
 * segments and clients are numbered once, then one loop for each KPI, all processors at work.
 */
final class LoopMeasuring implements Measuring {

    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final int NEVER = -1;

    private final DealRow[] deals;
    private final List<Indicator> indicators;

    LoopMeasuring(Firm firm, List<Indicator> indicators) {
        this.deals = firm.deals().toArray(DealRow[]::new);
        this.indicators = indicators;
    }

    /** What the deals say in one field, as numbers from 0 in the order in which they are met. */
    private record Numbered(int[] ofDeals, List<String> texts) {}

    /** The months of one KPI and dimension, by the number of the dimension's value; the first month is the earliest of all. */
    private record Cut(Indicator indicator, String dimension, int first, List<String> values, Cell[][] cells) {}

    /** What a KPI of any kind needs; each uses its part. */
    private static final class Cell {
        private long count;
        private long part;
        private double sum;
        private double[] values = {};
    }

    @Override
    public Answer measure() {
        int[] created = months(Indicator.Time.CREATED_AT);
        int[] closed = months(Indicator.Time.CLOSED_AT);
        List<Numbered> dimensions = Indicator.DIMENSIONS.parallelStream()
                .map(dimension -> numbered(field(dimension)))
                .toList();
        int[] clients = numbered(DealRow::client).ofDeals;
        List<Cut> cuts = indicators.parallelStream()
                .flatMap(indicator -> cuts(
                        indicator, indicator.at() == Indicator.Time.CREATED_AT ? created : closed, dimensions, clients)
                        .stream())
                .toList();
        cuts.parallelStream().forEach(LoopMeasuring::sort);
        return () -> figures(cuts);
    }

    private static Function<DealRow, String> field(String dimension) {
        return switch (dimension) {
            case "owner" -> DealRow::owner;
            case "team" -> DealRow::team;
            case "segment" -> DealRow::segment;
            default -> throw new IllegalArgumentException(dimension);
        };
    }

    private Numbered numbered(Function<DealRow, String> field) {
        Map<String, Integer> numbers = new HashMap<>();
        List<String> texts = new ArrayList<>();
        int[] ofDeals = new int[deals.length];
        for (int i = 0; i < ofDeals.length; i++) {
            String text = field.apply(deals[i]);
            Integer known = numbers.get(text);
            if (known == null) {
                known = texts.size();
                numbers.put(text, known);
                texts.add(text);
            }
            ofDeals[i] = known;
        }
        return new Numbered(ofDeals, texts);
    }

    private static void sort(Cut cut) {
        for (Cell[] ofMonths : cut.cells)
            for (Cell cell : ofMonths) if (cell != null) Arrays.sort(cell.values, 0, values(cell));
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

    private List<Cut> cuts(Indicator indicator, int[] months, List<Numbered> dimensions, int[] clients) {
        int first = Arrays.stream(months).filter(month -> month >= 0).min().orElse(0);
        int many = Arrays.stream(months).max().orElse(0) - first + 1;
        List<Cut> cuts = new ArrayList<>();
        for (int i = 0; i < dimensions.size(); i++) {
            List<String> values = dimensions.get(i).texts;
            cuts.add(new Cut(indicator, Indicator.DIMENSIONS.get(i), first, values, new Cell[values.size()][many]));
        }
        for (int i = 0; i < deals.length; i++) {
            if (months[i] < 0 || !indicator.cases().holds(deals[i])) continue;
            for (int cut = 0; cut < cuts.size(); cut++) {
                Cell[] cells = cuts.get(cut).cells[dimensions.get(cut).ofDeals[i]];
                int month = months[i] - first;
                if (cells[month] == null) cells[month] = new Cell();
                add(cells[month], indicator, deals[i], clients[i]);
            }
        }
        return cuts;
    }

    private static void add(Cell cell, Indicator indicator, DealRow deal, int client) {
        switch (indicator.kind()) {
            case COUNT -> {}
            case SHARE -> cell.part += indicator.part().holds(deal) ? 1 : 0;
            case DISTINCT -> keep(cell, client);
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
            for (int of = 0; of < cut.cells.length; of++)
                for (int month = 0; month < cut.cells[of].length; month++)
                    if (cut.cells[of][month] != null)
                        figures.put(
                                new Figure(cut.indicator.id(), cut.dimension, cut.values.get(of), cut.first + month),
                                value(cut.indicator.kind(), cut.cells[of][month]));
        return figures;
    }

    private static double value(Indicator.Kind kind, Cell cell) {
        return switch (kind) {
            case COUNT -> cell.count;
            case SHARE -> cell.part / (double) cell.count;
            case DISTINCT -> different(cell);
            case MEDIAN -> (cell.values[(int) (cell.count - 1) / 2] + cell.values[(int) cell.count / 2]) / 2;
            case MEAN -> cell.sum / cell.count;
            case SUM, MIN, MAX -> cell.sum;
        };
    }

    private static int different(Cell cell) {
        int different = 1;
        for (int i = 1; i < cell.count; i++) if (cell.values[i] != cell.values[i - 1]) different++;
        return different;
    }
}
