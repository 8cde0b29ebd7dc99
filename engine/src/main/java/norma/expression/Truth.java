package norma.expression;

/** Three-valued truth after Kleene: what is not known is neither true nor false. */
public enum Truth {
    FALSE,
    UNDEFINED,
    TRUE;

    public static Truth of(boolean holds) {
        return holds ? TRUE : FALSE;
    }

    public Truth and(Truth other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public Truth or(Truth other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public Truth not() {
        return this == TRUE ? FALSE : this == FALSE ? TRUE : UNDEFINED;
    }

    /** A condition holds only when it is true. */
    public boolean holds() {
        return this == TRUE;
    }
}
