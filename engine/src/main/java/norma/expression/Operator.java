package norma.expression;

import java.util.Arrays;
import java.util.Optional;

/** The signs between two values. */
enum Operator {
    EQUAL("="),
    UNEQUAL("!="),
    LESS("<"),
    AT_MOST("<="),
    MORE(">"),
    AT_LEAST(">="),
    PLUS("+"),
    MINUS("-"),
    TIMES("*"),
    BY("/");

    private final String sign;

    Operator(String sign) {
        this.sign = sign;
    }

    static Optional<Operator> of(String sign) {
        return Arrays.stream(values()).filter(o -> o.sign.equals(sign)).findFirst();
    }

    String sign() {
        return sign;
    }

    boolean compares() {
        return ordinal() <= AT_LEAST.ordinal();
    }

    /** Asks which is larger, not only whether they are the same. */
    boolean orders() {
        return compares() && this != EQUAL && this != UNEQUAL;
    }

    /** Whether a comparison holds whose left side is smaller (negative), equal (0) or larger (positive). */
    boolean holds(int order) {
        return switch (this) {
            case EQUAL -> order == 0;
            case UNEQUAL -> order != 0;
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
            case MORE -> order > 0;
            case AT_LEAST -> order >= 0;
            default -> throw new IllegalStateException(sign + " compares nothing");
        };
    }

    /** The same comparison with its sides swapped. */
    Operator swapped() {
        return switch (this) {
            case LESS -> MORE;
            case AT_MOST -> AT_LEAST;
            case MORE -> LESS;
            case AT_LEAST -> AT_MOST;
            default -> this;
        };
    }
}
