package norma.server.live;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import norma.measure.Crew;

/** As many threads as the machine has processors, for what is worth to be parted. */
public final class Threads implements Crew, AutoCloseable {

    /** Fewer facts than these are done before another thread has woken. */
    private static final int FEW = 20_000;

    private final int hands = Runtime.getRuntime().availableProcessors();
    private final ExecutorService pool = Executors.newFixedThreadPool(hands, work -> {
        Thread thread = new Thread(work, "norma-crew");
        thread.setDaemon(true);
        return thread;
    });

    @Override
    public int pieces(int facts) {
        return facts < FEW ? 1 : hands;
    }

    /** @throws java.util.concurrent.CompletionException with what a piece has thrown, when all are over */
    @Override
    public void doAll(List<Runnable> pieces) {
        CompletableFuture.allOf(pieces.stream()
                        .map(piece -> CompletableFuture.runAsync(piece, pool))
                        .toArray(CompletableFuture<?>[]::new))
                .join();
    }

    @Override
    public void close() {
        pool.shutdown();
    }
}
