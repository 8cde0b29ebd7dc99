package norma.server.web;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import norma.Engine;
import norma.server.access.Caller;
import norma.server.access.Right;
import norma.server.live.Act;
import norma.server.live.Live;
import norma.server.live.Refusal;

/** Asks the engine on its own thread, and waits for the answer, though not for ever. */
final class Questions {

    private static final long PATIENCE = Duration.ofSeconds(20).toSeconds();

    /** The engine does not answer in time, or is stopping. */
    static final class NoAnswer extends RuntimeException {
        private static final long serialVersionUID = 1;

        NoAnswer(Throwable cause) {
            super("the engine does not answer", cause);
        }
    }

    private final Live live;

    Questions(Live live) {
        this.live = live;
    }

    <T> T ask(Function<Engine, T> question) {
        return waited(live.ask(question));
    }

    /** @throws Refusal when it cannot be done */
    void act(Caller who, Act act) {
        waited(live.act(who.name(), who.sight(Right.ACT), act));
    }

    private static <T> T waited(java.util.concurrent.CompletableFuture<T> answer) {
        try {
            return answer.get(PATIENCE, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Refusal refused) throw refused;
            throw new NoAnswer(e);
        } catch (TimeoutException e) {
            throw new NoAnswer(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoAnswer(e);
        }
    }
}
