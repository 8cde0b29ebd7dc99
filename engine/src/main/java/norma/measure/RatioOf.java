package norma.measure;

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

        boolean read(Fact fact, Scene scene, ExactSum into) {
            if (value != null && scale != Scale.COUNT) return scale.read(value, fact, scene, into);
            into.set(value == null || value.holds(fact, scene) ? 1 : 0);
            return true;
        }
    }

    @Override
    public boolean read(Fact fact, Scene scene, Case into) {
        into.leftOut = !numerator.read(fact, scene, into.first) || !denominator.read(fact, scene, into.second);
        return true;
    }

    @Override
    public Tally start() {
        return new Divided();
    }

    private final class Divided extends Tally {

        private final ExactSum above = new ExactSum();
        private final ExactSum below = new ExactSum();

        @Override
        void take(Case one, int sign) {
            above.add(one.first, sign);
            below.add(one.second, sign);
        }

        @Override
        void takeAll(Tally other, int sign) {
            above.add(((Divided) other).above, sign);
            below.add(((Divided) other).below, sign);
        }

        @Override
        Measured measured(long now) {
            return divided()
                    .outOf(numerator.scale().boxed(above), denominator.scale().boxed(below));
        }

        private Measured divided() {
            if (!below.isZero()) {
                Object value = Scale.quotient(above, numerator.scale(), below, denominator.scale(), kpi.unit());
                return value == null ? undefined(Reasons.outOfRange(kpi)) : Measured.of(value, cases(), leftOut());
            }
            if (kpi.zeroDenominator() == Kpi.ZeroDenominator.ZERO)
                return Measured.of(kpi.unit().whole() ? (Object) 0L : (Object) 0.0, cases(), leftOut());
            return undefined(
                    denominator.scale() == Scale.COUNT || cases() == 0
                            ? Reasons.NO_DENOMINATOR
                            : Reasons.ZERO_DENOMINATOR);
        }

        private Measured undefined(Text reason) {
            return Measured.undefined(reason, cases(), leftOut());
        }
    }
}
