package norma.server.intake;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import norma.fact.Change;

/**
 * The changes of some files in the order of time, read on a thread of their own while somebody takes them in. What was so
 * before everything comes as it is read and is not kept; dated changes follow when all is read, since a later file may tell of
 * an earlier day. Can be gone through once.
 */
public final class Inflow implements Iterable<Change>, AutoCloseable {

    /** Reads everything there is, as {@link Intake#read} does. */
    public interface Reading {
        Account into(Consumer<Change> sink);
    }

    private static final int BATCH = 1_000;
    private static final int BATCHES_AHEAD = 8;

    private final long asOf;
    private final BlockingQueue<List<Change>> read = new ArrayBlockingQueue<>(BATCHES_AHEAD);
    private final List<Change> dated = new ArrayList<>();
    private final FutureTask<Account> reading;
    private final Thread reader;
    private List<Change> batch = new ArrayList<>(BATCH);
    private long later;

    /** @param asOf changes after it are only counted; epoch milliseconds */
    public Inflow(Reading files, long asOf) {
        this.asOf = asOf;
        this.reading = new FutureTask<>(() -> readAll(files));
        this.reader = new Thread(reading, "intake");
        reader.setDaemon(true);
        reader.start();
    }

    private Account readAll(Reading files) throws InterruptedException {
        try {
            Account account = files.into(this::read);
            dated.sort(Comparator.comparingLong(Change::at));
            return account;
        } finally {
            if (!batch.isEmpty()) read.put(batch);
            read.put(List.of());
        }
    }

    private void read(Change change) {
        if (change.at() > asOf) later++;
        else if (change.at() != Change.START) dated.add(change);
        else batch.add(change);
        if (batch.size() < BATCH) return;
        try {
            read.put(batch);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody takes what is read", e);
        }
        batch = new ArrayList<>(BATCH);
    }

    @Override
    public Iterator<Change> iterator() {
        return new Taking();
    }

    /** Told when everything was read; throws what reading threw. */
    public Account account() {
        try {
            return reading.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException thrown) throw thrown;
            if (e.getCause() instanceof Error thrown) throw thrown;
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** How many changes lie after the moment that is looked at, once {@link #account} is told. */
    public long later() {
        return later;
    }

    /** Reads no further. */
    @Override
    public void close() {
        reader.interrupt();
    }

    private final class Taking implements Iterator<Change> {

        private Iterator<Change> some = Collections.emptyIterator();
        private boolean over;

        @Override
        public boolean hasNext() {
            while (!some.hasNext() && !over) some = next(read);
            return some.hasNext();
        }

        private Iterator<Change> next(BlockingQueue<List<Change>> from) {
            try {
                List<Change> taken = from.take();
                if (!taken.isEmpty()) return taken.iterator();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
            over = true;
            account();
            return dated.iterator();
        }

        @Override
        public Change next() {
            if (!hasNext()) throw new NoSuchElementException();
            return Objects.requireNonNull(some.next());
        }
    }
}
