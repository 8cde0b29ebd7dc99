package norma.expression;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * Closures that compare two values; undefined when one of them is. What is written in the condition as it is, which is most
 * limits, is not asked for again for each subject.
 */
final class Comparisons {

    private Comparisons() {}

    static Getter.Condition getter(Tree.Comparison c) {
        Type type = c.left().type();
        if (c.right() instanceof Tree.Constant known && !type.truth()) return withKnown(c.operator(), c.left(), known);
        if (type.whole()) return ofWhole(c.operator(), Compiler.whole(c.left()), Compiler.whole(c.right()));
        if (type.words()) return ofWords(c.operator(), Compiler.words(c.left()), Compiler.words(c.right()));
        if (type.truth()) return ofTruth(c.operator(), Compiler.condition(c.left()), Compiler.condition(c.right()));
        return ofNumbers(c.operator(), Compiler.number(c.left()), Compiler.number(c.right()));
    }

    /** The truth for smaller, equal and larger, so that judging looks it up instead of deciding again. */
    private static Truth[] truths(Operator operator) {
        return new Truth[] {Truth.of(operator.holds(-1)), Truth.of(operator.holds(0)), Truth.of(operator.holds(1))};
    }

    private static Getter.Condition withKnown(Operator operator, Tree left, Tree.Constant constant) {
        if (left.type().words()) return among(left, Set.of(constant.text()), operator != Operator.EQUAL);
        Truth[] truths = truths(operator);
        if (left.type().whole()) {
            Getter.Whole of = Compiler.whole(left);
            long known = constant.whole();
            return (s, w) -> {
                long value = of.whole(s, w);
                return Undefined.is(value) ? Truth.UNDEFINED : truths[1 + Long.compare(value, known)];
            };
        }
        Getter.Number of = Compiler.number(left);
        double known = constant.number();
        return (s, w) -> {
            double value = of.number(s, w);
            return Undefined.is(value) ? Truth.UNDEFINED : truths[value < known ? 0 : value == known ? 1 : 2];
        };
    }

    private static Getter.Condition ofWhole(Operator operator, Getter.Whole a, Getter.Whole b) {
        Truth[] truths = truths(operator);
        return (s, w) -> {
            long left = a.whole(s, w);
            long right = b.whole(s, w);
            if (Undefined.is(left) || Undefined.is(right)) return Truth.UNDEFINED;
            return truths[1 + Long.compare(left, right)];
        };
    }

    private static Getter.Condition ofNumbers(Operator operator, Getter.Number a, Getter.Number b) {
        Truth[] truths = truths(operator);
        return (s, w) -> {
            double left = a.number(s, w);
            double right = b.number(s, w);
            if (Undefined.is(left) || Undefined.is(right)) return Truth.UNDEFINED;
            return truths[left < right ? 0 : left == right ? 1 : 2];
        };
    }

    private static Getter.Condition ofWords(Operator operator, Getter.Words a, Getter.Words b) {
        boolean same = operator == Operator.EQUAL;
        return (s, w) -> {
            String left = a.words(s, w);
            String right = b.words(s, w);
            return left == null || right == null ? Truth.UNDEFINED : Truth.of(left.equals(right) == same);
        };
    }

    private static Getter.Condition ofTruth(Operator operator, Getter.Condition a, Getter.Condition b) {
        boolean same = operator == Operator.EQUAL;
        return (s, w) -> {
            Truth left = a.truth(s, w);
            Truth right = b.truth(s, w);
            boolean known = left != Truth.UNDEFINED && right != Truth.UNDEFINED;
            return known ? Truth.of((left == right) == same) : Truth.UNDEFINED;
        };
    }

    static Getter.Condition onDay(Tree.OnDay on) {
        Getter.Whole of = Compiler.whole(on.of());
        Truth[] truths = truths(on.operator());
        long start = on.start();
        long end = on.end();
        return (s, w) -> {
            long at = of.whole(s, w);
            return Undefined.is(at) ? Truth.UNDEFINED : truths[at < start ? 0 : at < end ? 1 : 2];
        };
    }

    /** Whether a text is one of some that are known. */
    static Getter.Condition among(Tree text, Set<String> values, boolean negated) {
        Getter.Words of = Compiler.words(text);
        Set<String> known = Set.copyOf(values);
        Truth found = Truth.of(!negated);
        Truth missing = found.not();
        return (s, w) -> {
            String value = of.words(s, w);
            return value == null ? Truth.UNDEFINED : known.contains(value) ? found : missing;
        };
    }

    /** True as soon as one option is equal; undefined when none is and one of them is undefined. */
    static Getter.Condition oneOf(Tree.OneOf in) {
        if (in.of().type().words() && in.options().stream().allMatch(Tree.Constant.class::isInstance))
            return among(
                    in.of(),
                    in.options().stream()
                            .map(option -> ((Tree.Constant) option).text())
                            .collect(Collectors.toSet()),
                    in.negated());
        Getter.Condition[] equal = in.options().stream()
                .map(option -> getter(new Tree.Comparison(option.from(), option.to(), Operator.EQUAL, in.of(), option)))
                .toArray(Getter.Condition[]::new);
        boolean negated = in.negated();
        return (s, w) -> {
            Truth found = Truth.FALSE;
            for (Getter.Condition option : equal) {
                Truth next = option.truth(s, w);
                if (next == Truth.TRUE) return Truth.of(!negated);
                if (next == Truth.UNDEFINED) found = next;
            }
            return negated ? found.not() : found;
        };
    }
}
