package norma.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

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
        ChangeBenchmark.run(table, small);
        DueBenchmark.run(table, small);
        ReplaceBenchmark.run(table, small);
        assertTrue(table.toString().contains("one norm of 300 replaced"), table.toString());
    }

    @Test
    void everyContenderMeasuresAlike() throws Exception {
        MeasureBenchmark.run(table, small);
        assertTrue(table.toString().contains("| DuckDB, rows fetched |"), table.toString());
    }

    @Test
    void aFileIsJudgedAsItsTableIs() throws Exception {
        IntakeBenchmark.run(table, small);
        assertTrue(table.toString().contains("from CSV to judged"), table.toString());
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
