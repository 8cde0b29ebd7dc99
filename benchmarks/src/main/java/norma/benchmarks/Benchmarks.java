package norma.benchmarks;

import java.io.File;

/** Runs the benchmarks and prints one table. */
public final class Benchmarks {

    private Benchmarks() {}

    public static void main(String[] arguments) throws Exception {
        Table table = new Table();
        CheckBenchmark.run(table, new File(System.getProperty("norma.home", ".")));
        System.out.println("Java " + Runtime.version() + ", " + System.getProperty("os.name") + " "
                + System.getProperty("os.arch") + ", " + Runtime.getRuntime().availableProcessors() + " processors\n");
        System.out.print(table);
    }
}
