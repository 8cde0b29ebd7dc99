package norma.expression;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import norma.expression.check.TypeMismatch;
import norma.expression.check.WrongArguments;
import org.jspecify.annotations.Nullable;

/**
 * Finds the names of a syntax tree and checks that its types fit. Goes on after a problem, so that all are seen.
 *
 * <p>A hint is the type of what stands beside: bare numbers take its unit, bare words and texts its domain. A part that
 * was reported is {@code null}, and whatever it stands in says no more about it.
 */
final class Checker {

    private final Names names;
    private final Report report;
    private final Words words;
    private final Mismatch mismatch;
    private final CallChecker calls;

    Checker(Names names, Report report) {
        this.names = names;
        this.report = report;
        this.words = new Words(names, report);
        this.mismatch = new Mismatch(names, report);
        this.calls = new CallChecker(this, names, report);
    }

    /** The whole expression against what its place asks. */
    @Nullable
    Tree check(Syntax syntax, Expected expected) {
        Type hint = expected instanceof Expected.Fitting f
                ? f.type()
                : expected instanceof Expected.Convertible c ? c.type() : null;
        Tree tree = check(syntax, hint);
        if (tree == null) return null;
        boolean fits = expected instanceof Expected.Any
                || (expected instanceof Expected.Numeric && tree.type().numeric())
                || (hint != null && tree.type().fits(hint))
                || (expected instanceof Expected.Convertible && tree.type().equals(Type.TEXT));
        if (fits) return tree;
        if (hint != null && hint.truth()) mismatch.notCondition(syntax, tree.type());
        else mismatch.unexpected(syntax, tree.type(), Optional.ofNullable(hint));
        return null;
    }

    @Nullable
    Tree check(Syntax syntax, @Nullable Type hint) {
        if (syntax instanceof Syntax.Numeral s) return numeral(s, hint);
        if (syntax instanceof Syntax.Quoted s) return words.quoted(s, hint);
        if (syntax instanceof Syntax.Word s) return words.word(s, hint);
        if (syntax instanceof Syntax.Day s) return day(s);
        if (syntax instanceof Syntax.Flag s)
            return new Tree.Constant(s.from(), s.to(), Type.TRUTH, Truth.of(s.value()));
        if (syntax instanceof Syntax.Now s) return new Tree.Now(s.from(), s.to());
        if (syntax instanceof Syntax.Call s) return calls.call(s, hint);
        if (syntax instanceof Syntax.Minus s) return minus(s, hint);
        if (syntax instanceof Syntax.Sum s) return sum(s, hint);
        if (syntax instanceof Syntax.Comparison s) return comparison(s);
        if (syntax instanceof Syntax.OneOf s) return oneOf(s);
        if (syntax instanceof Syntax.InList s) return inList(s);
        if (syntax instanceof Syntax.Presence s) return presence(s);
        if (syntax instanceof Syntax.Not s) {
            Tree of = condition(s.of());
            return of == null ? null : new Tree.Not(s.from(), s.to(), of);
        }
        Syntax.Junction junction = (Syntax.Junction) syntax;
        List<@Nullable Tree> parts = new ArrayList<>();
        junction.parts().forEach(part -> parts.add(condition(part)));
        return parts.contains(null)
                ? null
                : new Tree.Junction(junction.from(), junction.to(), junction.all(), List.copyOf(parts));
    }

    /** Whether it has no type of its own, and takes that of what stands beside. */
    boolean takesHint(Syntax syntax) {
        if (syntax instanceof Syntax.Numeral n) return n.unit().isEmpty();
        if (syntax instanceof Syntax.Quoted) return true;
        if (syntax instanceof Syntax.Word w) return names.find(w.path()).isEmpty();
        if (syntax instanceof Syntax.Minus m) return takesHint(m.of());
        if (syntax instanceof Syntax.Sum s) return takesHint(s.left()) && takesHint(s.right());
        return syntax instanceof Syntax.Call c
                && calls.alike(c)
                        .filter(a -> a.stream().allMatch(this::takesHint))
                        .isPresent();
    }

