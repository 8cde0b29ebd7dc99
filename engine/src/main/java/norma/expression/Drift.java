package norma.expression;

/** How a value moves as time passes and facts stay as they are. */
enum Drift {
    STILL,
    /** It never falls. */
    RISES,
    /** It never rises. */
    FALLS,
    /** One of the two, by the sign of a factor that is known only with the facts. */
    ONE_WAY,
    /** It never falls from one local midnight to the next. */
    RISES_WITHIN_DAY,
    ANYHOW;

    static Drift of(Tree tree) {
        if (!tree.readsNow()) return STILL;
        if (tree instanceof Tree.Now) return RISES;
        if (tree instanceof Tree.Minus minus) return of(minus.of()).opposite();
        if (tree instanceof Tree.Sum sum) return of(sum);
        return tree instanceof Tree.Call call ? of(call) : ANYHOW;
    }

    private static Drift of(Tree.Sum sum) {
        Drift left = of(sum.left());
        Drift right = of(sum.right());
        return switch (sum.operator()) {
            case PLUS -> left.with(right);
            case MINUS -> left.with(right.opposite());
            case TIMES -> left == STILL ? right.times() : right == STILL ? left.times() : ANYHOW;
            default -> right == STILL ? left.times() : ANYHOW;
        };
    }

    private static Drift of(Tree.Call call) {
        Drift first = of(call.parts().get(0));
        return switch (call.function().course()) {
            case RISING -> call.parts().stream().map(Drift::of).reduce(STILL, Drift::with);
            case SPAN -> first.opposite().with(of(call.parts().get(1)));
            case RISING_WITHIN_DAY ->
                call.parts().get(0) instanceof Tree.Now && of(call.parts().get(1)) == STILL ? RISES_WITHIN_DAY : ANYHOW;
            case ANY -> ANYHOW;
        };
    }

    /** Of the sum of two. */
    Drift with(Drift other) {
        return this == STILL || this == other && this != ONE_WAY ? other : other == STILL ? this : ANYHOW;
    }

    Drift opposite() {
        return switch (this) {
            case RISES -> FALLS;
            case FALLS -> RISES;
            case RISES_WITHIN_DAY -> ANYHOW;
            default -> this;
        };
    }

    private Drift times() {
        return this == RISES || this == FALLS ? ONE_WAY : this == RISES_WITHIN_DAY ? ANYHOW : this;
    }
}
