package norma.judge;

import java.util.List;
import java.util.Optional;
import norma.deviation.Observation.Verdict;
import norma.expression.Scene;
import norma.expression.Undefined;
import norma.fact.Change;
import norma.standard.Norm;
import norma.standard.NormTable;
import org.jspecify.annotations.Nullable;

/** Since when it is that a rule sees what it sees of a subject now. */
final class Hindsight {

    private static final int MOST_STEPS_BACK = 400;
    private static final long LONGEST_LOOK_BACK = 3_660L * 24 * 3_600_000;

    private final Watch watch;
    private final Yardstick alone;

    Hindsight(Watch watch) {
        this.watch = watch;
        this.alone = new Yardstick(List.of(watch));
    }

    /**
     * When the condition came to be as it is. A value that time drives says when it crossed its limit; otherwise it is
     * looked for from the subject's last change forward, from one moment of change to the next. Now, when that cannot be
     * told.
     *
     * @param back is turned to the subject as it was
     * @param changedAt when the subject last changed, epoch milliseconds
     */
    long since(Object subject, Scene scene, Glance back, long changedAt) {
        long crossed = crossedAt(subject, scene);
        if (!Undefined.is(crossed)) return crossed;
        if (watch.inputs().readsReadings()) return scene.now();
        if (!watch.readsNow()) return changedAt == Change.START ? scene.now() : changedAt;
        long start = changedAt == Change.START ? scene.now() - LONGEST_LOOK_BACK : changedAt;
        return lookBack(subject, scene.now(), back, start);
    }

    private long crossedAt(Object subject, Scene scene) {
        Optional<NormTable> breaks = watch.rule().breaks();
        if (breaks.isEmpty()) return Undefined.LONG;
        NormTable table = breaks.get();
        if (!table.value().readsNow() || table.value().type().whole()) return Undefined.LONG;
        Norm.Levels levels = watch.row(table, subject, scene).levels();
        boolean strictly = table.norm().breach() == Norm.Breach.ABOVE;
        return levels.warn()
                .or(levels::critical)
                .map(limit -> table.value().crossedAt(limit.number(), strictly, subject, scene))
                .orElse(Undefined.LONG);
    }

    private long lookBack(Object subject, long now, Glance back, long start) {
        @Nullable Long since = null;
        long at = start;
        for (int step = 0; step < MOST_STEPS_BACK && at <= now; step++) {
            Glance then = back.at(subject, at);
            if (watch.observe(subject, then).verdict() != Verdict.BREACH) since = null;
            else if (since == null) since = at;
            long next = alone.due(then, Long.MAX_VALUE);
            if (next <= at) break;
            at = next;
        }
        return since == null || at <= now ? now : since;
    }
}
