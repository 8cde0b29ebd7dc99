package norma.server.notify;

import norma.server.report.Told;
import norma.server.store.Deviations;
import norma.server.store.Events;
import org.jspecify.annotations.Nullable;

/**
 * One thing to tell.
 *
 * @param row the deviation as it is now; null for what is about none
 * @param again whether it was told before, and nobody has taken notice since
 */
record News(Events.Event event, Deviations.@Nullable Row row, boolean again) {

    /** What was said of it then; of what is over, what it was. */
    Told told() {
        Told then = Told.of(event.body());
        return then.has("rule") || row == null ? then : Told.of(row.body());
    }
}
