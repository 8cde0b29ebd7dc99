package norma.server.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import norma.server.health.Bounds;
import norma.server.health.HealthWatch;
import norma.server.live.Live;
import norma.server.notify.Notifier;
import norma.server.store.Store;

/** What tells people and programs, for as long as a service runs. */
final class Telling implements AutoCloseable {

    private final Notifier notifier;
    private final HealthWatch health;

    private Telling(Notifier notifier, HealthWatch health) {
        this.notifier = notifier;
        this.health = health;
    }

    /**
     * @param definitions where routes are looked for, unless they are given
     * @param address of the service, without a slash at its end: what letters lead to
     * @throws Refusal when the routes have errors, or the mail server is not described whole
     */
    static Telling of(
            NotifyOptions options, List<Path> definitions, Store store, Live live, String address, NormaCommand root) {
        Clock clock = root.shell.clock();
        RoutesWatch routes = RoutesWatch.of(options.routes, definitions, live, root);
        Notifier.Around around =
                new Notifier.Around(store, live, routes::inForce, live::standards, address, new Trouble(root));
        Bounds.Said bounds = (type, last) ->
                routes.inForce().lateAt(type, last, live.standards().model().calendar());
        return new Telling(
                Notifier.of(around, options.outside(root.shell), clock),
                new HealthWatch(store, live, bounds, live::standards, clock));
    }

    /** Says what goes wrong, once as long as it is the same. */
    private static final class Trouble implements Consumer<Exception> {

        private final NormaCommand root;
        private String said = "";

        private Trouble(NormaCommand root) {
            this.root = root;
        }

        @Override
        public void accept(Exception problem) {
            Throwable cause = problem.getCause() == null ? problem : problem.getCause();
            if (said.equals(cause.toString())) return;
            said = cause.toString();
            root.shell.err().println("norma: " + root.say("notifications: ", "уведомления: ") + said);
        }
    }

    void start() {
        notifier.start();
        health.start();
    }

    @Override
    public void close() {
        health.close();
        notifier.close();
    }
}
