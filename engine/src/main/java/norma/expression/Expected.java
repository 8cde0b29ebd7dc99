package norma.expression;

/** What the place of an expression asks of its value. */
public sealed interface Expected {

    /** Whatever it gives. */
    record Any() implements Expected {}

    /** A value that fits this type; bare numbers take its unit and bare words its domain. */
    record Fitting(Type type) implements Expected {}

    /** A value that fits this type, or a text that the caller will convert to it: what a mapping asks. */
    record Convertible(Type type) implements Expected {}

    /** Something that can be added up. */
    record Numeric() implements Expected {}

    static Expected any() {
        return new Any();
    }

    static Expected of(Type type) {
        return new Fitting(type);
    }

    static Expected convertible(Type type) {
        return new Convertible(type);
    }

    static Expected truth() {
        return new Fitting(Type.TRUTH);
    }

    static Expected time() {
        return new Fitting(Type.TIME);
    }

    static Expected numeric() {
        return new Numeric();
    }
}
