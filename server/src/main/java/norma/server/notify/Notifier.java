package norma.server.notify;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import norma.calendar.WorkingCalendar;
import norma.server.live.Live;
import norma.server.live.Turn;
import norma.server.store.Events;
import norma.server.store.Outbox;
import norma.server.store.Store;
import norma.server.store.Tables;
import norma.standard.Standards;
import org.apache.hc.core5.ssl.SSLContexts;
import org.jspecify.annotations.Nullable;

/**
 * Tells what happened. The table of events, which is written in the transaction of whatever happened, is the one record of
 * what is to be told: one thread goes through it from where it was last, and keeps in one transaction how far it has come
 * and who is to be told what. Neither the engine nor whoever gave it facts waits for any of this.
 */
public final class Notifier implements AutoCloseable {

    private static final int MOST_AT_ONCE = 500;
    private static final long LONGEST_SLEEP = 30_000;
    private static final long PAUSE_AFTER_FAILURE = 5_000;
    private static final Duration LONGEST_POST = Duration.ofSeconds(20);
    private static final long KEPT = Duration.ofDays(90).toMillis();
    private static final long BETWEEN_REPEATS = 60_000;

    /**
     * Where things are.
     *
     * @param root of all addresses that are told, without a slash at its end
     * @param trouble is told what keeps it from its work
     */
    public record Around(
            Store store,
            Live live,
            Supplier<Routes> routes,
            Supplier<Standards> standards,
            String root,
            Consumer<Exception> trouble) {}

    private final Around around;
    private final Store store;
    private final Clock clock;
    private final Addresses addresses;
    private final Sending sending;
    private final Semaphore news = new Semaphore(0);
    private final Thread worker = new Thread(this::work, "notify");
    private long repeatedAt = Long.MIN_VALUE;
    private @Nullable Staff staff;
    private volatile long newest;
    private volatile boolean closing;

    /** Goes on from where it was last; the first time, with what comes next. */
    public static Notifier of(Around around, Outside outside, Clock clock) {
        Addresses addresses = new Addresses(around.routes());
        Post post = new Post(SSLContexts.createSystemDefault(), LONGEST_POST);
        Reach reach = Reach.to(outside.hosts(), outside.anywhere());
        Webhooks webhooks = new Webhooks(around.routes(), outside.variables(), reach, post, clock);
        Carrier mail = outside.smtp()
                .<Carrier>map(smtp -> new Mail(smtp, addresses::of, clock))
                .orElse(message -> new Answer.Later("no mail server is named", 0));
        return new Notifier(around, addresses, webhooks, mail, clock);
    }

    Notifier(Around around, Addresses addresses, Carrier webhooks, Carrier mail, Clock clock) {
        this.around = around;
        this.addresses = addresses;
        this.store = around.store();
        this.clock = clock;
        this.sending = new Sending(store, webhooks, mail, clock, news::release);
        store.write(tables -> {
            if (tables.outbox().routed().isEmpty())
                tables.outbox().routed(tables.events().last());
            return true;
        });
        around.live().onTurn(this::turned);
        worker.setDaemon(true);
    }

    public void start() {
        worker.start();
    }

    /** On the engine's thread. What is asked of the engine is a turn of its own: only what happened is news. */
    private void turned(Turn turn) {
        if (turn.lastEvent() == newest) return;
        newest = turn.lastEvent();
        news.release();
    }

