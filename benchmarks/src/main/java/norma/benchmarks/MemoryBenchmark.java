package norma.benchmarks;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import norma.Engine;
import norma.fact.Change;

/** What an engine keeps for a deal, everything counted: the heap after collection, with the engine and without. */
final class MemoryBenchmark {

    private MemoryBenchmark() {}

    static String run(Size size) throws Exception {
        return run(size, List.of()) + run(size, Indicator.several(size.kpis()));
    }

    private static String run(Size size, List<Indicator> indicators) throws Exception {
        Firm firm = Firm.generated(size.seed(), size.deals(), size.sellers());
        long deals = firm.deals().size();
        long open = firm.deals().stream().filter(DealRow::isOpen).count();
        held(deal -> false, size, indicators); // what is made once, with the first engine, is of no deal
        long ofOpen = held(DealRow::isOpen, size, indicators);
        long ofAll = held(deal -> true, size, indicators);
        String by = "%d norms and %d KPI".formatted(size.rules(), indicators.size());
        return line("an open deal, and its part of clients and sellers, under " + by, ofOpen / (double) open)
                + line("a closed deal beside them, under " + by, (ofAll - ofOpen) / (double) (deals - open));
    }

    private static String line(String of, double bytes) {
        return String.format(Locale.ROOT, "| memory of %s | Norma | %,.0f bytes | | |%n", of, bytes);
    }

    private static long held(Predicate<DealRow> which, Size size, List<Indicator> indicators)
            throws InterruptedException {
        long before = used();
        Engine engine = engine(which, size, indicators);
        long after = used();
        engine.close();
        return after - before;
    }

    /** The company is made anew, so that no text is shared with one that is kept. */
    private static Engine engine(Predicate<DealRow> which, Size size, List<Indicator> indicators) {
        Engine engine = NormaJudging.engine(Standard.of(size.rules(), 0.003).with(indicators));
        Firm.generated(size.seed(), size.deals(), size.sellers())
                .with(which)
                .changes(batch -> engine.apply(
                        batch.stream().map(MemoryBenchmark::asItIsRead).toList()));
        return engine;
    }

    /** Each row of a file and each request brings texts of its own, though most of them say what others have said. */
    private static Change asItIsRead(Change change) {
        Map<String, Object> set = new HashMap<>(change.set());
        set.replaceAll((field, value) -> value instanceof String text ? new String(text.toCharArray()) : value);
        return new Change(change.type(), new String(change.id().toCharArray()), change.at(), set);
    }

    private static long used() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(50);
        }
        Runtime machine = Runtime.getRuntime();
        return machine.totalMemory() - machine.freeMemory();
    }
}
