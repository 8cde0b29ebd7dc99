package norma.server.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.ServiceUnavailableResponse;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import norma.server.access.Caller;
import norma.server.access.Gate;

/**
 * Tells open pages that something happened, as server-sent events: the number of the last event, and no more, so that
 * what a slow one misses is in what it is told next. Nothing here waits for a listener.
 */
final class Listeners implements AutoCloseable {

    private static final int MOST = 2_000;
    private static final long HEARTBEAT = 20;

    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private final Gate gate;
    private final AtomicLong last = new AtomicLong();
    private final ScheduledExecutorService teller = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "feed");
        thread.setDaemon(true);
        return thread;
    });

    /** @param gate lets listeners in again with each beat: who signed out hears no more */
    Listeners(Gate gate) {
        this.gate = gate;
        var unused = teller.scheduleWithFixedDelay(
                () -> listeners.forEach(Listener::beat), HEARTBEAT, HEARTBEAT, TimeUnit.SECONDS);
    }

    /** @param seq the number of the last event; called on the engine's thread */
    void turned(long seq) {
        if (last.getAndSet(seq) == seq || teller.isShutdown()) return;
        teller.execute(() -> {
            if (last.get() == seq) listeners.forEach(each -> each.tell(event(seq)));
        });
    }

    private static String event(long seq) {
        return "id: " + seq + "\nevent: turn\ndata: " + seq + "\n\n";
    }

    void add(Context request) {
        if (listeners.size() >= MOST) throw new ServiceUnavailableResponse("too many listeners");
        HttpServletResponse response = request.res();
        response.setStatus(200);
        response.setContentType("text/event-stream; charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        if (request.method() != HandlerType.HEAD) request.future(() -> listen(request));
    }

    /** @return done once nobody listens any more */
    private CompletableFuture<?> listen(Context request) {
        AsyncContext open = request.req().getAsyncContext();
        open.setTimeout(0);
        try {
            Listener listener = new Listener(request, request.res().getOutputStream());
            open.addListener(listener);
            listeners.add(listener);
            listener.begin();
            return listener.over;
        } catch (IOException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    int size() {
        return listeners.size();
    }

    @Override
    public void close() {
        teller.shutdownNow();
        listeners.forEach(Listener::end);
    }

    /** One open page. What could not be written yet gives way to what is newer. */
    private final class Listener implements WriteListener, AsyncListener {

        private final Context request;
        private final Caller caller;
        private final ServletOutputStream out;
        private final CompletableFuture<Boolean> over = new CompletableFuture<>();
        private String pending = "retry: 3000\n\n";
        private boolean toFlush;
        /** From the time when it could not take more until the server says that it can. */
        private boolean busy = true;

        private Listener(Context request, ServletOutputStream out) {
            this.request = request;
            this.caller = Caller.of(request);
            this.out = out;
        }

        private void beat() {
            if (isLetInAgain()) tell(":\n\n");
            else end();
        }

        /** A store that does not answer for a while sends nobody away. */
        private boolean isLetInAgain() {
            try {
                return gate.stillHolds(request, caller);
            } catch (RuntimeException e) {
                return true;
            }
        }

        private void begin() {
            out.setWriteListener(this);
        }

        private synchronized void tell(String text) {
            if (pending.isEmpty() || !text.startsWith(":")) pending = text;
            if (!busy) write();
        }

        @Override
        public synchronized void onWritePossible() {
            busy = false;
            write();
        }

        private void write() {
            try {
                while (!pending.isEmpty() || toFlush) {
                    if (!out.isReady()) {
                        busy = true;
                        return;
                    }
                    if (pending.isEmpty()) {
                        toFlush = false;
                        out.flush();
                    } else {
                        byte[] bytes = pending.getBytes(StandardCharsets.UTF_8);
                        pending = "";
                        toFlush = true;
                        out.write(bytes);
                    }
                }
            } catch (IOException | IllegalStateException e) {
                end();
            }
        }

        private void end() {
            listeners.remove(this);
            over.complete(true);
        }

        @Override
        public void onError(Throwable problem) {
            end();
        }

        @Override
        public void onComplete(AsyncEvent event) {
            end();
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            end();
        }

        @Override
        public void onError(AsyncEvent event) {
            end();
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            // it is not started again
        }
    }
}
