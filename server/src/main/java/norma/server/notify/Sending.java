package norma.server.notify;

import java.time.Clock;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import norma.server.store.Outbox;
import norma.server.store.Store;

/**
 * Sends what is waiting. To one recipient one message is under way at a time, to several several. Before it is sent, it is
 * kept that it is: whoever dies in between sends it again later, under the same id.
 */
final class Sending implements AutoCloseable {

    private static final int AT_ONCE = 4;
    private static final long GOODBYE = 5;
    /** After a crash; as long as this runs, nothing else goes to a recipient to whom something is under way. */
    private static final long UNTIL_UNHEARD = 10_000;

    private final Store store;
    private final Carrier webhooks;
    private final Carrier mail;
    private final Clock clock;
    private final Runnable afterwards;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private final ExecutorService couriers = Executors.newFixedThreadPool(AT_ONCE, work -> {
        Thread thread = new Thread(work, "courier");
        thread.setDaemon(true);
        return thread;
    });

    /** @param afterwards is called after each try */
    Sending(Store store, Carrier webhooks, Carrier mail, Clock clock, Runnable afterwards) {
        this.store = store;
        this.webhooks = webhooks;
        this.mail = mail;
        this.clock = clock;
        this.afterwards = afterwards;
    }

    /** Hands what is due to the couriers, and waits for none. */
    void send() {
        for (Outbox.Message message : store.read(tables -> tables.outbox().toSend(clock.millis()))) {
            if (!underWay.add(message.recipient())) continue;
            couriers.execute(() -> {
                try {
                    carry(message);
                } finally {
                    underWay.remove(message.recipient());
                    afterwards.run();
                }
            });
        }
    }

    private void carry(Outbox.Message message) {
        boolean silenced = store.write(tables -> {
            boolean unwanted = tables.outbox().isSilenced(message.route(), message.recipient());
            if (unwanted)
                tables.outbox().over(message.number(), Outbox.State.DROPPED, clock.millis(), "it is told nothing more");
            else tables.outbox().trying(message.number(), message.attempts() + 1, clock.millis() + UNTIL_UNHEARD);
            return unwanted;
        });
        if (silenced) return;
        Answer answer = (Recipient.isWebhook(message.recipient()) ? webhooks : mail).carry(message);
        store.write(tables -> {
            keep(tables.outbox(), message, answer);
            return true;
        });
    }

    private void keep(Outbox outbox, Outbox.Message message, Answer answer) {
        long now = clock.millis();
        if (answer instanceof Answer.Taken) {
            outbox.over(message.number(), Outbox.State.SENT, now, null);
        } else if (answer instanceof Answer.Refused refused) {
            outbox.over(message.number(), Outbox.State.FAILED, now, refused.reason());
        } else if (answer instanceof Answer.Gone gone) {
            outbox.over(message.number(), Outbox.State.FAILED, now, gone.reason());
            outbox.silence(Outbox.EVERY, message.recipient(), now, gone.reason());
        } else if (answer instanceof Answer.Later later) {
            OptionalLong next =
                    Retries.next(message.id(), message.attempts() + 1, message.madeAt(), now, later.after());
            if (next.isPresent()) outbox.again(message.number(), next.getAsLong(), later.reason());
            else outbox.over(message.number(), Outbox.State.FAILED, now, later.reason());
        }
    }

    /** What is under way may come to its end, for a while. */
    @Override
    public void close() {
        couriers.shutdown();
        try {
            if (!couriers.awaitTermination(GOODBYE, TimeUnit.SECONDS)) couriers.shutdownNow();
        } catch (InterruptedException e) {
            couriers.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
