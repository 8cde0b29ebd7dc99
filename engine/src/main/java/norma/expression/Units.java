package norma.expression;

import java.util.Optional;

/** What comes of quantities that are added, multiplied or compared. */
final class Units {

    private Units() {}

    /** Empty when the operation has no meaning for them. */
    static Optional<Type> result(Operator operator, Type left, Type right) {
        if (!left.numeric() || !right.numeric()) return Optional.empty();
        return switch (operator) {
            case PLUS, MINUS -> left.fits(right) ? Optional.of(common(left, right)) : Optional.empty();
            case TIMES -> product(left, right);
            case BY -> quotient(left, right);
            default -> Optional.empty();
        };
    }

    /** The type of a place where values of both may stand; the two must fit. */
    static Type common(Type left, Type right) {
        if (left.equals(right)) return left;
        if (left.plain() && right.plain()) return Type.NUMBER;
        if (left.kind() == Kind.PERCENT || right.kind() == Kind.PERCENT) return Type.PERCENT;
        return left.domain().isEmpty() ? left : right;
    }

    private static Optional<Type> product(Type left, Type right) {
        if (left.unitless() && right.unitless()) {
            if (left.kind() == Kind.PERCENT && right.kind() == Kind.PERCENT) return Optional.of(Type.PERCENT);
            return Optional.of(left.plain() && right.plain() ? Type.NUMBER : Type.RATIO);
        }
        if (right.unitless()) return Optional.of(left);
        if (left.unitless()) return Optional.of(right);
        // A rate by its hours or days: money.
        boolean rate = (money(left) && right.duration()) || (left.duration() && money(right));
        return rate ? Optional.of(Type.MONEY) : Optional.empty();
    }

    private static Optional<Type> quotient(Type left, Type right) {
        if (left.kind() == right.kind() || (left.plain() && right.plain())) return Optional.of(Type.RATIO);
        if (left.unitless() && right.unitless())
            return Optional.of(left.kind() == Kind.PERCENT ? Type.RATIO : Type.NUMBER);
        if (right.unitless()) return Optional.of(left);
        if (right.duration() && money(left)) return Optional.of(Type.MONEY);
        return right.duration() && left.unitless() ? Optional.of(Type.NUMBER) : Optional.empty();
    }

    private static boolean money(Type type) {
        return type.kind() == Kind.MONEY;
    }
}
