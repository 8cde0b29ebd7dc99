package norma.expression;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import norma.expression.Situation.Possible;

/**
 * Which situations make a condition true, or false. Never too few: where it cannot be told, the situation stays as it is,
 * so that “none” is a proof.
 */
final class Supposing {

    private static final int MOST = 64;
    private static final String TRUE = "true";
    private static final String FALSE = "false";

    private final Map<String, List<String>> domains;

    /** @param domains the values of every choice by its name; a choice that is not here takes any text */
    Supposing(Map<String, List<String>> domains) {
        this.domains = domains;
    }

    /** Every situation of these in which the condition has this truth, neither the other nor undefined. */
    List<Situation> when(Tree condition, boolean truth, List<Situation> given) {
        List<Situation> all = given.stream()
                .flatMap(situation -> when(condition, truth, situation).stream())
                .distinct()
                .toList();
        return all.size() > MOST ? given : all;
    }

    private List<Situation> when(Tree tree, boolean truth, Situation given) {
        if (tree instanceof Tree.Not not) return when(not.of(), !truth, given);
        if (tree instanceof Tree.Junction junction)
            return junction.all() == truth ? each(junction.parts(), truth, given) : any(junction.parts(), truth, given);
        if (tree instanceof Tree.Constant constant)
            return constant.value() == Truth.of(truth) ? List.of(given) : List.of();
        if (tree instanceof Tree.Presence presence) return present(presence.of(), presence.defined() == truth, given);
        if (tree instanceof Tree.Comparison comparison) return compared(comparison, truth, given);
        if (tree instanceof Tree.OnDay day) return narrowed(day.of(), side(onDay(day), truth), given);
        if (tree instanceof Tree.OneOf in) return oneOf(in, truth != in.negated(), given);
        if (tree instanceof Tree.InList in)
            return narrowed(in.of(), side(Extent.of(in.values()), truth != in.negated()), given);
        return narrowed(tree, Extent.of(Set.of(truth ? TRUE : FALSE)), given);
    }

    private static Extent side(Extent extent, boolean truth) {
        return truth ? extent : extent.not();
    }

    private List<Situation> each(List<Tree> parts, boolean truth, Situation given) {
        List<Situation> left = List.of(given);
        for (Tree part : parts) left = when(part, truth, left);
        return left;
    }

    private List<Situation> any(List<Tree> parts, boolean truth, Situation given) {
        List<Situation> all = new ArrayList<>();
        for (Tree part : parts) all.addAll(when(part, truth, given));
        return all.size() > MOST ? List.of(given) : all;
    }

    private List<Situation> compared(Tree.Comparison c, boolean truth, Situation given) {
        boolean left = c.left() instanceof Tree.Constant;
        boolean right = c.right() instanceof Tree.Constant;
        if (right && !left)
            return narrowed(c.left(), side(against(c.operator(), (Tree.Constant) c.right()), truth), given);
        if (left && !right)
            return narrowed(c.right(), side(against(c.operator().swapped(), (Tree.Constant) c.left()), truth), given);
        return order(c, truth, given);
    }

    private static Extent against(Operator operator, Tree.Constant constant) {
        if (constant.value() instanceof String || constant.value() instanceof Truth) {
            Extent same = Extent.of(Set.of(word(constant.value())));
            return operator == Operator.EQUAL ? same : same.not();
        }
        return Extent.of(operator, Parts.amount(constant));
    }

    private static String word(Object value) {
        return value instanceof Truth truth ? truth.holds() ? TRUE : FALSE : (String) value;
    }

    /** Of two that are not known: which of them is larger is a value in itself. */
    private List<Situation> order(Tree.Comparison c, boolean truth, Situation given) {
        String left = Parts.name(c.left());
        String right = Parts.name(c.right());
        Operator operator =
                left.compareTo(right) <= 0 ? c.operator() : c.operator().swapped();
        Set<String> signs = new TreeSet<>();
        for (int sign = -1; sign <= 1; sign++) {
            boolean possible = left.equals(right) ? sign == 0 : known(c, sign);
            if (possible && operator.holds(sign) == truth) signs.add(Integer.toString(sign));
        }
        String pair = left.compareTo(right) <= 0 ? left + " ~ " + right : right + " ~ " + left;
        return present(c.left(), true, given).stream()
                .flatMap(s -> present(c.right(), true, s).stream())
                .flatMap(s -> s.with(pair, new Possible(Extent.of(signs), false)).stream())
                .toList();
    }

