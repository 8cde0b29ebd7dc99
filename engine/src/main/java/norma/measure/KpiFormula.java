package norma.measure;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import norma.calendar.Pauses;
import norma.diagnostics.Text;
import norma.expression.Expression;
import norma.expression.Scene;
import norma.standard.Kpi;
import norma.standard.Method;
import norma.standard.Over;
import org.jspecify.annotations.Nullable;

/** An expression over other KPI; its cases are those of the part that has most. */
final class KpiFormula implements Formula {

    private final Kpi kpi;
    private final Expression value;
    private final Map<String, Gauge> gauges;
    private final Scene world;
    private final LongFunction<LocalDate> dates;

    /**
     * @param gauges by KPI
     * @param dates the local date of a moment
     */
    KpiFormula(Kpi kpi, Method.Formula method, Map<String, Gauge> gauges, Scene world, LongFunction<LocalDate> dates) {
        this.kpi = kpi;
        this.value = method.value();
        this.gauges = gauges;
        this.world = world;
        this.dates = dates;
    }

    @Override
    public boolean readsNow() {
        return value.readsNow();
    }

    @Override
    public Measured of(Scope scope, Over over, Period period, long now) {
        Place place = new Place(scope, over, period, now);
        try {
            Object result = Measured.value(value, scope, place);
            if (result != null) return Measured.of(result, place.cases, 0);
        } catch (ArithmeticException outOfRange) {
            return Measured.undefined(Reasons.outOfRange(kpi), place.cases, 0);
        }
        if (place.missing != null) return Measured.undefined(place.missing, place.cases, 0);
        return kpi.zeroDenominator() == Kpi.ZeroDenominator.ZERO
                ? Measured.of(value.type().whole() ? (Object) 0L : (Object) 0.0, place.cases, 0)
                : Measured.undefined(Reasons.noResult(kpi), place.cases, 0);
    }

    /** The readings of one scope and period; remembers the first that has no value. */
    private final class Place implements Scene {

        private final Scope scope;
        private final Over over;
        private final Period period;
        private final long now;
        private @Nullable Text missing;
        private long cases;

        Place(Scope scope, Over over, Period period, long now) {
            this.scope = scope;
            this.over = over;
            this.period = period;
            this.now = now;
        }

        private Measured read(String name, String named) {
            String id = Dependencies.id(name);
            Measured measured = measured(id, named);
            cases = Math.max(cases, measured.cases());
            Optional<Text> reason = measured.undefined();
            if (missing == null && reason.isPresent()) missing = Reasons.of(id, reason.get());
            return measured;
        }

        private Measured measured(String id, String named) {
            Gauge gauge = gauges.get(id);
            if (gauge == null) return Measured.undefined(Reasons.unknown(id), 0, 0);
            if (named.isEmpty()) return Formula.part(gauge, scope, over, period, now);
            if (!gauge.cuts(scope.dimensions())) return Measured.undefined(Reasons.noCut(gauge.kpi()), 0, 0);
            return Slot.named(gauge.kpi(), named)
                    .map(slot -> gauge.current(scope, slot, now, dates.apply(now)))
                    .orElseGet(() -> Measured.undefined(Reasons.noPeriod(gauge.kpi(), named), 0, 0));
        }

        @Override
        public long now() {
            return now;
        }

        @Override
        public Pauses pauses(Object subject) {
            return Pauses.none();
        }

        @Override
        public @Nullable Object find(String factType, String id) {
            return world.find(factType, id);
        }

        @Override
        public long whole(String name, String named, Object subject) {
            return read(name, named).whole();
        }

        @Override
        public double number(String name, String named, Object subject) {
            return read(name, named).part(name);
        }

        @Override
        public @Nullable String words(String name, String named, Object subject) {
            return read(name, named).words();
        }
    }
}
