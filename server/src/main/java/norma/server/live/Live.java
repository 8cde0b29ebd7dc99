package norma.server.live;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import norma.Engine;
import norma.diagnostics.Source;
import norma.fact.Change;
import norma.judge.DrlRules;
import norma.server.store.Sight;
import norma.server.store.Store;
import norma.server.store.Tables;
import norma.standard.Standards;
import org.jspecify.annotations.Nullable;

/**
 * An engine that lives on a store: whatever it answers is kept. Any thread may ask; one does the work, in the order in
 * which it was asked, and keeps what was asked together in one transaction.
 */
public final class Live implements AutoCloseable {

    /** Whatever version is in force. */
    public static final long ANY_VERSION = -1;

    private static final int MOST_AT_ONCE = 1_000;
    private static final long LONGEST_SLEEP = 60_000;
    private static final long PAUSE_BEFORE_ANOTHER_TRY = 1_000;
    private static final long ANSWERS_ARE_KEPT = Duration.ofDays(7).toMillis();

    private static final TypeReference<Taken> TAKEN = new TypeReference<>() {};

    private final Store store;
    private final DrlRules drl;
    private final Clock clock;
    private final LinkedBlockingQueue<Task<?>> tasks = new LinkedBlockingQueue<>();
    private final List<Consumer<Turn>> listeners = new CopyOnWriteArrayList<>();
    private final Threads crew = new Threads();
    private final Thread worker;
    private final Recalling recalling;
    private Turning turning;
    private volatile Standards standards;
    private volatile boolean closing;

    private Live(Store store, Standards standards, DrlRules drl, Clock clock) {
        this.store = store;
        this.drl = drl;
        this.clock = clock;
        this.standards = standards;
        this.recalling = new Recalling(store, drl, crew, clock);
        this.turning = recalling.turning(standards);
        this.worker = new Thread(this::work, "norma");
    }

    /** Recalls what is kept, and goes on. */
    public static Live start(Store store, Standards standards, DrlRules drl, Clock clock) {
        Live live = new Live(store, standards, drl, clock);
        live.worker.start();
        return live;
    }

    /** What would come of other definitions: asked of a second engine on the caller's thread, and nothing is kept. */
    public Rehearsal rehearse(Standards next) {
        return store.read(tables -> {
            Engine second = recalling
                    .engine(tables, tables.deviations().standing(), standards)
                    .engine();
            try {
                return Rehearsal.of(second.replace(next));
            } finally {
                second.close();
            }
        });
    }

    /** Something to be done by the one thread, within the transaction of its turn. */
    private static final class Task<T> {

        private final Function<Tables, T> work;
        private final CompletableFuture<T> answer = new CompletableFuture<>();
        private @Nullable T result;
        private @Nullable Refusal refused;

        private Task(Function<Tables, T> work) {
            this.work = work;
        }

        private void run(Tables tables) {
            try {
                result = work.apply(tables);
            } catch (Refusal e) {
                refused = e;
            }
        }

        @SuppressWarnings("NullAway") // a task may answer nothing
        private void answer() {
            if (refused != null) answer.completeExceptionally(refused);
            else answer.complete(result);
        }
    }

    /** To whom it matters what the facts before have come to. */
    private <T> CompletableFuture<T> later(Function<Tables, T> work) {
        return inTurn(tables -> {
            turning.takeGathered(tables);
            return work.apply(tables);
        });
    }

    private <T> CompletableFuture<T> inTurn(Function<Tables, T> work) {
        Task<T> task = new Task<>(work);
        tasks.add(task);
        if (closing) task.answer.completeExceptionally(new IllegalStateException("Norma is stopping"));
        return task.answer;
    }

