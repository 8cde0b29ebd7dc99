package norma.expression;

import java.util.List;
import norma.calendar.WorkingCalendar;

/** When time alone changes what an expression says. */
final class Moments {

    /** The next change after now, in epoch milliseconds; {@link Long#MAX_VALUE} for never. */
    @FunctionalInterface
    private interface Change {
        long after(Object subject, Scene scene);
    }

    private static final Change NEVER = (subject, scene) -> Long.MAX_VALUE;

    private final WorkingCalendar calendar;
    private final Drift drift;
    private final Change change;
    private final Getter value;
    private final Guess guess;

    /** @param calendar whose midnights are asked when nothing better is known */
    Moments(Tree tree, WorkingCalendar calendar) {
        this.calendar = calendar;
        this.drift = Drift.of(tree);
        this.value = Compiler.compile(tree);
        this.guess = Guess.of(tree);
        this.change = of(tree);
    }

    long change(Object subject, Scene scene) {
        return change.after(subject, scene);
    }

    Drift drift() {
        return drift;
    }

    boolean oneWay() {
        return drift == Drift.RISES || drift == Drift.FALLS || drift == Drift.ONE_WAY;
    }

    long crossing(double limit, boolean strictly, Object subject, Scene scene, long last) {
        return switch (drift) {
            case STILL -> Long.MAX_VALUE;
            case ANYHOW, RISES_WITHIN_DAY -> midnight(scene);
            default ->
                against(limit, strictly, subject, scene)
                        .next(scene.now(), Math.min(last, scene.now() + Crossing.HORIZON));
        };
    }

    long lastCrossing(double limit, boolean strictly, Object subject, Scene scene) {
        return switch (drift) {
            case STILL, ANYHOW, RISES_WITHIN_DAY -> Undefined.LONG;
            default -> against(limit, strictly, subject, scene).last(scene.now());
        };
    }

    private Crossing against(double limit, boolean strictly, Object subject, Scene scene) {
        Later later = new Later(scene);
        Operator operator = strictly ? Operator.MORE : Operator.AT_LEAST;
        double distance = amount(value, subject, scene) - limit;
        return new Crossing(
                t -> order(amount(value, subject, later.at(t)), limit),
                operator,
                guess.millis(limit, operator, distance, subject, scene));
    }

    private Change of(Tree part) {
        if (!part.readsNow()) return NEVER;
        if (part instanceof Tree.Comparison c && c.left().type().truth()) return earliest(c.parts());
        if (part instanceof Tree.Comparison c) return compared(c);
        if (part instanceof Tree.OnDay on) return onDay(on);
        if (part instanceof Tree.OneOf in) {
            return earliest(in.options().stream()
                    .map(o -> (Tree) new Tree.Comparison(o.from(), o.to(), Operator.EQUAL, in.of(), o))
                    .toList());
        }
        boolean joins = part instanceof Tree.Junction
                || part instanceof Tree.Not
                || (part instanceof Tree.Call
                        && part.parts().stream().allMatch(p -> p.type().truth()));
        return joins ? earliest(part.parts()) : (subject, scene) -> midnight(scene);
    }

    private Change earliest(List<Tree> parts) {
        Change[] changes = parts.stream().map(this::of).filter(c -> c != NEVER).toArray(Change[]::new);
        if (changes.length == 1) return changes[0];
        return (subject, scene) -> {
            long first = Long.MAX_VALUE;
            for (Change one : changes) first = Math.min(first, one.after(subject, scene));
            return first;
        };
    }

    /** The side that moves stands left, so that there is one case. */
    private Change compared(Tree.Comparison c) {
        boolean swapped = Drift.of(c.left()) == Drift.STILL;
        Tree left = swapped ? c.right() : c.left();
        Tree right = swapped ? c.left() : c.right();
        Operator operator = swapped ? c.operator().swapped() : c.operator();
        Drift gap = Drift.of(left).with(Drift.of(right).opposite());
        if (gap == Drift.ANYHOW) return (subject, scene) -> midnight(scene);
        Guess near = Guess.of(left);
        if (left.type().whole()) return moving(gap, operator, near, Compiler.whole(left), Compiler.whole(right));
        return moving(gap, operator, near, Compiler.number(left), Compiler.number(right));
    }

    private Change moving(Drift gap, Operator operator, Guess near, Getter.Whole left, Getter.Whole right) {
        return (subject, scene) -> {
            Later later = new Later(scene);
            long a = left.whole(subject, scene);
            long b = right.whole(subject, scene);
            if (Undefined.is(a) || Undefined.is(b)) return Long.MAX_VALUE;
            Crossing.Order order = t -> Long.compare(left.whole(subject, later.at(t)), right.whole(subject, later));
            double step = near.millis((double) b, operator, (double) a - b, subject, scene);
            return next(gap, new Crossing(order, operator, step), scene);
        };
    }

    private Change moving(Drift gap, Operator operator, Guess near, Getter.Number left, Getter.Number right) {
        return (subject, scene) -> {
            Later later = new Later(scene);
            double limit = right.number(subject, scene);
            double distance = left.number(subject, scene) - limit;
            Crossing.Order order = t -> order(left.number(subject, later.at(t)), right.number(subject, later));
            double step = near.millis(limit, operator, distance, subject, scene);
            return next(gap, new Crossing(order, operator, step), scene);
        };
    }

    private Change onDay(Tree.OnDay on) {
        Drift gap = Drift.of(on.of());
        if (gap == Drift.ANYHOW) return (subject, scene) -> midnight(scene);
        Getter.Whole of = Compiler.whole(on.of());
        return (subject, scene) -> {
            Later later = new Later(scene);
            long at = of.whole(subject, scene);
            if (Undefined.is(at)) return Long.MAX_VALUE;
            Crossing.Order order = t -> {
                long then = of.whole(subject, later.at(t));
                return then < on.start() ? -1 : then < on.end() ? 0 : 1;
            };
            double distance = at < on.start() ? on.start() - at : Math.abs((double) on.end() - at);
            return next(gap, new Crossing(order, on.operator(), distance), scene);
        };
    }

    private long next(Drift gap, Crossing crossing, Scene scene) {
        if (gap != Drift.RISES_WITHIN_DAY) return crossing.next(scene.now(), scene.now() + Crossing.HORIZON);
        long midnight = midnight(scene);
        return Math.min(midnight, crossing.next(scene.now(), midnight - 1));
    }

    private long midnight(Scene scene) {
        return calendar.startOf(calendar.dateOf(scene.now()).plusDays(1));
    }

    private static int order(double left, double right) {
        if (Undefined.is(left) || Undefined.is(right)) return Crossing.UNKNOWN;
        return left < right ? -1 : left == right ? 0 : 1;
    }

    private static double amount(Getter getter, Object subject, Scene scene) {
        if (getter instanceof Getter.Number number) return number.number(subject, scene);
        long whole = ((Getter.Whole) getter).whole(subject, scene);
        return Undefined.is(whole) ? Undefined.DOUBLE : whole;
    }
}
