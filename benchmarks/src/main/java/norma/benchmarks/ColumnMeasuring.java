package norma.benchmarks;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import norma.expression.Undefined;

/**
 * Loops over columns, as {@link LoopMeasuring} goes over rows: what deals say lies in an array for each field, texts numbered, as a
 * database that stores columns has them before it is asked. It shows what reading objects costs, by what it would take without.
 */
final class ColumnMeasuring implements Measuring {

    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final int NEVER = -1;

    private final List<Indicator> indicators;
    private final Texts owners;
    private final Texts teams;
    private final Texts segments;
    private final Texts clients;
    private final Texts statuses;
    private final Texts kinds;
    private final Texts channels;
    private final long[] amounts;
    private final double[] probabilities;
    private final long[] created;
    private final long[] closed;

    ColumnMeasuring(Firm firm, List<Indicator> indicators) {
        this.indicators = indicators;
        List<DealRow> deals = firm.deals();
        owners = Texts.of(deals, DealRow::owner);
        teams = Texts.of(deals, DealRow::team);
        segments = Texts.of(deals, DealRow::segment);
        clients = Texts.of(deals, DealRow::client);
        statuses = Texts.of(deals, DealRow::status);
        kinds = Texts.of(deals, DealRow::kind);
        channels = Texts.of(deals, DealRow::channel);
        amounts = deals.stream().mapToLong(DealRow::amount).toArray();
        probabilities = deals.stream().mapToDouble(DealRow::probability).toArray();
        created = deals.stream().mapToLong(DealRow::createdAt).toArray();
        closed = deals.stream().mapToLong(DealRow::closedAt).toArray();
    }

    /** A field of every deal by number, and what the numbers stand for. */
    private record Texts(int[] ofDeals, List<String> inOrder) {

        static Texts of(List<DealRow> deals, Function<DealRow, String> field) {
            Map<String, Integer> numbers = new HashMap<>();
            List<String> inOrder = new ArrayList<>();
            int[] ofDeals = new int[deals.size()];
            for (int i = 0; i < ofDeals.length; i++)
                ofDeals[i] = numbers.computeIfAbsent(field.apply(deals.get(i)), text -> {
                    inOrder.add(text);
                    return inOrder.size() - 1;
                });
            return new Texts(ofDeals, inOrder);
        }

        IntPredicate is(String text) {
            int number = inOrder.indexOf(text);
            return deal -> ofDeals[deal] == number;
        }
    }

    /** The months of one KPI and dimension: a cell for each value of the dimension and month, side by side. */
    private record Cut(Indicator indicator, String dimension, int first, int months, long[] counts, double[] values) {}

    @Override
    public Answer measure() {
        int[] ofCreation = months(created);
        int[] ofClosing = months(closed);
        boolean[][] holding = new boolean[Cases.values().length][];
        indicators.stream()
                .flatMap(indicator -> Stream.of(indicator.cases(), indicator.part()))
                .distinct()
                .forEach(cases -> holding[cases.ordinal()] = mask(condition(cases)));
        List<Cut> cuts = indicators.parallelStream()
                .flatMap(indicator -> Indicator.DIMENSIONS.stream()
                        .map(dimension -> cut(
                                indicator,
                                dimension,
                                indicator.at() == Indicator.Time.CREATED_AT ? ofCreation : ofClosing,
                                holding)))
                .toList();
        return () -> figures(cuts);
    }

    private Texts texts(String dimension) {
        return switch (dimension) {
            case "owner" -> owners;
            case "team" -> teams;
            case "segment" -> segments;
            default -> throw new IllegalArgumentException(dimension);
        };
    }

    private IntPredicate condition(Cases cases) {
        IntPredicate large = deal -> amounts[deal] > 1_000_000_000L;
        IntPredicate direct = channels.is("web").or(channels.is("call"));
        IntPredicate over = statuses.is("won").or(statuses.is("lost"));
        return switch (cases) {
            case ALL -> deal -> true;
            case NEW -> kinds.is("new");
            case LARGE -> large;
            case DIRECT -> direct;
            case OPEN -> statuses.is("open");
            case WON -> statuses.is("won");
            case LOST -> statuses.is("lost");
            case CLOSED -> over;
            case CLOSED_NEW -> over.and(kinds.is("new"));
            case CLOSED_LARGE -> over.and(large);
            case CLOSED_DIRECT -> over.and(direct);
            case WON_NEW -> statuses.is("won").and(kinds.is("new"));
        };
    }

    private boolean[] mask(IntPredicate condition) {
        boolean[] mask = new boolean[amounts.length];
        IntStream.range(0, mask.length).parallel().forEach(deal -> mask[deal] = condition.test(deal));
        return mask;
    }

    /** Of each deal, since the year 0; negative where it has not come yet. */
    private static int[] months(long[] times) {
        long first = Arrays.stream(times)
                .filter(time -> !Undefined.is(time))
                .map(ColumnMeasuring::day)
                .min()
                .orElse(0);
        int[] ofDays = IntStream.rangeClosed(0, (int) (day(Firm.NOW) - first))
                .map(day -> month(first + day))
                .toArray();
        return Arrays.stream(times)
                .parallel()
                .mapToInt(time -> Undefined.is(time) || time > Firm.NOW ? NEVER : ofDays[(int) (day(time) - first)])
                .toArray();
    }

