package norma.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import norma.benchmarks.Contest.Timing;

/**
 * How judging and measuring grow with the number of deals, rules, KPI and sellers: a line of the table for each point, and a
 * plot for each of the four. DuckDB does the same beside it.
 */
final class GrowthBenchmark {

    private static final int[] DEALS = {10_000, 30_000, 100_000, 300_000, 1_000_000};

    /** How far each of them grows, from point to point. */
    record Points(int[] rules, int[] kpis, int[] sellers) {
        static final Points ALL = new Points(
                new int[] {10, 30, 100, 300, 1_000}, new int[] {10, 30, 100, 300}, new int[] {10, 100, 1_000, 10_000});
    }

    /** Where something else than the number of deals grows: so many are enough to see it. */
    private static final int ENOUGH = 100_000;

    private static final String NORMA = "Norma";
    private static final String DUCKDB = "DuckDB, rows fetched";

    private final Table table;
    private final Size size;
    private final Points points;
    private final Firm enough;

    GrowthBenchmark(Table table, Size size, Points points) {
        this.table = table;
        this.size = size;
        this.points = points;
        enough = Firm.generated(size.seed(), Math.min(ENOUGH, size.deals()), size.sellers());
    }

    /** A thing that grows, one point after the other, and what each contender takes there, in seconds. */
    private final class Line {

        private final String work;
        private final int[] across;
        private final Map<String, double[]> seconds = new LinkedHashMap<>();

        Line(String work, int[] across) {
            this.work = work;
            this.across = across;
        }

        void add(int point, String what, List<Timing> timings) {
            table.add(what, timings);
            for (Timing timing : timings)
                seconds.computeIfAbsent(timing.name(), name -> new double[across.length])[point] =
                        timing.median() / 1e9;
        }

        void plot(Plot plot) {
            double[] x = IntStream.of(across).asDoubleStream().toArray();
            seconds.forEach((name, y) -> plot.line(name.replaceFirst(",.*", "") + work, x, y));
        }
    }

    /** @param folder for the plots; each is a file of its own */
    void run(Path folder) throws Exception {
        IntStream fewer = IntStream.of(DEALS).filter(d -> d < size.deals());
        int[] deals = IntStream.concat(fewer, IntStream.of(size.deals())).toArray();
        Line judging = new Line(" judges", deals);
        Line measuring = new Line(" measures", deals);
        for (int i = 0; i < deals.length; i++) {
            Firm firm = Firm.generated(size.seed(), deals[i], size.sellers());
            judging.add(i, judged(deals[i], size.rules()), judge(firm, size.rules()));
            measuring.add(i, measured(deals[i], size.kpis(), size.sellers()), measure(firm, size.kpis()));
        }
        write(folder, "deals", "deals; %d norms, %d KPI".formatted(size.rules(), size.kpis()), judging, measuring);
        int few = enough.deals().size();
        Line byRules = new Line(" judges", points.rules);
        for (int i = 0; i < points.rules.length; i++)
            byRules.add(i, judged(few, points.rules[i]), judge(enough, points.rules[i]));
        write(folder, "rules", "norms; %,d deals".formatted(few), byRules);
        Line byKpis = new Line(" measures", points.kpis);
        for (int i = 0; i < points.kpis.length; i++)
            byKpis.add(i, measured(few, points.kpis[i], size.sellers()), measure(enough, points.kpis[i]));
        write(folder, "kpis", "KPI; %,d deals".formatted(few), byKpis);
        Line bySellers = new Line(" measures", points.sellers);
        for (int i = 0; i < points.sellers.length; i++) {
            Firm firm = Firm.generated(size.seed(), few, points.sellers[i]);
            bySellers.add(i, measured(few, size.kpis(), points.sellers[i]), measure(firm, size.kpis()));
        }
        write(folder, "sellers", "sellers; %,d deals, %d KPI".formatted(few, size.kpis()), bySellers);
    }

    private static String judged(int deals, int rules) {
        return "judge %,d deals by %,d norms".formatted(deals, rules);
    }

    private static String measured(int deals, int kpis, int sellers) {
        return "measure %,d deals by %,d KPI, %,d sellers".formatted(deals, kpis, sellers);
    }

    private List<Timing> judge(Firm firm, int rules) throws Exception {
        Standard standard = Standard.of(rules, 0.003);
        NormaJudging norma = new NormaJudging(firm, standard);
        DuckDb duckDb = new DuckDb(JudgeBenchmark.csv(firm), standard);
        try {
            Map<String, List<Finding>> answers = new LinkedHashMap<>();
            return raced(() -> answers.put(NORMA, norma.judge()), () -> answers.put(DUCKDB, duckDb.judge()), () -> {
                JudgeBenchmark.compare(answers);
                norma.forget();
            });
        } finally {
            norma.close();
            duckDb.close();
        }
    }

    private List<Timing> measure(Firm firm, int kpis) throws Exception {
        List<Indicator> indicators = Indicator.several(kpis);
        NormaMeasuring norma = new NormaMeasuring(firm, indicators);
        DuckDb duckDb = new DuckDb(JudgeBenchmark.csv(firm), Standard.of(1, 0.001));
        MeasureSql sql = new MeasureSql(duckDb.connection(), MeasureSql.Dialect.DUCKDB, indicators);
        try {
            Map<String, Measuring.Answer> answers = new LinkedHashMap<>();
            return raced(() -> answers.put(NORMA, norma.measure()), () -> answers.put(DUCKDB, sql.measure()), () -> {
                MeasureBenchmark.compare(answers, indicators);
                norma.forget();
            });
        } finally {
            norma.close();
            duckDb.close();
        }
    }

    private List<Timing> raced(Callable<?> norma, Callable<?> duckDb, Contest.Round after) throws Exception {
        return new ArrayList<>(new Contest()
                .with(NORMA, norma)
                .with(DUCKDB, duckDb)
                .after(after)
                .run(size.warmups(), size.rounds()));
    }

    private static void write(Path folder, String name, String across, Line... lines) throws IOException {
        Files.createDirectories(folder);
        Plot plot = new Plot("Growth with " + name, across, "seconds");
        for (Line line : lines) line.plot(plot);
        plot.write(folder.resolve("growth-" + name + ".svg"));
    }
}
