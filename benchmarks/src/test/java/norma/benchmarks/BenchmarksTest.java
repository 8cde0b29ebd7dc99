package norma.benchmarks;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The benchmarks on a small firm: they run, and every contender gives the same answer. No times are looked at. */
class BenchmarksTest {

    private final Table table = new Table();

    @Test
    void every_contender_judges_alike() throws Exception {
        JudgeBenchmark.run(table, new Size(1, 2_000, 20, 16, 0, 2));
        assertTrue(table.toString().contains("| Evrete 4.0.3 |"), table.toString());
    }
}