    private static long day(long time) {
        return Math.floorDiv(time + 3 * 3_600_000L, Firm.DAY);
    }

    private static int month(long day) {
        LocalDate date = Instant.ofEpochMilli(day * Firm.DAY).atZone(MOSCOW).toLocalDate();
        return date.getYear() * 12 + date.getMonthValue() - 1;
    }

    private Cut cut(Indicator indicator, String dimension, int[] months, boolean[][] holding) {
        int first = Arrays.stream(months).filter(month -> month >= 0).min().orElse(0);
        int many = Arrays.stream(months).max().orElse(0) - first + 1;
        Texts texts = texts(dimension);
        boolean[] holds = holding[indicator.cases().ordinal()];
        int[] cells = new int[months.length];
        long[] counts = new long[texts.inOrder.size() * many];
        for (int deal = 0; deal < cells.length; deal++) {
            boolean counted = months[deal] >= 0 && holds[deal];
            cells[deal] = counted ? texts.ofDeals[deal] * many + months[deal] - first : NEVER;
            if (counted) counts[cells[deal]]++;
        }
        double[] values =
                switch (indicator.kind()) {
                    case COUNT -> new double[0];
                    case MEDIAN, DISTINCT -> ofSorted(indicator, cells, counts);
                    default ->
                        added(indicator, cells, counts, holding[indicator.part().ordinal()]);
                };
        return new Cut(indicator, dimension, first, many, counts, values);
    }

    private IntToDoubleFunction value(Indicator indicator) {
        if (indicator.kind() == Indicator.Kind.DISTINCT) return deal -> clients.ofDeals[deal];
        return switch (indicator.quantity()) {
            case AMOUNT -> deal -> amounts[deal];
            case EXPECTED -> deal -> Math.rint(amounts[deal] * probabilities[deal]);
            case PROBABILITY -> deal -> probabilities[deal];
            case CYCLE -> deal -> (closed[deal] - created[deal]) / (double) Firm.DAY;
            case CLIENT -> throw new IllegalArgumentException("a client is no number");
        };
    }

    private double[] added(Indicator indicator, int[] cells, long[] counts, boolean[] part) {
        double[] added = new double[counts.length];
        IntToDoubleFunction value = value(indicator);
        switch (indicator.kind()) {
            case MIN -> {
                Arrays.fill(added, Double.POSITIVE_INFINITY);
                forEach(cells, (cell, deal) -> added[cell] = Math.min(added[cell], value.applyAsDouble(deal)));
            }
            case MAX -> {
                Arrays.fill(added, Double.NEGATIVE_INFINITY);
                forEach(cells, (cell, deal) -> added[cell] = Math.max(added[cell], value.applyAsDouble(deal)));
            }
            case SHARE -> forEach(cells, (cell, deal) -> added[cell] += part[deal] ? 1 : 0);
            default -> forEach(cells, (cell, deal) -> added[cell] += value.applyAsDouble(deal));
        }
        return added;
    }

    /** Takes a cell and the deal that is in it. */
    private interface InCell {
        void take(int cell, int deal);
    }

    private static void forEach(int[] cells, InCell take) {
        for (int deal = 0; deal < cells.length; deal++) if (cells[deal] >= 0) take.take(cells[deal], deal);
    }

    private double[] ofSorted(Indicator indicator, int[] cells, long[] counts) {
        int[] next = new int[counts.length + 1];
        for (int cell = 0; cell < counts.length; cell++) next[cell + 1] = next[cell] + (int) counts[cell];
        int[] starts = next.clone();
        double[] sorted = new double[next[counts.length]];
        IntToDoubleFunction value = value(indicator);
        forEach(cells, (cell, deal) -> sorted[next[cell]++] = value.applyAsDouble(deal));
        double[] found = new double[counts.length];
        for (int cell = 0; cell < counts.length; cell++) {
            Arrays.sort(sorted, starts[cell], starts[cell + 1]);
            found[cell] = indicator.kind() == Indicator.Kind.MEDIAN
                    ? median(sorted, starts[cell], starts[cell + 1])
                    : different(sorted, starts[cell], starts[cell + 1]);
        }
        return found;
    }

    private static double median(double[] sorted, int from, int to) {
        return from == to ? Double.NaN : (sorted[(from + to - 1) / 2] + sorted[(from + to) / 2]) / 2;
    }

    private static double different(double[] sorted, int from, int to) {
        int different = Math.min(1, to - from);
        for (int i = from + 1; i < to; i++) if (sorted[i] != sorted[i - 1]) different++;
        return different;
    }

    private Map<Figure, Double> figures(List<Cut> cuts) {
        Map<Figure, Double> figures = new HashMap<>();
        for (Cut cut : cuts) {
            List<String> of = texts(cut.dimension).inOrder;
            for (int cell = 0; cell < cut.counts.length; cell++)
                if (cut.counts[cell] > 0)
                    figures.put(
                            new Figure(
                                    cut.indicator.id(),
                                    cut.dimension,
                                    of.get(cell / cut.months),
                                    cut.first + cell % cut.months),
                            figure(cut, cell));
        }
        return figures;
    }

    private static double figure(Cut cut, int cell) {
        return switch (cut.indicator.kind()) {
            case COUNT -> cut.counts[cell];
            case SHARE, MEAN -> cut.values[cell] / cut.counts[cell];
            default -> cut.values[cell];
        };
    }
}
