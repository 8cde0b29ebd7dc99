package norma.expression;

import java.math.BigDecimal;

/** Closures of {@code + - * /}. */
final class Sums {

    private Sums() {}

    static Getter getter(Tree.Sum sum) {
        boolean left = sum.left().type().whole();
        boolean right = sum.right().type().whole();
        if (left && right) return ofMoney(sum);
        if (left) return moneyBy(sum.operator(), Compiler.whole(sum.left()), sum.right());
        if (right) return moneyBy(sum.operator(), Compiler.whole(sum.right()), sum.left());
        return ofNumbers(sum);
    }

    private static Getter ofMoney(Tree.Sum sum) {
        Getter.Whole a = Compiler.whole(sum.left());
        Getter.Whole b = Compiler.whole(sum.right());
        return switch (sum.operator()) {
            case PLUS -> (Getter.Whole) (s, w) -> MoneyMath.plus(a.whole(s, w), b.whole(s, w));
            case MINUS -> (Getter.Whole) (s, w) -> MoneyMath.minus(a.whole(s, w), b.whole(s, w));
            default -> (Getter.Number) (s, w) -> MoneyMath.ratio(a.whole(s, w), b.whole(s, w));
        };
    }

    private static Getter moneyBy(Operator operator, Getter.Whole money, Tree factor) {
        Getter.Number number = Compiler.number(factor);
        if (operator == Operator.BY)
            return (Getter.Whole) (s, w) -> MoneyMath.by(money.whole(s, w), number.number(s, w));
        if (factor instanceof Tree.Constant constant) {
            BigDecimal decimal = ((BigDecimal) constant.value()).stripTrailingZeros();
            long unscaled = decimal.setScale(Math.max(0, decimal.scale()))
                    .unscaledValue()
                    .longValueExact();
            long power = BigDecimal.TEN.pow(Math.max(0, decimal.scale())).longValueExact();
            return (Getter.Whole) (s, w) -> MoneyMath.times(money.whole(s, w), unscaled, power);
        }
        return (Getter.Whole) (s, w) -> MoneyMath.times(money.whole(s, w), number.number(s, w));
    }

    private static Getter ofNumbers(Tree.Sum sum) {
        Getter.Number a = Compiler.number(sum.left());
        Getter.Number b = Compiler.number(sum.right());
        return switch (sum.operator()) {
            case PLUS -> (Getter.Number) (s, w) -> a.number(s, w) + b.number(s, w);
            case MINUS -> (Getter.Number) (s, w) -> a.number(s, w) - b.number(s, w);
            case TIMES -> (Getter.Number) (s, w) -> a.number(s, w) * b.number(s, w);
            default ->
                (Getter.Number) (s, w) -> {
                    double divisor = b.number(s, w);
                    return divisor == 0 ? Undefined.DOUBLE : a.number(s, w) / divisor;
                };
        };
    }
}
