package norma.server.live;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads on a thread of its own what another one takes in, a few thousand ahead: a long journal is never whole in memory. */
final class ReadAhead<E> implements Iterator<E>, AutoCloseable {

    private static final int TOGETHER = 5_000;
    private static final int AHEAD = 4;

    private final BlockingQueue<List<E>> read = new ArrayBlockingQueue<>(AHEAD);
    private final Thread reader;
    private volatile @Nullable Throwable failed;
    private List<E> now = List.of();
    private int next;
    private boolean over;

    /** @param from is read on the other thread, and closed by whoever opened it, after this */
    ReadAhead(Stream<E> from) {
        reader = new Thread(() -> read(from.iterator()), "read-ahead");
        reader.setDaemon(true);
        reader.start();
    }

    /** An empty list is the end. */
    private void read(Iterator<E> from) {
        try {
            try {
                List<E> together = new ArrayList<>(TOGETHER);
                while (from.hasNext()) {
                    together.add(from.next());
                    if (together.size() < TOGETHER) continue;
                    read.put(together);
                    together = new ArrayList<>(TOGETHER);
                }
                if (!together.isEmpty()) read.put(together);
            } catch (RuntimeException | Error e) {
                failed = e;
            }
            read.put(List.of());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean hasNext() {
        if (next < now.size()) return true;
        if (over) return false;
        try {
            now = read.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(e);
        }
        next = 0;
        over = now.isEmpty();
        Throwable cause = failed;
        if (over && cause != null) throw new CompletionException(cause);
        return !over;
    }

    @Override
    public E next() {
        if (!hasNext()) throw new NoSuchElementException();
        return now.get(next++);
    }

    @Override
    public void close() {
        reader.interrupt();
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