    private @Nullable Tree numeral(Syntax.Numeral n, @Nullable Type hint) {
        Type beside = hint == null || !hint.numeric() || hint.kind() == Kind.PERCENT ? Type.NUMBER : hint;
        Type type = n.unit().orElse(beside.equals(Type.RATIO) ? Type.NUMBER : beside);
        if (type.kind() == Kind.MONEY && n.value().stripTrailingZeros().scale() > MoneyMath.SCALE) {
            report.add(TypeMismatch.decimals(report.span(n)));
            return null;
        }
        return new Tree.Constant(n.from(), n.to(), type, n.value());
    }

    private Tree.Constant day(Syntax.Day day) {
        return new Tree.Constant(
                day.from(), day.to(), Type.TIME, names.defaultCalendar().startOf(day.date()));
    }

    private @Nullable Tree minus(Syntax.Minus minus, @Nullable Type hint) {
        Tree of = check(minus.of(), hint);
        if (of == null) return null;
        if (!of.type().numeric()) {
            mismatch.notNumeric(minus.of(), of.type());
            return null;
        }
        boolean literal = of instanceof Tree.Constant && minus.of() instanceof Syntax.Numeral;
        if (!literal) return new Tree.Minus(minus.from(), minus.to(), of);
        BigDecimal value = (BigDecimal) ((Tree.Constant) of).value();
        return new Tree.Constant(minus.from(), minus.to(), of.type(), value.negate());
    }

    private @Nullable Tree sum(Syntax.Sum sum, @Nullable Type hint) {
        boolean adds = sum.operator() == Operator.PLUS || sum.operator() == Operator.MINUS;
        Pair pair = adds ? pair(sum.left(), sum.right(), hint) : factors(sum, hint);
        Tree left = pair.left();
        Tree right = pair.right();
        if (left == null || right == null) return null;
        Optional<Type> type = Units.result(sum.operator(), left.type(), right.type());
        if (type.isEmpty()) {
            mismatch.calculation(sum, left.type(), right.type());
            return null;
        }
        return new Tree.Sum(sum.from(), sum.to(), type.get(), sum.operator(), left, right);
    }

    private record Pair(@Nullable Tree left, @Nullable Tree right) {}

    /** Two that must fit: the one that has a type of its own goes first, and the other takes it as its hint. */
    private Pair pair(Syntax left, Syntax right, @Nullable Type hint) {
        if (takesHint(left) && takesHint(right)) return new Pair(check(left, hint), check(right, hint));
        boolean rightFirst = takesHint(left) || (borrows(left) && !takesHint(right) && !borrows(right));
        Tree first = check(rightFirst ? right : left, (Type) null);
        return rightFirst ? new Pair(checkBeside(first, left), first) : new Pair(first, checkBeside(first, right));
    }

    /** Whether a factor of it may take the unit of what stands beside. */
    private boolean borrows(Syntax syntax) {
        return syntax instanceof Syntax.Sum sum
                && sum.operator() == Operator.TIMES
                && takesHint(sum.left()) != takesHint(sum.right());
    }

    /** What stands beside a part that was reported is only checked when it has a meaning of its own. */
    private @Nullable Tree checkBeside(@Nullable Tree first, Syntax second) {
        if (first == null && takesHint(second)) return null;
        return check(second, first == null ? null : first.type());
    }

    /** The factor without a type of its own takes the unit that is asked of the product: {@code count * 1000} in money. */
    private Pair factors(Syntax.Sum sum, @Nullable Type hint) {
        boolean left = takesHint(sum.left());
        boolean right = takesHint(sum.right());
        if (left && right) return new Pair(check(sum.left(), hint), check(sum.right(), (Type) null));
        Tree own = left || right ? check(left ? sum.right() : sum.left(), (Type) null) : null;
        boolean takes = own != null && own.type().unitless() && (left || sum.operator() == Operator.TIMES);
        Type unit = takes && hint != null && hint.numeric() && !hint.plain() ? hint : null;
        if (left) return new Pair(check(sum.left(), unit), own);
        if (right) return new Pair(own, check(sum.right(), unit));
        return new Pair(check(sum.left(), (Type) null), check(sum.right(), (Type) null));
    }

    /** Beside a word that means nothing, another may well be a value of what was meant: it is left alone. */
    private Pair sides(Syntax.Comparison comparison) {
        if (!takesHint(comparison.left()) || !takesHint(comparison.right())) {
            return pair(comparison.left(), comparison.right(), null);
        }
        Tree left = check(comparison.left(), (Type) null);
        return new Pair(left, checkBeside(left, comparison.right()));
    }

