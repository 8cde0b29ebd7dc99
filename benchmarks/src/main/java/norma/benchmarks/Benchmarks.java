package norma.benchmarks;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Runs the benchmarks that are named, or all of them, and prints one table. */
public final class Benchmarks {

    private static final List<String> ALL =
            List.of("check", "judge", "measure", "change", "due", "replace", "memory", "intake", "growth", "load");

    private Benchmarks() {}

    public static void main(String[] arguments) throws Exception {
        Table table = new Table();
        for (String name : arguments.length == 0 ? ALL : List.of(arguments)) run(name, table);
        Runtime machine = Runtime.getRuntime();
        System.out.printf(
                Locale.ROOT,
                "Java %s, %s %s, %d processors, heap of at most %.1f GB%n%n%s",
                Runtime.version(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                machine.availableProcessors(),
                machine.maxMemory() / 1e9,
                table);
    }

    private static void run(String name, Table table) throws Exception {
        switch (name) {
            case "check" -> CheckBenchmark.run(table, new File(System.getProperty("norma.home", ".")));
            case "judge" -> JudgeBenchmark.run(table, Size.asked());
            case "measure" -> MeasureBenchmark.run(table, Size.asked());
            case "change" -> ChangeBenchmark.run(table, Size.asked(), Integer.getInteger("turn", ChangeBenchmark.ALL));
            case "due" -> DueBenchmark.run(table, Size.asked(), numbers("standing", "10000,300000"));
            case "replace" -> ReplaceBenchmark.run(table, Size.asked());
            case "memory" -> table.add(MemoryBenchmark.run(Size.asked()));
            case "intake" -> IntakeBenchmark.run(table, Size.asked());
            case "growth" -> new GrowthBenchmark(table, Size.asked(), GrowthBenchmark.Points.ALL).run(folder());
            case "load" -> {
                int requests = Integer.getInteger("requests", 5_000);
                List<String> stores =
                        List.of(System.getProperty("store", "sqlite,postgres").split(","));
                LoadBenchmark.run(table, Size.asked(), requests, requests, stores);
            }
            default -> throw new IllegalArgumentException("no benchmark " + name + "; there are " + ALL);
        }
    }

    /** Where plots are kept, beside the page that shows them. */
    private static Path folder() {
        return Path.of(System.getProperty("norma.home", "."), "docs", "performance");
    }

    private static List<Integer> numbers(String property, String otherwise) {
        return Stream.of(System.getProperty(property, otherwise).split(","))
                .map(Integer::valueOf)
                .toList();
    }
}
