package norma.server.cli;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.atomic.AtomicLong;
import norma.diagnostics.Text;
import org.jspecify.annotations.Nullable;

/** Says on a terminal what is being done, once it takes longer than a second; the line goes when the work is over. */
final class Progress implements AutoCloseable {

    private static final long QUIET_MILLIS = 1_000;
    private static final long STEP_MILLIS = 200;
    private static final String CLEAR = "\r\u001b[K";

    private final PrintStream err;
    private final Locale locale;
    private final AtomicLong counted = new AtomicLong();
    private final @Nullable Timer timer;
    private volatile Text doing = Text.same("");
    private volatile boolean said;

    /** @param shown false for nothing at all */
    Progress(PrintStream err, boolean shown, Locale locale) {
        this.err = err;
        this.locale = locale;
        this.timer = shown ? new Timer("progress", true) : null;
        if (timer != null) timer.schedule(new Line(), QUIET_MILLIS, STEP_MILLIS);
    }

    void now(String en, String ru) {
        counted.set(0);
        doing = new Text(en, ru);
    }

    /** One more of what is being done. */
    void step() {
        counted.incrementAndGet();
    }

    private final class Line extends TimerTask {
        @Override
        public void run() {
            long count = counted.get();
            synchronized (err) {
                said = true;
                err.print(CLEAR + doing.in(locale) + (count > 0 ? " " + count : "") + " …");
                err.flush();
            }
        }
    }

    /** A line that stays. */
    void note(String line) {
        synchronized (err) {
            if (said) err.print(CLEAR);
            err.println(line);
            said = false;
        }
    }

    /** From here on the streams belong to the outcome. */
    void over() {
        if (timer != null) timer.cancel();
        synchronized (err) {
            if (said) err.print(CLEAR);
            err.flush();
            said = false;
        }
    }

    @Override
    public void close() {
        over();
    }
}
