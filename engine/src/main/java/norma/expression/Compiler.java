package norma.expression;

import java.util.List;

/** Turns a typed tree into closures over primitives. */
final class Compiler {

    private Compiler() {}

    static Getter compile(Tree tree) {
        if (tree instanceof Tree.Constant t) return constant(t);
        if (tree instanceof Tree.Named t) return t.binding().getter();
        if (tree instanceof Tree.Now) return (Getter.Whole) (subject, scene) -> scene.now();
        if (tree instanceof Tree.Call t) {
            List<Getter> parts = t.parts().stream().map(Compiler::compile).toList();
            return t.function().maker().make(new Operands(t.type(), parts, t.calendar(), t.pattern()));
        }
        if (tree instanceof Tree.Minus t) return minus(t);
        if (tree instanceof Tree.Sum t) return Sums.getter(t);
        return condition(tree);
    }

    /** For a tree whose type is a condition. */
    static Getter.Condition condition(Tree tree) {
        if (tree instanceof Tree.Comparison t) return Comparisons.getter(t);
        if (tree instanceof Tree.OnDay t) return Comparisons.onDay(t);
        if (tree instanceof Tree.OneOf t) return Comparisons.oneOf(t);
        if (tree instanceof Tree.InList t) return Comparisons.among(t.of(), t.values(), t.negated());
        if (tree instanceof Tree.Presence t) return presence(t);
        if (tree instanceof Tree.Not t) {
            Getter.Condition of = condition(t.of());
            return (subject, scene) -> of.truth(subject, scene).not();
        }
        if (tree instanceof Tree.Junction t) return t.all() ? all(t) : any(t);
        return (Getter.Condition) compile(tree);
    }

    static Getter.Whole whole(Tree tree) {
        return (Getter.Whole) compile(tree);
    }

    static Getter.Number number(Tree tree) {
        return (Getter.Number) compile(tree);
    }

    static Getter.Words words(Tree tree) {
        return (Getter.Words) compile(tree);
    }

    private static Getter constant(Tree.Constant constant) {
        Object value = constant.value();
        if (value instanceof Truth truth) return (Getter.Condition) (subject, scene) -> truth;
        if (value instanceof String text) return (Getter.Words) (subject, scene) -> text;
        if (constant.type().whole()) {
            long whole = constant.whole();
            return (Getter.Whole) (subject, scene) -> whole;
        }
        double number = constant.number();
        return (Getter.Number) (subject, scene) -> number;
    }

    private static Getter minus(Tree.Minus minus) {
        if (minus.type().whole()) {
            Getter.Whole of = whole(minus.of());
            return (Getter.Whole) (subject, scene) -> -of.whole(subject, scene); // undefined is its own negative
        }
        Getter.Number of = number(minus.of());
        return (Getter.Number) (subject, scene) -> -of.number(subject, scene);
    }

    private static Getter.Condition presence(Tree.Presence presence) {
        Getter of = compile(presence.of());
        Truth there = Truth.of(presence.defined());
        Truth missing = there.not();
        if (of instanceof Getter.Whole w)
            return (subject, scene) -> Undefined.is(w.whole(subject, scene)) ? missing : there;
        if (of instanceof Getter.Number n)
            return (subject, scene) -> Undefined.is(n.number(subject, scene)) ? missing : there;
        if (of instanceof Getter.Words t) return (subject, scene) -> t.words(subject, scene) == null ? missing : there;
        Getter.Condition c = (Getter.Condition) of;
        return (subject, scene) -> c.truth(subject, scene) == Truth.UNDEFINED ? missing : there;
    }

    private static Getter.Condition all(Tree.Junction junction) {
        Getter.Condition[] parts = conditions(junction);
        return (subject, scene) -> {
            Truth truth = Truth.TRUE;
            for (Getter.Condition part : parts) {
                Truth next = part.truth(subject, scene);
                if (next == Truth.FALSE) return Truth.FALSE;
                if (next == Truth.UNDEFINED) truth = next;
            }
            return truth;
        };
    }

    private static Getter.Condition any(Tree.Junction junction) {
        Getter.Condition[] parts = conditions(junction);
        return (subject, scene) -> {
            Truth truth = Truth.FALSE;
            for (Getter.Condition part : parts) {
                Truth next = part.truth(subject, scene);
                if (next == Truth.TRUE) return Truth.TRUE;
                if (next == Truth.UNDEFINED) truth = next;
            }
            return truth;
        };
    }

    private static Getter.Condition[] conditions(Tree.Junction junction) {
        return junction.parts().stream().map(Compiler::condition).toArray(Getter.Condition[]::new);
    }
}
