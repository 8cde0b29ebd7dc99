package norma.measure;

import java.util.Arrays;
import java.util.List;
import norma.diagnostics.Text;
import norma.expression.Expression;
import norma.expression.Scene;
import norma.fact.Fact;
import norma.standard.Kpi;
import norma.standard.Method;
import org.jspecify.annotations.Nullable;

/** One sum or count by another over the same cases; a case without a value for either is left out of both. */
final class RatioOf implements Aggregate {

    private final Kpi kpi;
    private final Part numerator;
    private final Part denominator;

    RatioOf(Kpi kpi, Method.Ratio method) {
        this.kpi = kpi;
        this.numerator = Part.of(method.numerator());
        this.denominator = Part.of(method.denominator());
    }

    /** @param value a condition for a count; null counts every case */
    private record Part(@Nullable Expression value, Scale scale) {

        static Part of(Method.Additive method) {
            if (method instanceof Method.Sum sum)
                return new Part(sum.value(), Scale.of(sum.value().type()));
            return new Part(((Method.Count) method).which().orElse(null), Scale.COUNT);
        }

        Object reads() {
            return List.of(scale, value == null ? "" : value.meaning());
        }

        boolean read(Fact fact, Scene scene, ExactSum into) {
            if (value != null && scale != Scale.COUNT) return scale.read(value, fact, scene, into);
            into.set(value == null || value.holds(fact, scene) ? 1 : 0);
            return true;
        }

        void read(Chosen some, Scene scene, Cases into, long[] low, long[] high) {
            if (value != null && scale != Scale.COUNT) {
                scale.read(value, some, scene, into, low, high);
                return;
            }
            Arrays.fill(high, 0, some.many, 0);
            if (value == null) {
                Arrays.fill(low, 0, some.many, 1);
                return;
            }
            value.hold(some.facts, some.many, scene, into.held);
            for (int i = 0; i < some.many; i++) low[i] = into.held[i] ? 1 : 0;
        }
    }

    @Override
    public boolean read(Fact fact, Scene scene, Case into) {
        into.leftOut = !numerator.read(fact, scene, into.first) || !denominator.read(fact, scene, into.second);
        return true;
    }

    @Override
    public boolean read(Chosen some, Scene scene, Cases into) {
        into.start(some);
        numerator.read(some, scene, into, into.firstLow, into.firstHigh);
        denominator.read(some, scene, into, into.secondLow, into.secondHigh);
        return true;
    }

    @Override
    public Object reads() {
        return List.of("ratio", numerator.reads(), denominator.reads());
    }

    @Override
    public int sums() {
        return 2;
    }

    @Override
    public Measured measured(Cell cell, long now) {
        return divided(cell)
                .outOf(
                        numerator.scale().boxed(cell.first()),
                        denominator.scale().boxed(cell.second()));
    }

    private Measured divided(Cell cell) {
        if (!cell.second().isZero()) {
            Object value =
                    Scale.quotient(cell.first(), numerator.scale(), cell.second(), denominator.scale(), kpi.unit());
            return value == null
                    ? undefined(Reasons.outOfRange(kpi), cell)
                    : Measured.of(value, cell.cases(), cell.leftOut());
        }
        if (kpi.zeroDenominator() == Kpi.ZeroDenominator.ZERO)
            return Measured.of(kpi.unit().whole() ? (Object) 0L : (Object) 0.0, cell.cases(), cell.leftOut());
        boolean noCases = denominator.scale() == Scale.COUNT || cell.cases() == 0;
        return undefined(noCases ? Reasons.NO_DENOMINATOR : Reasons.ZERO_DENOMINATOR, cell);
    }

    private static Measured undefined(Text reason, Cell cell) {
        return Measured.undefined(reason, cell.cases(), cell.leftOut());
    }
}
