package norma.measure;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import norma.calendar.Pauses;
import norma.calendar.WorkingCalendar;
import norma.expression.Scene;
import norma.expression.Undefined;
import norma.fact.Fact;
import norma.standard.Method;

/**
 * The time by which a share of the cases has ended.
 *
 * <p>Ended cases are kept as counted durations, running ones as counted starts: time passes without a case being looked at.
 * A case that ends before it begins is left out. Held time leaves the durations.
 */
final class SurvivalOf implements KeepsValues {

    private final Method.Survival method;

    SurvivalOf(Method.Survival method) {
        this.method = method;
    }

    /** Running cases that were held: they keep their pauses beside their start. */
    private record Held(long start, Pauses pauses) {}

    @Override
    public boolean ages() {
        return true;
    }

    @Override
    public boolean read(Fact fact, Scene scene, Case into) {
        long from = method.from().whole(fact, scene);
        if (Undefined.is(from)) {
            into.leftOut = true;
            return true;
        }
        if (!into.reached(from)) return false;
        long to = method.to().whole(fact, scene);
        Pauses pauses = scene.pauses(fact);
        if (into.reached(to)) {
            into.leftOut = to < from;
            into.key = OrderedValue.key(duration(from, to, pauses));
            into.label = ENDED;
        } else {
            into.key = from;
            into.label = pauses.isEmpty() ? RUNNING : new Held(from, pauses);
        }
        return true;
    }

    private static final Object ENDED = "ended";
    private static final Object RUNNING = "running";

    private double duration(long from, long to, Pauses pauses) {
        WorkingCalendar calendar = method.calendar();
        return switch (method.in()) {
            case DAYS -> calendar.days(from, to, pauses);
            case WHOLE_DAYS -> Math.floor(calendar.days(from, to, pauses));
            case CALENDAR_DAYS -> calendar.calendarDays(from, to, pauses);
            case WORKING_DAYS -> calendar.workingDays(from, to, pauses);
            case HOURS -> calendar.hours(from, to, pauses);
            case WORKING_HOURS -> calendar.workingHours(from, to, pauses);
        };
    }

    @Override
    public Tally start() {
        return new Lives();
    }

    @Override
    public Measured measured(Cell cell, long now) {
        if (cell.cases() == 0) return Measured.undefined(Reasons.nothing(cell), 0, cell.leftOut());
        Lives lives = Objects.requireNonNull((Lives) cell.tally());
        double time = KaplanMeier.quantile(lives.ended, lives.censored(now), method.quantile());
        Measured measured = Undefined.is(time)
                ? Measured.undefined(Reasons.notReached(method.quantile()), cell.cases(), cell.leftOut())
                : Measured.of(time, cell.cases(), cell.leftOut());
        return measured.outOf((double) lives.ended.total(), (double) cell.cases());
    }

    private final class Lives implements Tally {

        private final CountedLongs ended = new CountedLongs();
        private final CountedLongs running = new CountedLongs();
        private final Map<Held, Integer> held = new HashMap<>();

        @Override
        public void take(Case one, int sign) {
            if (one.label == ENDED) ended.add(one.key, sign);
            else if (one.label == RUNNING) running.add(one.key, sign);
            else if (one.label instanceof Held paused) add(paused, sign);
        }

        @Override
        public void takeAll(Tally other, int sign) {
            Lives lives = (Lives) other;
            ended.addAll(lives.ended, sign);
            running.addAll(lives.running, sign);
            lives.held.forEach((paused, count) -> add(paused, sign * count));
        }

        private void add(Held paused, int times) {
            held.merge(paused, times, (had, more) -> had + more == 0 ? null : had + more);
        }

        /** How long the running ones have lasted by now. */
        private CountedLongs censored(long now) {
            CountedLongs censored = new CountedLongs();
            running.forEach(
                    (start, count) -> censored.add(OrderedValue.key(duration(start, now, Pauses.none())), (int) count));
            held.forEach((paused, count) ->
                    censored.add(OrderedValue.key(duration(paused.start(), now, paused.pauses())), count));
            return censored;
        }
    }
}