    private @Nullable Tree comparison(Syntax.Comparison comparison) {
        Pair pair = sides(comparison);
        Tree left = pair.left();
        Tree right = pair.right();
        if (left == null || right == null) return null;
        if (!left.type().fits(right.type())) {
            mismatch.comparison(comparison, left.type(), right.type());
            return null;
        }
        boolean ordered = left.type().numeric() || left.type().equals(Type.TIME);
        if (comparison.operator().orders() && !ordered) {
            mismatch.noOrder(comparison, left.type());
            return null;
        }
        return compared(comparison, left, right);
    }

    /** A date that is written out means its whole day. */
    private Tree compared(Syntax.Comparison c, Tree left, Tree right) {
        if (c.right() instanceof Syntax.Day day) return onDay(c, c.operator(), left, day);
        if (c.left() instanceof Syntax.Day day) return onDay(c, c.operator().swapped(), right, day);
        return new Tree.Comparison(c.from(), c.to(), c.operator(), left, right);
    }

    private Tree onDay(Syntax where, Operator operator, Tree time, Syntax.Day day) {
        long end = names.defaultCalendar().startOf(day.date().plusDays(1));
        Tree.Constant start = day(day);
        return new Tree.OnDay(where.from(), where.to(), operator, time, start, (Long) start.value(), end);
    }

    private @Nullable Tree oneOf(Syntax.OneOf in) {
        Syntax first = Stream.concat(Stream.of(in.of()), in.options().stream())
                .filter(s -> !takesHint(s))
                .findFirst()
                .orElse(in.of());
        Tree typed = check(first, (Type) null);
        Type hint = typed == null ? null : typed.type();
        Tree of = first == in.of() ? typed : checkBeside(typed, in.of());
        List<@Nullable Tree> options = new ArrayList<>();
        for (Syntax option : in.options()) {
            Tree tree = option == first ? typed : checkBeside(typed, option);
            if (tree != null && of != null && !tree.type().fits(of.type())) {
                mismatch.option(option, of.type(), tree.type());
                tree = null;
            }
            options.add(
                    tree == null || !(option instanceof Syntax.Day day)
                            ? tree
                            : onDay(option, Operator.EQUAL, of == null ? tree : of, day));
        }
        if (in.options().isEmpty()) report.add(WrongArguments.noList(report.span(in)));
        if (of == null || hint == null || options.contains(null) || options.isEmpty()) return null;
        boolean days = options.stream().anyMatch(Tree.OnDay.class::isInstance);
        return days
                ? anyDay(in, of, List.copyOf(options))
                : new Tree.OneOf(in.from(), in.to(), of, List.copyOf(options), in.negated());
    }

    private static Tree anyDay(Syntax.OneOf in, Tree of, List<Tree> options) {
        List<Tree> parts = options.stream()
                .map(o -> o instanceof Tree.OnDay ? o : new Tree.Comparison(o.from(), o.to(), Operator.EQUAL, of, o))
                .toList();
        Tree any = new Tree.Junction(in.from(), in.to(), false, parts);
        return in.negated() ? new Tree.Not(in.from(), in.to(), any) : any;
    }

    private @Nullable Tree inList(Syntax.InList in) {
        Tree of = check(in.of(), (Type) null);
        Optional<List<String>> values = words.list(in.list(), of == null ? null : of.type());
        if (of == null || values.isEmpty()) return null;
        if (!of.type().words()) {
            mismatch.notInList(in.of(), of.type());
            return null;
        }
        return new Tree.InList(in.from(), in.to(), of, new HashSet<>(values.get()), in.negated());
    }

    private @Nullable Tree presence(Syntax.Presence presence) {
        Tree of = check(presence.of(), (Type) null);
        return of == null ? null : new Tree.Presence(presence.from(), presence.to(), of, presence.defined());
    }

    @Nullable
    Tree condition(Syntax syntax) {
        Tree tree = check(syntax, Type.TRUTH);
        if (tree == null || tree.type().truth()) return tree;
        mismatch.notCondition(syntax, tree.type());
        return null;
    }
}
