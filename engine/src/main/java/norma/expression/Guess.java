package norma.expression;

import norma.calendar.WorkingCalendar;

/** About how far away the moment is at which a value passes a limit: where a search begins, never its result. */
@FunctionalInterface
interface Guess {

    /**
     * In milliseconds.
     *
     * @param distance of the value from the limit
     */
    double millis(double limit, Operator operator, double distance, Object subject, Scene scene);

    /** From the calendar where the value is a span up to now, otherwise from the unit of the type. */
    static Guess of(Tree tree) {
        boolean invertible = tree instanceof Tree.Call call
                && call.function().inverse().isPresent()
                && call.parts().get(1) instanceof Tree.Now
                && !call.parts().get(0).readsNow();
        if (invertible) return spanning((Tree.Call) tree);
        double unit = millis(tree.type());
        return (limit, operator, distance, subject, scene) -> Math.abs(distance) * unit;
    }

    private static Guess spanning(Tree.Call call) {
        Getter.Whole start = Compiler.whole(call.parts().get(0));
        Function.Inverse inverse = call.function().inverse().orElseThrow();
        WorkingCalendar calendar = call.calendar();
        return (limit, operator, distance, subject, scene) -> {
            long from = start.whole(subject, scene);
            if (Undefined.is(from)) return 1;
            boolean more = operator == Operator.MORE || operator == Operator.AT_MOST;
            long at = inverse.when(calendar, from, limit, more, scene.pauses(subject));
            if (!operator.orders() && at <= scene.now()) {
                at = inverse.when(calendar, from, limit, true, scene.pauses(subject));
            }
            return at <= scene.now() ? Crossing.HORIZON : (double) at - scene.now();
        };
    }

    private static double millis(Type type) {
        return switch (type.kind()) {
            case TIME -> 1;
            case HOURS, WORKING_HOURS -> 3_600_000;
            default -> 86_400_000;
        };
    }
}
