package norma.server.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import norma.fact.Change;
import norma.server.intake.Account.SourceAccount;

/**
 * Sources that are read beside each other, on as many threads as the machine has processors, and told of in their order. A
 * source whose turn has not come is read ahead only so far.
 */
final class Relay {

    private static final int BATCH = 256;
    private static final int BATCHES_AHEAD = 64;

    private Relay() {}

    /** @param sources each the files that have to be read one after the other, since they share ledgers */
    static List<SourceAccount> read(List<List<SourceReader>> sources, Intake.Receiver receiver) {
        int hands = Math.min(sources.size(), Runtime.getRuntime().availableProcessors());
        List<SourceAccount> accounts = new ArrayList<>();
        if (hands < 2) {
            for (List<SourceReader> source : sources)
                for (SourceReader reader : source) accounts.add(reader.read(receiver));
            return accounts;
        }
        ExecutorService pool = Executors.newFixedThreadPool(hands, Relay::thread);
        try {
            List<Part> parts = sources.stream().map(Part::new).toList();
            List<Future<List<SourceAccount>>> read =
                    parts.stream().map(pool::submit).toList();
            for (int i = 0; i < parts.size(); i++) {
                parts.get(i).tell(receiver);
                accounts.addAll(what(read.get(i)));
            }
            return accounts;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            pool.shutdownNow();
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "intake-source");
        thread.setDaemon(true);
        return thread;
    }

    private static List<SourceAccount> what(Future<List<SourceAccount>> read) throws InterruptedException {
        try {
            return read.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException thrown) throw thrown;
            if (e.getCause() instanceof Error thrown) throw thrown;
            throw new IllegalStateException(e.getCause());
        }
    }

    /** One source: what it says of its rows waits here until its turn. */
    private static final class Part implements Callable<List<SourceAccount>>, Intake.Receiver {

        private final List<SourceReader> files;
        private final BlockingQueue<List<Consumer<Intake.Receiver>>> ahead = new ArrayBlockingQueue<>(BATCHES_AHEAD);
        private List<Consumer<Intake.Receiver>> batch = new ArrayList<>(BATCH);

        Part(List<SourceReader> files) {
            this.files = files;
        }

        @Override
        public List<SourceAccount> call() throws InterruptedException {
            try {
                List<SourceAccount> accounts = new ArrayList<>();
                for (SourceReader file : files) accounts.add(file.read(this));
                return accounts;
            } finally {
                if (!batch.isEmpty()) ahead.put(batch);
                ahead.put(List.of());
            }
        }

        @Override
        public void taken(long line, List<Change> changes) {
            wait(receiver -> receiver.taken(line, changes));
        }

        @Override
        public void rejected(List<Rejection> why) {
            wait(receiver -> receiver.rejected(why));
        }

        private void wait(Consumer<Intake.Receiver> said) {
            batch.add(said);
            if (batch.size() < BATCH) return;
            try {
                ahead.put(batch);
            } catch (InterruptedException e) {
                throw new IllegalStateException("nobody takes what is read", e);
            }
            batch = new ArrayList<>(BATCH);
        }

        /** Until all is read. */
        void tell(Intake.Receiver receiver) throws InterruptedException {
            for (List<Consumer<Intake.Receiver>> some = ahead.take(); !some.isEmpty(); some = ahead.take())
                some.forEach(said -> said.accept(receiver));
        }
    }
}