    private void work() {
        try {
            while (!closing) {
                long wait = PAUSE_AFTER_FAILURE;
                try {
                    turn();
                    long next = Math.min(
                            store.read(tables -> tables.outbox().nextMoment()),
                            nextDigest(around.routes().get()));
                    wait = Math.max(100, Math.min(LONGEST_SLEEP, next - clock.millis()));
                } catch (ExecutionException | RuntimeException e) {
                    // Nothing is lost: what was not kept as told is told when it can be.
                    around.trouble().accept(e);
                }
                if (news.tryAcquire(wait, TimeUnit.MILLISECONDS)) news.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Goes through what happened, and sends whatever is due. */
    void turn() throws ExecutionException, InterruptedException {
        Routes routes = around.routes().get();
        while (sort(routes)) continue;
        repeat(routes);
        digest(routes);
        Optional<RuntimeException> failed = compose(routes);
        sending.send();
        if (failed.isPresent()) throw failed.get();
    }

    /** As the facts have it, asked anew whenever something happened. */
    private Staff staff(boolean anew) throws ExecutionException, InterruptedException {
        Staff known = staff;
        if (known != null && !anew) return known;
        Staff asked = around.live().ask(Staff::of).get();
        addresses.know(asked);
        staff = asked;
        return asked;
    }

    /** @return whether there may be more */
    private boolean sort(Routes routes) throws ExecutionException, InterruptedException {
        long from = store.read(tables -> tables.outbox().routed().orElse(0));
        List<Events.Event> events = store.read(tables -> tables.events().after(from, MOST_AT_ONCE));
        if (events.isEmpty()) return false;
        List<Outbox.Notice> notices = List.of();
        if (!routes.routes().isEmpty()) {
            Staff known = staff(true);
            notices = store.read(tables -> sorting(routes, known, tables).of(events));
        }
        List<Outbox.Notice> found = notices;
        store.write(tables -> {
            tables.outbox().add(found);
            tables.outbox().routed(events.get(events.size() - 1).seq());
            return true;
        });
        return events.size() == MOST_AT_ONCE;
    }

    private Sorting sorting(Routes routes, Staff staff, Tables tables) {
        return new Sorting(routes, staff, calendar(), tables);
    }

    private void repeat(Routes routes) throws ExecutionException, InterruptedException {
        long now = clock.millis();
        if (now < repeatedAt + BETWEEN_REPEATS) return;
        repeatedAt = now;
        if (routes.routes().isEmpty()) return;
        Staff known = staff(false);
        List<Outbox.Notice> again = new ArrayList<>();
        for (Route route : routes.routes())
            store.read(tables -> again.addAll(sorting(routes, known, tables).repeated(route, now)));
        store.write(tables -> {
            tables.outbox().add(again);
            tables.outbox().forgetBefore(now - KEPT);
            return true;
        });
    }

    private void digest(Routes routes) throws ExecutionException, InterruptedException {
        long now = clock.millis();
        for (Route route : routes.routes()) {
            Optional<Route.Digest> digest = route.digest();
            if (digest.isEmpty()) continue;
            OptionalLong last = store.read(tables -> tables.outbox().digested(route.id()));
            if (last.isPresent() && digest.get().after(last.getAsLong(), calendar()) > now) continue;
            Staff known = staff(true);
            store.write(tables -> {
                if (last.isEmpty()) tables.outbox().digested(route.id(), now);
                else composing(routes, now, tables).digest(route, known, last.getAsLong());
                return true;
            });
        }
    }

    private long nextDigest(Routes routes) {
        long now = clock.millis();
        return routes.routes().stream()
                .flatMap(route -> route.digest().stream())
                .mapToLong(digest -> digest.after(now, calendar()))
                .min()
                .orElse(Long.MAX_VALUE);
    }

    private WorkingCalendar calendar() {
        return around.standards().get().model().calendar();
    }

    private Composing composing(Routes routes, long now, Tables tables) {
        Stop stop = new Stop(tables.installation(), around.root());
        Letters letters = new Letters(routes, around.standards().get().model(), stop, around.root());
        return new Composing(routes, letters, around.root(), now, tables);
    }

    /** What cannot be made keeps the rest from nothing. */
    private Optional<RuntimeException> compose(Routes routes) {
        long now = clock.millis();
        Optional<RuntimeException> failed = Optional.empty();
        for (Outbox.Group group : store.read(tables -> tables.outbox().groupsDue(now))) {
            try {
                store.write(tables -> {
                    composing(routes, now, tables).compose(group);
                    return true;
                });
            } catch (RuntimeException e) {
                failed = Optional.of(e);
            }
        }
        return failed;
    }

    @Override
    public void close() {
        closing = true;
        news.release();
        try {
            worker.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        sending.close();
    }
}