    /** Two constants are in one order only, whatever the facts. */
    private static boolean known(Tree.Comparison c, int sign) {
        if (!(c.left() instanceof Tree.Constant a) || !(c.right() instanceof Tree.Constant b)) return true;
        int order = a.value() instanceof String || a.value() instanceof Truth
                ? word(a.value()).compareTo(word(b.value()))
                : Parts.amount(a).compareTo(Parts.amount(b));
        boolean swapped = Parts.name(a).compareTo(Parts.name(b)) > 0;
        return Integer.signum(swapped ? -order : order) == sign;
    }

    private static Extent onDay(Tree.OnDay day) {
        Extent from = Extent.of(Operator.AT_LEAST, BigDecimal.valueOf(day.start()));
        Extent until = Extent.of(Operator.LESS, BigDecimal.valueOf(day.end()));
        return switch (day.operator()) {
            case EQUAL -> from.and(until);
            case UNEQUAL -> from.and(until).not();
            case LESS -> from.not();
            case AT_LEAST -> from;
            case AT_MOST -> until;
            case MORE -> until.not();
            default -> throw new IllegalStateException(day.operator() + " compares nothing");
        };
    }

    private List<Situation> oneOf(Tree.OneOf in, boolean truth, Situation given) {
        List<Tree> equal = in.options().stream()
                .map(o -> (Tree) new Tree.Comparison(o.from(), o.to(), Operator.EQUAL, in.of(), o))
                .toList();
        boolean constant = in.options().stream().allMatch(Tree.Constant.class::isInstance);
        if (!constant || in.of() instanceof Tree.Constant)
            return when(new Tree.Junction(in.from(), in.to(), false, equal), truth, given);
        Extent none = all(in.of());
        for (Tree option : in.options()) none = none.and(against(Operator.UNEQUAL, (Tree.Constant) option));
        return narrowed(in.of(), truth ? none.not() : none, given);
    }

    /** Where this part is defined and in this set. */
    List<Situation> narrowed(Tree part, Extent to, Situation given) {
        return present(part, true, given).stream()
                .flatMap(s -> s.with(Parts.name(part), new Possible(to, false)).stream())
                .toList();
    }

    /** What is made of parts is defined only where they are; what a path leads to, only where its steps lead on. */
    private List<Situation> present(Tree part, boolean defined, Situation given) {
        if (part instanceof Tree.Constant || part instanceof Tree.Now) return defined ? List.of(given) : List.of();
        Optional<Situation> known = given.with(Parts.name(part), initial(part));
        Possible supposed =
                new Possible(defined ? all(part) : all(part).and(all(part).not()), !defined);
        Optional<Situation> now = known.flatMap(s -> s.with(Parts.name(part), supposed));
        if (now.isEmpty() || !defined) return now.stream().toList();
        if (part instanceof Tree.Named named) return stepsOf(named, now.get());
        List<Situation> left = List.of(now.get());
        if (!Parts.needsAll(part)) return left;
        for (Tree inner : part.parts())
            left = left.stream().flatMap(s -> present(inner, true, s).stream()).toList();
        return left;
    }

    private static List<Situation> stepsOf(Tree.Named named, Situation given) {
        String path = named.binding().name();
        Optional<Situation> left = Optional.of(given);
        if (named.binding().origin() != Binding.Origin.FIELD) return List.of(given);
        for (int dot = path.indexOf('.'); dot > 0; dot = path.indexOf('.', dot + 1)) {
            String step = path.substring(0, dot);
            left = left.flatMap(s -> s.with(step, new Possible(Extent.ALL_WORDS, false)));
        }
        return left.stream().toList();
    }

    private Possible initial(Tree part) {
        List<String> domain = part.type().enumerated() ? domains.get(part.type().domain()) : null;
        if (domain != null) return new Possible(Extent.of(domain), true);
        if (part.type().truth()) return new Possible(Extent.of(Set.of(TRUE, FALSE)), true);
        return new Possible(all(part), true);
    }

    private static Extent all(Tree part) {
        return part.type().words() || part.type().truth() ? Extent.ALL_WORDS : Extent.ALL_AMOUNTS;
    }
}
