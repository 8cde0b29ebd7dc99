package norma.benchmarks;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import norma.measure.Crew;

/** As many threads as the machine has processors, which is what DuckDB takes by itself. */
final class Threads implements Crew {

    private static final int FEW = 20_000;

    private final int hands = Runtime.getRuntime().availableProcessors();
    private final ExecutorService pool = Executors.newFixedThreadPool(hands, work -> {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        return thread;
    });

    @Override
    public int pieces(int facts) {
        return facts < FEW ? 1 : hands;
    }

    @Override
    public void doAll(List<Runnable> pieces) {
        List<? extends Future<?>> all = pieces.stream().map(pool::submit).toList();
        try {
            for (Future<?> one : all) one.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
