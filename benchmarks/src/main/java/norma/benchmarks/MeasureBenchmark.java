package norma.benchmarks;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Measuring all KPI over all deals of a firm. */
final class MeasureBenchmark {

    /** Beyond so many deals the groups of DRL want more memory than there is, and more time than anybody waits. */
    private static final int MOST_FOR_GROUPBY = 100_000;

    private MeasureBenchmark() {}

    static void run(Table table, Size size) throws Exception {
        List<Indicator> indicators = Indicator.several(size.kpis());
        Standard oneNorm = Standard.of(1, 0.001);
        Firm firm = Firm.generated(size.seed(), size.deals(), size.sellers());
        Path csv = JudgeBenchmark.csv(firm);
        Map<String, Measuring> contenders = new LinkedHashMap<>();
        NormaMeasuring norma = new NormaMeasuring(firm, indicators);
        contenders.put("Norma", norma);
        DuckDb duckDb = new DuckDb(csv, oneNorm);
        contenders.put(
                "DuckDB, rows fetched", new MeasureSql(duckDb.connection(), MeasureSql.Dialect.DUCKDB, indicators));
        Optional<Postgres> postgres = Postgres.started(csv, oneNorm);
        postgres.ifPresent(started -> contenders.put(
                "PostgreSQL, rows fetched",
                new MeasureSql(started.connection(), MeasureSql.Dialect.POSTGRESQL, indicators)));
        contenders.put("plain loops over rows", new LoopMeasuring(firm, indicators));
        contenders.put("plain loops over columns", new ColumnMeasuring(firm, indicators));
        if (size.deals() <= MOST_FOR_GROUPBY) contenders.put("Drools groupby", new GroupByMeasuring(firm, indicators));
        try {
            table.add(work(size.kpis(), size.deals()), raced(contenders, norma, indicators, size));
        } finally {
            norma.close();
            duckDb.close();
            if (postgres.isPresent()) postgres.get().close();
        }
    }

    private static String work(int kpis, int deals) {
        return "measure %d KPI by 3 dimensions and month over %,d deals".formatted(kpis, deals);
    }

    private static List<Contest.Timing> raced(
            Map<String, Measuring> contenders, NormaMeasuring norma, List<Indicator> indicators, Size size)
            throws Exception {
        Contest contest = new Contest();
        Map<String, Measuring.Answer> answers = new LinkedHashMap<>();
        contenders.forEach((name, contender) -> contest.with(name, () -> answers.put(name, contender.measure())));
        return contest.after(() -> {
                    compare(answers, indicators);
                    norma.forget();
                })
                .run(size.warmups(), size.rounds());
    }

    /** What is not the same as the answer of the first is an error: then no table is worth anything. */
    static void compare(Map<String, Measuring.Answer> answers, List<Indicator> indicators) {
        Map<String, Indicator> byId = indicators.stream().collect(Collectors.toMap(Indicator::id, one -> one));
        Map<Figure, Double> expected = answers.values().iterator().next().figures();
        answers.forEach((name, answer) -> {
            Map<Figure, Double> found = answer.figures();
            if (found.size() != expected.size())
                throw new IllegalStateException("%s has %d figures, not %d; only there %s, only here %s"
                        .formatted(name, found.size(), expected.size(), some(found, expected), some(expected, found)));
            found.forEach((figure, value) -> {
                Indicator indicator = byId.get(figure.kpi());
                Double should = expected.get(figure);
                if (indicator == null || should == null || !indicator.isSame(should, value))
                    throw new IllegalStateException("%s: %s is %s, not %s".formatted(name, figure, value, should));
            });
        });
    }

    private static List<Figure> some(Map<Figure, Double> of, Map<Figure, Double> without) {
        return of.keySet().stream()
                .filter(figure -> !without.containsKey(figure))
                .limit(3)
                .toList();
    }
}
