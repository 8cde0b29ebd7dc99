package norma.expression;

import static norma.expression.Functions.function;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import norma.expression.Function.Course;

/** Sizes of numbers; each keeps the unit of its argument. */
final class NumberFunctions {

    private NumberFunctions() {}

    static List<Function> all() {
        return List.of(
                function(
                        "abs",
                        "value:ALIKE_NUMERIC",
                        null,
                        Course.ANY,
                        "without its sign",
                        "без знака",
                        NumberFunctions::abs),
                function(
                        "min",
                        "value:ALIKE_ORDERED*",
                        null,
                        Course.RISING,
                        "the smallest, or the earliest; undefined when one is undefined",
                        "наименьшее или самое раннее; не определено, если одно из них не определено",
                        o -> extreme(o, -1)),
                function(
                        "max",
                        "value:ALIKE_ORDERED*",
                        null,
                        Course.RISING,
                        "the largest, or the latest; undefined when one is undefined",
                        "наибольшее или самое позднее; не определено, если одно из них не определено",
                        o -> extreme(o, 1)),
                rounding(
                        "round",
                        Math::rint,
                        "to so many decimals (none when not said), a half to the even side; a percentage by its percents",
                        "до стольких знаков после запятой (по умолчанию до целого), половина — к чётному; процент — по числу процентов"),
                rounding(
                        "floor",
                        Math::floor,
                        "down to so many decimals (none when not said)",
                        "вниз до стольких знаков после запятой (по умолчанию до целого)"),
                rounding(
                        "ceil",
                        Math::ceil,
                        "up to so many decimals (none when not said)",
                        "вверх до стольких знаков после запятой (по умолчанию до целого)"));
    }

    private static Getter abs(Operands o) {
        if (!o.type().whole()) {
            Getter.Number value = o.number(0);
            return (Getter.Number) (subject, scene) -> Math.abs(value.number(subject, scene));
        }
        Getter.Whole value = o.whole(0);
        return (Getter.Whole)
                (subject, scene) -> Math.abs(value.whole(subject, scene)); // undefined is its own absolute
    }

    private static Getter extreme(Operands o, int sign) {
        return o.type().whole() ? extremeWhole(o, sign) : extremeNumber(o, sign);
    }

    private static Getter extremeWhole(Operands o, int sign) {
        Getter.Whole[] values = o.getters().toArray(Getter.Whole[]::new);
        return (Getter.Whole) (subject, scene) -> {
            long best = values[0].whole(subject, scene);
            for (int i = 1; i < values.length && !Undefined.is(best); i++) {
                long next = values[i].whole(subject, scene);
                if (Undefined.is(next) || Long.compare(next, best) == sign) best = next;
            }
            return best;
        };
    }

    private static Getter extremeNumber(Operands o, int sign) {
        Getter.Number[] values = o.getters().toArray(Getter.Number[]::new);
        return (Getter.Number) (subject, scene) -> {
            double best = values[0].number(subject, scene);
            for (int i = 1; i < values.length; i++) {
                double next = values[i].number(subject, scene);
                best = sign > 0 ? Math.max(best, next) : Math.min(best, next);
            }
            return best;
        };
    }

    private static Function rounding(String name, DoubleUnaryOperator to, String en, String ru) {
        return function(name, "value:ALIKE_NUMERIC decimals:PLAIN?", null, Course.RISING, en, ru, o -> {
            Getter.Number decimals = o.size() > 1 ? o.number(1) : (subject, scene) -> 0;
            return o.type().whole() ? roundedMoney(o.whole(0), decimals, to) : rounded(o, decimals, to);
        });
    }

    private static Getter roundedMoney(Getter.Whole value, Getter.Number decimals, DoubleUnaryOperator to) {
        return (Getter.Whole) (subject, scene) -> {
            long amount = value.whole(subject, scene);
            double digits = decimals.number(subject, scene);
            if (Undefined.is(amount) || Undefined.is(digits)) return Undefined.LONG;
            if (digits >= MoneyMath.SCALE) return amount;
            long step = (long) Math.pow(10, MoneyMath.SCALE - Math.max(-9, Math.rint(digits)));
            long steps = Math.floorDiv(amount, step);
            double rest = Math.floorMod(amount, step) / (double) step;
            // The whole steps keep their parity, so that a half still goes to the even side.
            double up = to.applyAsDouble((steps & 1) + rest) - (steps & 1);
            return MoneyMath.times(steps + (long) up, step, 1);
        };
    }

    private static Getter rounded(Operands o, Getter.Number decimals, DoubleUnaryOperator to) {
        Getter.Number value = o.number(0);
        int shift = o.type().kind() == Kind.PERCENT ? 2 : 0;
        return (Getter.Number) (subject, scene) -> {
            double digits = Math.max(-15, Math.min(15, Math.rint(decimals.number(subject, scene)))) + shift;
            double amount = value.number(subject, scene);
            double power = Math.pow(10, Math.abs(digits));
            return digits >= 0 ? to.applyAsDouble(amount * power) / power : to.applyAsDouble(amount / power) * power;
        };
    }
}
