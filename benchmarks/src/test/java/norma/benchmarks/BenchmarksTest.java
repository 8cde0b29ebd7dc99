package norma.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmarks on a small firm: they run, and every contender gives the same answer. No times are looked at. */
class BenchmarksTest {

    private final Table table = new Table();
    private final Size small = new Size(1, 2_000, 20, 16, 30, 0, 2);

    @Test
    void everyContenderJudgesAlike() throws Exception {
        JudgeBenchmark.run(table, small);
        assertTrue(table.toString().contains("| Evrete 4.0.3 |"), table.toString());
    }

    @Test
    void whatChangesIsKnownAsALoopFindsIt() throws Exception {
        ChangeBenchmark.run(table, small, 100);
        ReplaceBenchmark.run(table, small);
        assertTrue(table.toString().contains("| Norma, built again |"), table.toString());
    }

    @Test
    void everyContenderKnowsWhatStandsWhenTimeHasPassed() throws Exception {
        DueBenchmark.run(table, small, List.of(100));
        assertTrue(table.toString().contains("| DRL text, its clock fact updated |"), table.toString());
    }

    @Test
    void whateverGrowsIsPlotted(@TempDir Path folder) throws Exception {
        Size tiny = new Size(1, 500, 10, 8, 10, 0, 1);
        var points = new GrowthBenchmark.Points(new int[] {4, 8}, new int[] {2, 8}, new int[] {5, 50});
        new GrowthBenchmark(table, tiny, points).run(folder);
        for (String name : List.of("deals", "rules", "kpis", "sellers"))
            assertTrue(
                    Files.readString(folder.resolve("growth-" + name + ".svg")).contains(">Norma "));
    }

    @Test
    void memoryIsCountedWithKpiAndWithout() throws Exception {
        String lines = MemoryBenchmark.run(small);
        assertTrue(lines.contains("16 norms and 0 KPI") && lines.contains("16 norms and 30 KPI"), lines);
    }

    @Test
    void everyContenderMeasuresAlike() throws Exception {
        MeasureBenchmark.run(table, small);
        assertTrue(table.toString().contains("| Drools groupby |"), table.toString());
    }

    @Test
    void aFileIsJudgedAsItsTableIs() throws Exception {
        IntakeBenchmark.run(table, small);
        assertTrue(table.toString().contains("from CSV to judged"), table.toString());
    }

    @Test
    void whatTheServiceAcknowledgesIsKeptAndHeard() throws Exception {
        LoadBenchmark.run(table, small, 200, 20, List.of("sqlite", "postgres"));
        assertTrue(table.toString().contains("from the answer to the event"), table.toString());
        for (String store : List.of("SQLite", "PostgreSQL"))
            for (String work : List.of("start to ready", "until its norm is in force", "until its error is told"))
                assertTrue(
                        table.toString().lines().anyMatch(row -> row.contains("on " + store) && row.contains(work)),
                        table.toString());
    }

    @Test
    void aPlotShowsEachPointAndNamesItsAxes() {
        String svg = new Plot("Growth", "deals", "seconds")
                .line("Norma", new double[] {10, 100, 1_000}, new double[] {0.1, 0.9, 12})
                .svg();

        assertEquals(3, svg.split("<circle", -1).length - 1);
        assertTrue(svg.contains(">deals</text>") && svg.contains(">seconds</text>"), svg);
        assertTrue(svg.contains(">1,000</text>") && svg.contains(">0.1</text>"), svg);
    }
}
