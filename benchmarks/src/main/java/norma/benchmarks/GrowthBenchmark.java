package norma.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** How measuring grows with the number of KPI and with that of sellers: a line of the table for each, and a plot. */
final class GrowthBenchmark {

    private static final int[] KPIS = {10, 30, 100, 300};
    private static final int[] SELLERS = {10, 100, 1_000, 10_000};

    private GrowthBenchmark() {}

    /** @param folder for the plots; each is a file of its own */
    static void run(Table table, Size size, Path folder) throws Exception {
        Files.createDirectories(folder);
        Firm firm = Firm.generated(size.seed(), size.deals(), size.sellers());
        double[] byKpis = new double[KPIS.length];
        for (int i = 0; i < KPIS.length; i++)
            byKpis[i] = measured(table, firm, KPIS[i] + " KPI", Indicator.several(KPIS[i]), size);
        double[] bySellers = new double[SELLERS.length];
        for (int i = 0; i < SELLERS.length; i++) {
            Firm other = Firm.generated(size.seed(), size.deals(), SELLERS[i]);
            bySellers[i] =
                    measured(table, other, "%,d sellers".formatted(SELLERS[i]), Indicator.several(size.kpis()), size);
        }
        plot("Measuring %,d deals".formatted(size.deals()), "KPI", KPIS, byKpis, folder.resolve("growth-kpis.svg"));
        plot(
                "Measuring %,d deals by %d KPI".formatted(size.deals(), size.kpis()),
                "sellers",
                SELLERS,
                bySellers,
                folder.resolve("growth-sellers.svg"));
    }

    private static double measured(Table table, Firm firm, String what, List<Indicator> indicators, Size size)
            throws Exception {
        NormaMeasuring norma = new NormaMeasuring(firm, indicators);
        try {
            List<Contest.Timing> timings = new ArrayList<>(new Contest()
                    .with("Norma", norma::measure)
                    .after(norma::forget)
                    .run(size.warmups(), size.rounds()));
            table.add("measure %,d deals, %s".formatted(size.deals(), what), timings);
            return timings.get(0).median() / 1e9;
        } finally {
            norma.close();
        }
    }

    private static void plot(String title, String across, int[] x, double[] seconds, Path file) throws IOException {
        new Plot(title, across, "seconds")
                .line("Norma", IntStream.of(x).asDoubleStream().toArray(), seconds)
                .write(file);
    }
}