    private void work() {
        try {
            while (!closing) turn(next());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Task<?>> next() throws InterruptedException {
        long wait = Math.max(1, Math.min(LONGEST_SLEEP, turning.nextMoment() - clock.millis()));
        List<Task<?>> together = new ArrayList<>();
        Task<?> first = tasks.poll(wait, TimeUnit.MILLISECONDS);
        if (first == null) return together;
        together.add(first);
        tasks.drainTo(together, MOST_AT_ONCE);
        return together;
    }

    private void turn(List<Task<?>> together) throws InterruptedException {
        long began = System.nanoTime();
        long last;
        try {
            last = store.write(tables -> {
                turning.begin(tables, clock.millis());
                together.forEach(task -> task.run(tables));
                turning.end(tables);
                return tables.events().last();
            });
        } catch (RuntimeException | StackOverflowError e) {
            together.forEach(task -> task.answer.completeExceptionally(e));
            recallAgain();
            return;
        }
        standards = turning.engine().standards();
        together.forEach(Task::answer);
        Turn turn = new Turn(last, turning.facts(), System.nanoTime() - began);
        listeners.forEach(listener -> listener.accept(turn));
    }

    /** What was not kept must not have happened. As long as the store does not answer, nobody else is answered either. */
    private void recallAgain() throws InterruptedException {
        Engine failed = turning.engine();
        while (!closing) {
            try {
                turning = recalling.turning(standards);
                failed.close();
                return;
            } catch (RuntimeException e) {
                Thread.sleep(PAUSE_BEFORE_ANOTHER_TRY);
            }
        }
    }

    /**
     * Takes changes in, late ones too; when the answer comes, they are kept.
     *
     * @return how many; it fails with {@link Refusal} when one of them cannot be taken, and then none is
     */
    public CompletableFuture<Integer> take(Collection<Change> changes) {
        return later(tables -> turning.takeAll(tables, changes));
    }

    /**
     * Takes in what can be taken, row by row and whatever the order in which it happened; when the answer comes, it is kept.
     *
     * @param refused rows that were refused before they came here; they are part of the answer
     * @param key of the request; one that was answered in the last seven days gets the same answer, and nothing is taken; null for none
     */
    public CompletableFuture<Taken> takeEach(List<Offer> offers, List<Taken.Refused> refused, @Nullable String key) {
        return inTurn(tables -> {
            Optional<Taken> before =
                    key == null ? Optional.empty() : tables.requests().answer(key, TAKEN);
            if (before.isPresent()) return before.get();
            Taken taken = turning.gather(tables, offers, refused);
            if (key != null) {
                long now = turning.engine().now();
                tables.requests().forgetBefore(now - ANSWERS_ARE_KEPT);
                tables.requests().add(key, now, taken);
            }
            return taken;
        });
    }

    /** Asks the engine; it must not be kept beyond the question. */
    public <T> CompletableFuture<T> ask(Function<Engine, T> question) {
        return later(tables -> question.apply(turning.engine()));
    }

    /** Writes something in a turn of its own, so that whoever listens hears of its events. */
    public <T> CompletableFuture<T> keep(Function<Tables, T> work) {
        return later(work);
    }

    /**
     * Does something about deviations or decisions; who did it, and when, is kept beside it.
     *
     * @param sight what is out of it cannot be acted on: to them it is not there
     */
    public CompletableFuture<Void> act(String who, Sight sight, Act act) {
        return later(tables -> {
            turning.act(tables, who, sight, act);
            return null;
        });
    }

    /**
     * Puts other definitions in force; facts, episodes and time stay.
     *
     * @param files that they were read from
     * @param base the version that must be in force, or {@link #ANY_VERSION}
     * @return their version; it fails with {@link Refusal} when another one is in force
     */
    public CompletableFuture<Long> publish(Standards next, List<Source> files, String author, long base) {
        return later(tables -> turning.publish(tables, next, files, author, base));
    }

    /** Those in force. */
    public Standards standards() {
        return standards;
    }

    /** How many tasks wait for their turn. */
    public int waiting() {
        return tasks.size();
    }

    /**
     * Waits for an answer.
     *
     * @throws Refusal when it is one
     */
    public static <T> T answered(CompletableFuture<T> answer) {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Refusal refused) throw refused;
            throw new CompletionException(e.getCause());
        }
    }

    /** The rules of engineers: they stay for as long as this runs. */
    public DrlRules drl() {
        return drl;
    }

    /** Is told of each turn, on the one thread: it must not wait. */
    public void onTurn(Consumer<Turn> listener) {
        listeners.add(listener);
    }

    @Override
    public void close() {
        closing = true;
        tasks.add(new Task<>(tables -> 0));
        try {
            worker.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        tasks.forEach(task -> task.answer.completeExceptionally(new IllegalStateException("Norma is stopping")));
        turning.engine().close();
        crew.close();
    }
}
