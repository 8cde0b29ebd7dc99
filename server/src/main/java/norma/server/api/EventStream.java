package norma.server.api;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.javalin.http.sse.SseClient;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import norma.server.access.Caller;
import norma.server.access.Gate;
import norma.server.access.Right;
import norma.server.store.Sight;
import norma.server.store.Store;
import norma.server.store.View;
import org.jspecify.annotations.Nullable;

/**
 * Tells listeners what happens, as it happens. Each is told from the store, from where it was last, by a thread that it
 * holds up alone: a slow one is late, and nobody waits for it.
 */
final class EventStream implements AutoCloseable {

    private static final int MOST_AT_ONCE = 200;
    private static final long ASKED_AGAIN = 2_000;
    private static final long LONGEST_GOODBYE = 5;

    private final Items items = new Items();
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    /** After the end nobody is told. */
    private final ExecutorService tellers = new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            1,
            TimeUnit.MINUTES,
            new SynchronousQueue<>(),
            EventStream::thread,
            new ThreadPoolExecutor.DiscardPolicy());

    private final AtomicBoolean waking = new AtomicBoolean();
    private final Store store;
    private final Gate gate;
    private final Clock clock;
    private final Recent recent;
    private volatile long newest;

    /** @param gate lets listeners in again from time to time: who signed out hears no more */
    EventStream(Store store, Gate gate, Clock clock) {
        this.store = store;
        this.gate = gate;
        this.clock = clock;
        this.newest = store.read(tables -> tables.events().last());
        this.recent = new Recent(store, items, newest);
    }

    /** Whatever is asked to be accepted: there is nothing else here, and {@code curl} asks for anything. */
    void open(Context context) throws IOException {
        HttpServletResponse response = context.res();
        response.setStatus(HttpStatus.OK.getCode());
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setContentType("text/event-stream");
        response.setHeader("Connection", "close"); // the connection ends with the stream
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        if (context.method() == HandlerType.HEAD) return;
        response.flushBuffer();
        context.async(config -> config.timeout = 0, () -> open(new SseClient(context)));
    }

    /** Goes on after {@code Last-Event-ID}, as browsers say it, or after {@code ?after=}; else with what comes next. */
    private void open(SseClient client) {
        Listener listener = new Listener(client, start(client));
        client.keepAlive();
        client.onClose(() -> listeners.remove(listener));
        listeners.add(listener);
        listener.wake();
    }

    private long start(SseClient client) {
        @Nullable String last = client.ctx().header("Last-Event-ID");
        if (last == null) last = client.ctx().queryParam("after");
        try {
            return last == null ? newest : Long.parseLong(last.strip());
        } catch (NumberFormatException e) {
            return newest;
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "teller");
        thread.setDaemon(true);
        return thread;
    }

    /** After a turn of the live engine, on its thread: to wake five hundred is left to another one. */
    void turned(long last) {
        if (last == newest) return;
        newest = last;
        if (waking.compareAndSet(false, true)) tellers.execute(this::wake);
    }

    private void wake() {
        waking.set(false);
        listeners.forEach(Listener::wake);
    }

    @Override
    public void close() {
        listeners.forEach(listener -> listener.client.close());
        tellers.shutdownNow();
        try {
            var unused = tellers.awaitTermination(LONGEST_GOODBYE, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Listener {

        private final SseClient client;
        private final AtomicBoolean telling = new AtomicBoolean();
        private final Caller caller;
        private final View seen;
        private final boolean everything;
        private volatile long told;
        private volatile long letIn;

        private Listener(SseClient client, long told) {
            this.client = client;
            this.caller = Caller.of(client.ctx());
            Sight sight = caller.sight(Right.SEE_DEVIATIONS);
            this.seen = store.seenBy(sight);
            this.everything = sight.isEverything();
            this.told = told;
            this.letIn = clock.millis();
        }

        private boolean isStillLetIn() {
            long now = clock.millis();
            if (now - letIn < ASKED_AGAIN) return true;
            letIn = now;
            return gate.stillHolds(client.ctx(), caller);
        }

        private void wake() {
            if (told < newest && telling.compareAndSet(false, true)) tellers.execute(this::tell);
        }

        private void tell() {
            try {
                if (!isStillLetIn()) {
                    client.close();
                    return;
                }
                long upTo = newest;
                List<Told> next;
                do {
                    next = next();
                    if (client.terminated()) return;
                    tell(next);
                } while (next.size() == MOST_AT_ONCE);
                told = Math.max(told, upTo);
            } catch (IOException gone) {
                client.close();
                return;
            } finally {
                telling.set(false);
            }
            wake();
        }

        /** In one piece: whoever is late hears several events at the cost of one. */
        private void tell(List<Told> events) throws IOException {
            if (events.isEmpty()) return;
            HttpServletResponse response = client.ctx().res();
            for (Told event : events) response.getOutputStream().write(event.wire());
            response.flushBuffer();
            told = events.get(events.size() - 1).seq();
        }

        /** Whoever hears everything hears what was read once for all. */
        private List<Told> next() {
            return everything ? recent.after(told, newest, MOST_AT_ONCE).orElseGet(this::read) : read();
        }

        private List<Told> read() {
            return Told.all(seen.read(tables -> tables.events().after(told, MOST_AT_ONCE)), items);
        }
    }
}
